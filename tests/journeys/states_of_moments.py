"""The states of a moment's pages: closing it, and what a group is told."""

from random import Random

from reflect.questionnaire import measures
from reflect.records import groups, releases
from reflect.records.releases import Night
from tests.journeys.scene import Scene, shows
from tests.journeys.states_of_groups import interrupted, one

SHEETS = "Voor een rekenblad of een ander programma"


@shows("moments.close", "to be finished")
def finish(scene: Scene) -> None:
    scene.go(f"/moments/{interrupted(scene)}/close")


@shows("moments.close", "with enough people")
def close(scene: Scene) -> None:
    scene.go(f"/moments/{one(scene, *[0.5] * 5)}/close")


@shows("moments.close", "with too few people")
def close_few(scene: Scene) -> None:
    scene.go(f"/moments/{one(scene, *[0.5] * 4)}/close")


@shows("moments.close", "refused")
def refused(scene: Scene) -> None:
    close_few(scene)
    scene.press("Ja, sluit de meting")


@shows("moments.one", "waiting")
def waiting(scene: Scene) -> None:
    scene.go(f"/moments/{one(scene)}")


@shows("moments.one", "with a release")
def release(scene: Scene) -> None:
    moment, chance = one(scene), Random(1)  # noqa: S311 - the same group always
    asked = [each.id for each in measures(scene.world.questionnaire)]
    for number in range(6):
        given = {each: chance.random() for each in asked[number // 5 :]}
        scene.world.submit(scene.world.group_of(moment), moment, given)
    scene.close(moment)
    scene.go(f"/moments/{moment}")


@shows("picture.one", "for a member, with a set that came late")
def told_to_a_member(scene: Scene) -> None:
    group, moment = scene.group(phases=("after", "later"))
    scene.world.fill(group, moment, *[0.5] * 5)
    scene.somebody(group)
    scene.close(moment)
    scene.world.fill(group, moment, *[0.6] * 5)
    house = scene.world.house
    releases.tell(Night(house.database, house.ring, 5, scene.clock().date()))
    scene.go(f"/group-pictures/{moment}")


@shows("moments.one", "with everybody at the end of the scale, and something withheld")
def extremes(scene: Scene) -> None:
    moment = one(scene)
    asked = [each.id for each in measures(scene.world.questionnaire)]
    for number in range(5):
        scene.world.submit(
            scene.world.group_of(moment), moment, dict.fromkeys(asked[number == 0 :], 0)
        )
    scene.close(moment)
    scene.go(f"/moments/{moment}")


@shows("moments.one", "that tells nothing")
def nothing_told(scene: Scene) -> None:
    moment = one(scene, *[0.5] * 3, deadline=scene.clock().date())
    scene.clock.forward(days=1)
    scene.close(moment)
    trainer_again(scene, moment)


def trainer_again(scene: Scene, moment: str) -> None:
    """A day later the trainer signs in again."""
    with scene.world.house.database.reading() as db:
        group = db.get(groups.Group, scene.world.group_of(moment))
    scene.device.carry(scene.world.staff_session(group.staff_id))
    scene.go(f"/moments/{moment}")


@shows("moments.export", "taken along")
def export(scene: Scene) -> None:
    release(scene)
    scene.page.get_by_text(SHEETS).click()
    with scene.page.expect_download():
        scene.page.get_by_role("link", name="Download de tabel (CSV)").click()
