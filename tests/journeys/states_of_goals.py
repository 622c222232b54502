"""The states of the goals of a reflection: to be set, wrong, changed elsewhere, to look back on."""

from playwright.sync_api import expect

from reflect.records import goals
from reflect.records.goals import NONE
from tests.journeys.scene import HALF_AN_HOUR, Scene, shows

WHAT = "Elke week een moment om na te bellen."
KEPT = {"what": WHAT, "when": "als ik een dossier sluit", "domain": "signalen"}


def submitted(scene: Scene, **texts: str):
    """Somebody who submitted, with one goal; the person and the response."""
    someone, response = scene.response(part=1)
    scene.world.finish(someone.me, response)
    set_goal(scene, someone, response, **texts)
    return someone, response


def set_goal(scene: Scene, someone, response: str, **texts: str) -> None:
    with scene.world.house.database.writing() as db:
        goals.write(db, someone.me, response, goals.changed(NONE, 1, **texts))
        db.commit()


def page(scene: Scene, **texts: str):
    someone, response = submitted(scene, **texts)
    scene.go(f"/reflections/{response}/goals")
    return someone, response


@shows("goals.page", "to be set")
def empty(scene: Scene) -> None:
    page(scene)


@shows("goals.page", "kept, with a day to look back on")
def kept(scene: Scene) -> None:
    page(scene, **KEPT)
    scene.page.get_by_label("Wanneer kijk je terug?").first.fill("2027-02-21")
    scene.press("Bewaar mijn doelen")
    expect(scene.page.get_by_role("link", name="in mijn agenda")).to_be_visible()


@shows("goals.page", "with everything wrong", 400)
def wrong(scene: Scene) -> None:
    page(scene)
    scene.page.get_by_label("Wanneer doe je dat?").first.fill("lang " * 100)
    scene.page.get_by_label("Wanneer kijk je terug?").first.fill("2026-01-01")
    scene.press("Bewaar mijn doelen")


@shows("goals.page", "with two texts of one goal", 409)
def conflict(scene: Scene) -> None:
    someone, response = page(scene)
    set_goal(scene, someone, response, **KEPT)
    scene.page.get_by_label("Wat ga je doen?").first.fill("Iets anders")
    scene.press("Bewaar mijn doelen")


@shows("goals.page", "from an earlier session", 400)
def old_page(scene: Scene) -> None:
    someone, _ = page(scene)
    scene.device.carry(scene.world.session(someone.me))
    scene.page.get_by_label("Wat ga je doen?").first.fill(WHAT)
    scene.press("Bewaar mijn doelen")


@shows("goals.page", "after the session: given back")
def given_back(scene: Scene) -> None:
    someone, _ = page(scene)
    scene.clock.forward(**HALF_AN_HOUR)
    scene.page.get_by_label("Wat ga je doen?").first.fill(WHAT)
    scene.press("Bewaar mijn doelen")
    scene.page.get_by_label("Persoonlijke code").fill(someone.code)
    scene.press("Ga verder")


@shows("goals.page", "to look back on")
def looked_back_on(scene: Scene) -> None:
    page(scene, **KEPT, review="2026-11-01")


@shows("goals.page", "in a later reflection")
def later(scene: Scene) -> None:
    someone, _ = submitted(scene, **KEPT, review="2026-11-01")
    scene.clock.forward(days=1)
    scene.device.carry(scene.world.session(someone.me))
    again = scene.world.begin(someone.me)
    scene.world.finish(someone.me, again)
    scene.go(f"/reflections/{again}/goals")
    expect(scene.page.get_by_role("heading", name="Terugkijken")).to_be_visible()


@shows("goals.remove", "asked for")
def remove(scene: Scene) -> None:
    page(scene, **KEPT)
    scene.press("Haal doel 1 weg")


@shows("reflections.mine", "with a goal to look back on")
def due(scene: Scene) -> None:
    submitted(scene, **KEPT, review="2026-11-01")
    scene.go("/reflections")


@shows("report.page", "with goals")
def report(scene: Scene) -> None:
    _, response = submitted(scene, **KEPT, review="2026-11-01", came_of_it="Bijna elke week.")
    scene.go(f"/reflections/{response}/report")


@shows("agenda.goals", "taken along")
def note(scene: Scene) -> None:
    kept(scene)
    with scene.page.expect_download():
        scene.page.get_by_role("link", name="in mijn agenda").click()


@shows("agenda.moment", "taken along")
def note_moment(scene: Scene) -> None:
    trainer = scene.world.trainer("agenda@example.org")
    scene.somebody(scene.world.group(trainer, deadline=scene.clock().date()))
    scene.go("/reflections")
    with scene.page.expect_download():
        scene.page.get_by_role("link", name="in mijn agenda").first.click()
