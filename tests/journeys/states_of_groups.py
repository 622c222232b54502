"""The states of the pages of groups: all of them, a new one, one."""

from playwright.sync_api import expect

from reflect.records import releases
from tests.journeys.scene import Scene, shows


@shows("groups.mine", "empty")
def no_groups(scene: Scene) -> None:
    scene.trainer()
    scene.go("/groups")


@shows("groups.mine", "with a group")
def mine(scene: Scene) -> None:
    scene.group(scene.trainer())
    scene.go("/groups")


@shows("groups.new", "empty")
def new(scene: Scene) -> None:
    scene.trainer()
    scene.go("/groups/new")


@shows("groups.new", "with everything wrong", 400)
def new_wrong(scene: Scene) -> None:
    new(scene)
    scene.page.locator("[name=later_deadline]").fill("2026-01-01")
    scene.press("Maak de groep")


def make(scene: Scene, size: str) -> None:
    new(scene)
    scene.page.get_by_label("Naam van de groep").fill("SAVE-training")
    scene.page.get_by_role("radio").first.check()
    scene.page.get_by_label("Hoeveel deelnemers").fill(size)
    scene.page.get_by_role("checkbox", name="Na de training").check()
    scene.press("Maak de groep")


@shows("groups.new", "too small")
def small(scene: Scene) -> None:
    make(scene, "4")
    expect(scene.page.get_by_role("heading", level=1)).to_have_text("Een kleine groep")


@shows("groups.new", "made")
def made(scene: Scene) -> None:
    make(scene, "12")
    expect(scene.page.get_by_role("heading", level=1)).to_have_text("SAVE-training")


@shows("groups.new", "for somebody who trains nowhere")
def no_workplace(scene: Scene) -> None:
    clerk = scene.world.trainer("beheer@example.org", role="administrator")
    scene.device.carry(scene.world.staff_session(clerk))
    scene.go("/groups/new")


def one(scene: Scene, *shares: float, phases=("after", "later"), **wishes) -> str:
    """A group's page, with so many who submitted; its first moment."""
    group, moment = scene.group(scene.trainer(), phases, **wishes)
    scene.world.fill(group, moment, *shares)
    scene.go(f"/groups/{group}")
    return moment


@shows("groups.one", "with enough people")
def enough(scene: Scene) -> None:
    one(scene, *[0.5] * 5)


@shows("groups.renew_code", "done")
def renewed(scene: Scene) -> None:
    one(scene)
    scene.page.get_by_text("Code vernieuwen of stoppen").click()
    scene.press("Maak een nieuwe code")


@shows("groups.stop_code", "done")
def stopped(scene: Scene) -> None:
    one(scene)
    scene.page.get_by_text("Code vernieuwen of stoppen").click()
    scene.press("Stop de code")


@shows("groups.open_next", "done")
def opened(scene: Scene) -> None:
    scene.close(one(scene, *[0.5] * 5))
    scene.page.reload()
    scene.press("Open deze meting")


@shows("groups.one", "over")
def over(scene: Scene) -> None:
    scene.close(one(scene, *[0.5] * 5, phases=("after",)))
    scene.page.reload()


def interrupted(scene: Scene) -> str:
    moment = one(scene, *[0.5] * 5)
    with scene.world.house.database.writing() as db:
        releases.freeze(db, moment, floor=5, at=scene.clock())
        db.commit()
    return moment


@shows("groups.one", "with a closing that was interrupted")
def closing(scene: Scene) -> None:
    interrupted(scene)
    scene.page.reload()
