"""The states of what a trainer changes and mends: the plan, deleting, combining, handing over."""

from tests.journeys.scene import NUMBERS, Scene, shows
from tests.journeys.states_of_groups import one


def of_group(scene: Scene, part: str, *shares: float) -> str:
    """A page of a group of this trainer; the group."""
    group = scene.world.group_of(one(scene, *shares))
    scene.go(f"/groups/{group}/{part}")
    return group


@shows("plans.change", "as it stands")
def plan(scene: Scene) -> None:
    of_group(scene, "plan")


@shows("plans.change", "with everything wrong", 400)
def plan_wrong(scene: Scene) -> None:
    plan(scene)
    scene.page.locator("[name=cap]").fill("1")
    scene.page.locator("[name=later_deadline]").fill("2026-01-01")
    scene.press("Bewaar het plan")


@shows("repairs.group", "asked first")
def delete_group(scene: Scene) -> None:
    of_group(scene, "delete", *[0.5] * 4)


@shows("repairs.group", "done")
def deleted_group(scene: Scene) -> None:
    delete_group(scene)
    scene.press("Ja, verwijder de groep")


@shows("repairs.group", "refused")
def kept_group(scene: Scene) -> None:
    of_group(scene, "delete", *[0.5] * 5)


@shows("repairs.moment", "asked first")
def delete_moment(scene: Scene) -> None:
    scene.go(f"/moments/{one(scene)}/delete")


@shows("repairs.moment", "refused")
def kept_moment(scene: Scene) -> None:
    scene.go(f"/moments/{one(scene, *[0.5] * 5)}/delete")


@shows("repairs.combine", "with nothing to combine")
def alone(scene: Scene) -> None:
    of_group(scene, "combine")


def pair(scene: Scene) -> None:
    trainer = scene.trainer()
    group, _ = scene.group(trainer)
    scene.group(trainer, name="Najaar")
    scene.go(f"/groups/{group}/combine")


@shows("repairs.combine", "with a group that goes with it")
def combine(scene: Scene) -> None:
    pair(scene)


@shows("repairs.combine", "with nothing chosen", 400)
def combine_wrong(scene: Scene) -> None:
    pair(scene)
    scene.press("Voeg de groepen samen")


def offer(scene: Scene, email: str) -> str:
    group = of_group(scene, "hand-over")
    scene.page.get_by_label("E-mailadres van je collega").fill(email)
    scene.press("Bied de groep aan")
    return group


@shows("handing.offer", "with no address", 400)
def offer_wrong(scene: Scene) -> None:
    offer(scene, "")


@shows("handing.offer", "waiting")
def waiting(scene: Scene) -> None:
    offer(scene, "iemand@example.org")


@shows("handing.withdraw", "done")
def withdrawn(scene: Scene) -> None:
    waiting(scene)
    scene.press("Trek het aanbod in")


def colleague(scene: Scene) -> None:
    """A colleague who finds a group waiting."""
    email = f"collega{next(NUMBERS)}@example.org"
    member = scene.world.trainer(email)
    offer(scene, email)
    scene.device.carry(scene.world.staff_session(member))
    scene.go("/groups")


@shows("groups.mine", "with a group that is offered")
def offered(scene: Scene) -> None:
    colleague(scene)


@shows("handing.take", "done")
def taken(scene: Scene) -> None:
    colleague(scene)
    scene.press("Neem de groep over")


@shows("handing.refuse", "done")
def refused(scene: Scene) -> None:
    colleague(scene)
    scene.press("Liever niet")


@shows("groups.mine", "with sixty groups, some of them over")
def sixty(scene: Scene) -> None:
    trainer = scene.trainer()
    for number in range(58):
        scene.group(trainer, name=f"SAVE-training Utrecht, groep {number}")
    for number in range(2):
        group, moment = scene.group(trainer, phases=("after",), name=f"Afgerond {number}")
        scene.world.fill(group, moment, *[0.5] * 5)
        scene.close(moment)
    scene.go("/groups")
