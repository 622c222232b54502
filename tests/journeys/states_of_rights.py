"""The states of the account and of one's rights: everything, erasing, farewell."""

from tests.journeys.scene import Scene, shows


@shows("account.home", "with nothing yet")
def empty(scene: Scene) -> None:
    scene.somebody()
    scene.go("/account")


@shows("account.home", "with groups, reflections and another device")
def home(scene: Scene) -> None:
    someone, _ = scene.response({"a1": 3}, scene.group()[1])
    scene.world.session(someone.me)
    scene.go("/account")


@shows("rights.end_others", "done")
def ended(scene: Scene) -> None:
    home(scene)
    scene.press("Log op alle andere apparaten uit")


@shows("rights.end_session", "done")
def ended_one(scene: Scene) -> None:
    home(scene)
    scene.page.get_by_role("button", name="Log daar uit").click()


@shows("rights.download", "from a form that came too late")
def late(scene: Scene) -> None:
    someone = scene.somebody()
    scene.go("/account")
    scene.device.carry(scene.world.session(someone.me))
    scene.press("Download alles (ZIP)")


@shows("rights.erase_reflection", "asked, of an open moment")
def one(scene: Scene) -> None:
    scene.response({"a1": 3}, scene.group()[1])
    scene.go("/account").get_by_role("link", name="Wis deze reflectie").click()


@shows("rights.erase_reflection", "without a choice", 400)
def one_without_choice(scene: Scene) -> None:
    one(scene)
    scene.press("Ga door")


@shows("rights.erase_reflection", "asked, after the group was told")
def one_told(scene: Scene) -> None:
    group, moment = scene.group()
    someone, response = scene.response({"a1": 3}, moment)
    scene.world.finish(someone.me, response)
    scene.world.fill(group, moment, *[0.5] * 5)
    scene.close(moment)
    scene.go(f"/account/reflections/{response}/erase")


@shows("rights.erase_reflection", "done")
def one_done(scene: Scene) -> None:
    one(scene)
    scene.page.get_by_label("Ja, wis deze reflectie").check()
    scene.press("Ga door")


@shows("rights.erase", "asked")
def everything(scene: Scene) -> None:
    scene.response({"a1": 3})
    scene.go("/account").get_by_role("link", name="Wis alles").click()


@shows("rights.erase", "without a choice", 400)
def everything_without_choice(scene: Scene) -> None:
    everything(scene)
    scene.press("Ga door")


@shows("rights.erased", "farewell")
def farewell(scene: Scene) -> None:
    everything(scene)
    scene.page.get_by_label("Ja, wis al mijn gegevens").check()
    scene.press("Ga door")
