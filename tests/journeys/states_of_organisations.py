"""The states of groups beside each other and together: nothing yet, some, and nothing to tell."""

import datetime as dt
from random import Random

from reflect.questionnaire import measures
from reflect.records import releases
from reflect.records.releases import Night
from tests.journeys.scene import Scene, shows

NAMES = ("Noord", "Zuid", "Een team met een lange naam, dat meer dan één regel nodig heeft")


@shows("organisation.home", "empty")
def nothing(scene: Scene) -> None:
    scene.trainer()
    scene.go("/organisation")


def closed(scene: Scene, *sizes: int) -> None:
    """Groups of a trainer who is there, each with so many people, and the night after."""
    trainer, chance = scene.trainer(), Random(1)  # noqa: S311 - the same groups always
    asked = [each.id for each in measures(scene.world.questionnaire)]
    for name, size in zip(NAMES, sizes, strict=False):
        today = scene.clock().date()
        group, moment = scene.group(trainer, name=name, deadline=today - dt.timedelta(days=1))
        for number in range(size):
            given = {each: chance.random() for each in asked[number // 5 :]}
            scene.world.submit(group, moment, given)
        scene.close(moment)
    house = scene.world.house
    releases.tell(Night(house.database, house.ring, house.config.floor, scene.clock().date()))


@shows("organisation.home", "with groups")
def several(scene: Scene) -> None:
    closed(scene, 6, 7, 5)
    scene.go("/organisation")


def follow(scene: Scene, words: str) -> None:
    scene.page.locator("main").get_by_role("link", name=words).first.click()


@shows("organisation.groups", "with a group of which something is withheld")
def beside(scene: Scene) -> None:
    several(scene)
    follow(scene, "groepen naast elkaar")


@shows("organisation.groups", "with nothing that may be told")
def too_few(scene: Scene) -> None:
    closed(scene, 3, 0)
    scene.go("/organisation")
    follow(scene, "groepen naast elkaar")


@shows("organisation.export", "taken along")
def factsheet(scene: Scene) -> None:
    beside(scene)
    with scene.page.expect_download():
        scene.page.get_by_role("link", name="Download het overzichtsblad").click()


@shows("unions.one", "of a trainer")
def together(scene: Scene) -> None:
    several(scene)
    follow(scene, "Jouw groepen samen")


@shows("unions.present", "of a trainer")
def in_the_room(scene: Scene) -> None:
    together(scene)
    follow(scene, "Laat het groepsbeeld zien in de zaal")


@shows("unions.export", "taken along")
def workbook(scene: Scene) -> None:
    together(scene)
    with scene.page.expect_download():
        scene.page.get_by_role("link", name="Download het groepsbeeld (PDF)").click()
