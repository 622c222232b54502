"""The states of the evaluation of a training: opened, filled in, closed, told."""

from tests.journeys import opinions
from tests.journeys.scene import Scene, shows


def opened(scene: Scene, count: int = 0) -> tuple[str, str]:
    """A group of the trainer who is there, and its evaluation, filled in by so many."""
    group, _ = scene.group(scene.trainer())
    wave = opinions.launch(scene.world, group)
    opinions.opine(scene.world, group, wave, count)
    return group, wave


@shows("evaluation.launch", "done")
def launch(scene: Scene) -> None:
    group, _ = scene.group(scene.trainer())
    scene.go(f"/groups/{group}")
    scene.press("Open: Evaluatie van de training")


@shows("groups.one", "with an evaluation that five filled in")
def enough(scene: Scene) -> None:
    group, _ = opened(scene, 5)
    scene.go(f"/groups/{group}")


@shows("moments.close", "of an evaluation")
def close(scene: Scene) -> None:
    scene.go(f"/moments/{opened(scene, 5)[1]}/close")


@shows("moments.close", "of an evaluation, refused")
def refused(scene: Scene) -> None:
    scene.go(f"/moments/{opened(scene, 4)[1]}/close")
    scene.press("Ja, sluit de evaluatie")


@shows("moments.one", "of an evaluation that is open")
def waiting(scene: Scene) -> None:
    scene.go(f"/moments/{opened(scene)[1]}")


@shows("moments.one", "of an evaluation")
def told(scene: Scene) -> None:
    _, wave = opened(scene, 6)
    opinions.close(scene.world, wave)
    scene.go(f"/moments/{wave}")


@shows("picture.one", "of an evaluation")
def told_to_a_member(scene: Scene) -> None:
    group, wave = opened(scene, 6)
    opinions.close(scene.world, wave)
    scene.somebody(group)
    scene.go("/reflections").get_by_role("link", name="Bekijk wat de groep vond").click()


@shows("reflections.mine", "with an evaluation")
def invited(scene: Scene) -> None:
    group, _ = opened(scene)
    scene.somebody(group)
    scene.go("/reflections")


@shows("evaluation.fill", "empty")
def fill(scene: Scene) -> None:
    group, wave = opened(scene)
    scene.somebody(group)
    scene.go(f"/evaluations/{wave}")


@shows("evaluation.fill", "sent without an answer", 400)
def fill_nothing(scene: Scene) -> None:
    fill(scene)
    scene.press("Verstuur mijn mening")


@shows("evaluation.fill", "of an earlier session", 400)
def fill_expired(scene: Scene) -> None:
    fill(scene)
    scene.page.locator("main [name=csrf_token]").evaluate("(one) => { one.value = 'earlier'; }")
    scene.press("Verstuur mijn mening")


@shows("evaluation.fill", "thanks")
def thanks(scene: Scene) -> None:
    fill(scene)
    scene.page.get_by_role("radio", name="8", exact=True).check()
    scene.press("Verstuur mijn mening")


@shows("evaluation.fill", "a second time")
def again(scene: Scene) -> None:
    thanks(scene)
    scene.go(f"{scene.page.url}?said=evaluation_before")
