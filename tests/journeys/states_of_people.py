"""The states of a professional's pages: the way in, and the account."""

from tests.journeys.scene import Scene, shows

ALONE = "/start/onveiligheid-opheffen"


@shows("start.home", "for somebody new")
def home(scene: Scene) -> None:
    scene.go("/")


@shows("start.home", "for a professional who is there")
def home_of_a_professional(scene: Scene) -> None:
    scene.somebody()
    scene.go("/")


@shows("start.home", "for a trainer who is there")
def home_of_a_trainer(scene: Scene) -> None:
    scene.trainer()
    scene.go("/")


@shows("start.find_group", "with a code that nobody knows", 404)
def unknown_group(scene: Scene) -> None:
    scene.go("/").get_by_label("Groepscode").fill("AAAA-AAAA")
    scene.press("Ga naar mijn groep")


@shows("start.join", "open")
def join(scene: Scene) -> None:
    scene.go(f"/join/{scene.join_code(scene.group()[0])}")


@shows("start.join", "without the choice", 400)
def join_without_choice(scene: Scene) -> None:
    join(scene)
    scene.press("Doe mee")


@shows("start.join", "full", 410)
def join_full(scene: Scene) -> None:
    group, _ = scene.group()
    for _ in range(14):
        scene.world.somebody(group)
    scene.go(f"/join/{scene.join_code(group)}")


@shows("start.join", "with nothing open")
def join_between(scene: Scene) -> None:
    group, moment = scene.group()
    scene.world.fill(group, moment, *[0.5] * 5)
    scene.close(moment)
    scene.go(f"/join/{scene.join_code(group)}")


@shows("start.alone", "to be begun")
def alone(scene: Scene) -> None:
    scene.go(ALONE)


@shows("start.alone", "begun: the code, shown once")
def newcomer(scene: Scene) -> None:
    scene.go(ALONE)
    scene.press("Begin voor mijzelf")


@shows("start.who_sees_what", "as it is")
def who_sees_what(scene: Scene) -> None:
    scene.go("/who-sees-what")


@shows("start.privacy", "as it is")
def privacy(scene: Scene) -> None:
    scene.go("/privacy")


@shows("start.accessibility", "as it is")
def accessibility(scene: Scene) -> None:
    scene.go("/accessibility")


@shows("start.language", "chosen: English")
def english(scene: Scene) -> None:
    scene.go("/who-sees-what").get_by_role("button", name="English").click()


@shows("account.sign_in", "empty")
def sign_in(scene: Scene) -> None:
    scene.go("/account/sign-in")


@shows("account.sign_in", "with a code that opens nothing", 400)
def wrong_code(scene: Scene) -> None:
    scene.go("/account/sign-in").get_by_label("Persoonlijke code").fill("AAAAA")
    scene.press("Ga verder")


@shows("account.sign_out", "done")
def sign_out(scene: Scene) -> None:
    scene.somebody()
    scene.go("/reflections").get_by_role("button", name="Uitloggen").click()


@shows("account.code", "asked for")
def code(scene: Scene) -> None:
    scene.somebody()
    scene.go("/account/code")


@shows("account.code", "renewed")
def new_code(scene: Scene) -> None:
    code(scene)
    scene.press("Maak een nieuwe code")


@shows("account.group", "with the wish as it is")
def member(scene: Scene) -> None:
    scene.somebody(scene.group()[0])
    scene.go("/reflections").get_by_role("link", name="Verander").click()


@shows("account.group", "changed")
def changed(scene: Scene) -> None:
    member(scene)
    scene.page.get_by_label("Nee, alleen voor mijzelf").check()
    scene.press("Verander")


@shows("account.leave_group", "asked for")
def leave(scene: Scene) -> None:
    scene.somebody(scene.group()[0])
    scene.go("/reflections").get_by_role("link", name="Verlaat deze groep").click()


@shows("account.leave_group", "done")
def left(scene: Scene) -> None:
    leave(scene)
    scene.press("Verlaat deze groep")
