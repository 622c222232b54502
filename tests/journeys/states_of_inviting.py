"""The states of inviting by mail: to paste, wrong, looked at, tested, and after the session."""

from tests.journeys.scene import HALF_AN_HOUR, Scene, shows


def paste(scene: Scene, text: str = "") -> None:
    group, _ = scene.group(scene.trainer())
    scene.go(f"/groups/{group}/invite")
    if text:
        scene.page.get_by_label("E-mailadressen").fill(text)
        scene.press("Bekijk de mail")


@shows("inviting.page", "to paste on")
def empty(scene: Scene) -> None:
    paste(scene)


@shows("inviting.page", "with much that is wrong", 400)
def wrong(scene: Scene) -> None:
    paste(scene, "noor@example.nl\n" + "sam.example.nl\n" * 12)


@shows("inviting.page", "looked at, with long addresses")
def look(scene: Scene) -> None:
    long = "een-hele-lange-voornaam.van-der-achternaam"
    paste(scene, "\n".join(f"{long}{number}@jeugdbescherming.example" for number in range(14)))


@shows("inviting.page", "without a word of its arrival", 400)
def not_arrived(scene: Scene) -> None:
    paste(scene, "noor@example.nl; noor@example.nl")
    scene.press("Stuur de mail naar mij")
    scene.press("Verstuur 1 uitnodiging")


@shows("inviting.page", "after the session", 401)
def held(scene: Scene) -> None:
    paste(scene)
    scene.clock.forward(**HALF_AN_HOUR)
    scene.press("Bekijk de mail")
