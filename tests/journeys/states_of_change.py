"""The states of the page on which one's own moments lie beside each other."""

from reflect.questionnaire import Questionnaire
from tests.journeys.scene import Scene, shows
from tests.web.returning import JULY, MAY, next_version, submitted_on

PAGE = "/compare/onveiligheid-opheffen"
LOW, HALF, HIGH = ({f"a{n}": point for n in range(1, 12)} for point in (2, 3, 4))
SURE = {"zeker-signalen": 4}


def submitted(scene: Scene, me, day, answers, of: Questionnaire | None = None, **wishes) -> str:
    """What somebody submitted on a day."""
    of = of or scene.world.questionnaire
    return submitted_on(scene.world.house, me, day, answers | SURE, of=of, **wishes)


@shows("compare.page", "of who submitted once")
def once(scene: Scene) -> None:
    submitted(scene, scene.somebody().me, MAY, LOW)
    scene.go(PAGE)


@shows("compare.page", "of two moments")
def twice(scene: Scene) -> None:
    someone = scene.somebody()
    submitted(scene, someone.me, MAY, LOW, phase="before")
    submitted(scene, someone.me, JULY, HIGH)
    scene.go(PAGE)


@shows("compare.page", "of three moments in two versions")
def thrice(scene: Scene) -> None:
    someone, newer = scene.somebody(), next_version(scene.world.questionnaire)
    submitted(scene, someone.me, MAY, LOW, phase="before")
    submitted(scene, someone.me, JULY, HALF)
    submitted(scene, someone.me, JULY.replace(month=11), HIGH, newer, phase="later")
    scene.go(PAGE)


@shows("report.page", "with change")
def report(scene: Scene) -> None:
    someone = scene.somebody()
    submitted(scene, someone.me, MAY, LOW, phase="before")
    now = submitted(scene, someone.me, JULY, HIGH)
    scene.go(f"/reflections/{now}/report")


@shows("reflections.mine", "with moments to compare")
def mine(scene: Scene) -> None:
    twice(scene)
    scene.go("/reflections")
