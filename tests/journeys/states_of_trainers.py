"""The states of a trainer's way in: signing in and out, and a first password."""

from reflect.records import staff
from tests.journeys.scene import Scene, shows

EMAIL = "te.vaak@example.org"


def sign_in(scene: Scene, email: str) -> None:
    scene.go("/staff/sign-in").get_by_label("E-mailadres").fill(email)
    scene.page.get_by_label("Wachtwoord").fill("niet dit wachtwoord")
    scene.press("Log in")


@shows("staff.sign_in", "empty")
def nobody(scene: Scene) -> None:
    scene.go("/staff/sign-in")


@shows("staff.sign_in", "with something wrong", 400)
def wrong(scene: Scene) -> None:
    sign_in(scene, "niemand@example.org")


@shows("staff.sign_in", "tried too often", 429)
def too_often(scene: Scene) -> None:
    for _ in range(6):
        sign_in(scene, EMAIL)


def invitation(scene: Scene) -> None:
    house = scene.world.house
    member = scene.world.trainer("nieuw@example.org")
    with house.database.writing() as db:
        token = staff.reset(db, staff.one(db, member), house.clock())
        db.commit()
    scene.go(f"/staff/welcome/{token}")


@shows("staff.welcome", "to choose a password")
def welcome(scene: Scene) -> None:
    invitation(scene)


@shows("staff.welcome", "with a password that is too short", 400)
def welcome_short(scene: Scene) -> None:
    invitation(scene)
    scene.page.get_by_label("Nieuw wachtwoord").fill("kort")
    scene.press("Bewaar en log in")


@shows("staff.welcome", "by a link that has lapsed", 404)
def lapsed(scene: Scene) -> None:
    scene.go("/staff/welcome/niet-deze")


@shows("staff.sign_out", "done")
def sign_out(scene: Scene) -> None:
    scene.trainer()
    scene.go("/groups").get_by_role("button", name="Uitloggen").click()
