"""The states of what is shown to a room: the invitation, and the picture of a group."""

from tests.journeys.scene import Scene, shows
from tests.journeys.states_of_groups import one
from tests.journeys.states_of_moments import extremes, release
from tests.journeys.states_of_repairs import of_group


@shows("invitation.sheet", "to print")
def sheet(scene: Scene) -> None:
    of_group(scene, "invitation")


@shows("invitation.wall", "on the wall")
def wall(scene: Scene) -> None:
    of_group(scene, "wall")


@shows("invitation.pdf", "taken along")
def pdf(scene: Scene) -> None:
    sheet(scene)
    with scene.page.expect_download():
        scene.page.get_by_role("link", name="Download als PDF").click()


def presented(scene: Scene) -> None:
    scene.page.get_by_role("link", name="Laat het groepsbeeld zien in de zaal").click()


@shows("present.picture", "with a picture")
def picture(scene: Scene) -> None:
    release(scene)
    presented(scene)


@shows("present.picture", "with everybody at the end of the scale, and something withheld")
def picture_of_extremes(scene: Scene) -> None:
    extremes(scene)
    presented(scene)


@shows("present.picture", "of two moments")
def picture_of_two(scene: Scene) -> None:
    first = one(scene, *[0.4] * 5)
    group = scene.world.group_of(first)
    scene.close(first)
    scene.page.reload()
    scene.press("Open deze meting")
    second = scene.world.moments(group)[1]
    scene.world.fill(group, second, *[0.6] * 5)
    scene.close(second)
    scene.go(f"/moments/{second}/present")
