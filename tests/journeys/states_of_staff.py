"""The states of what staff comes in with, and of an administrator's colleagues."""

import re

from reflect.records import devices, factors, spares, staff
from reflect.records.devices import Arrival
from tests.journeys.scene import NUMBERS, Scene, shows
from tests.journeys.states_of_imports import administrator
from tests.web.training import PASSWORD

LATER = {"minutes": 11}  # than a confirmation is fresh
HERE = "/admin/staff"


def halfway(scene: Scene) -> str:
    """A trainer who typed the password, and no code yet."""
    email = f"half{next(NUMBERS)}@example.org"
    scene.world.trainer(email)
    scene.go("/staff/sign-in").get_by_label("E-mailadres").fill(email)
    scene.page.get_by_label("Wachtwoord").fill(PASSWORD)
    scene.press("Log in")
    return email


def bare(scene: Scene) -> str:
    """A trainer with a password alone."""
    email = f"bare{next(NUMBERS)}@example.org"
    house, member = scene.world.house, scene.world.trainer(email)
    with house.database.writing() as db:
        factors.drop(db, member)
        db.commit()
    return email


def later(scene: Scene, act) -> None:
    """Do something when the last confirmation is some time ago."""
    scene.clock.forward(**LATER)
    act()
    scene.clock.forward(minutes=-LATER["minutes"])


@shows("authenticator.code", "asked")
def code(scene: Scene) -> None:
    halfway(scene)


@shows("authenticator.code", "wrong", 400)
def wrong_code(scene: Scene) -> None:
    halfway(scene)
    scene.page.get_by_label("Code uit je authenticator").fill("000000")
    scene.press("Ga verder")


@shows("authenticator.page", "to be set up")
def set_up(scene: Scene) -> None:
    email = bare(scene)
    scene.go("/staff/sign-in").get_by_label("E-mailadres").fill(email)
    scene.page.get_by_label("Wachtwoord").fill(PASSWORD)
    scene.press("Log in")


@shows("authenticator.page", "with a code that is wrong", 400)
def set_up_wrong(scene: Scene) -> None:
    set_up(scene)
    scene.page.get_by_label("Code uit je authenticator").fill("000000")
    scene.press("Controleer en ga verder")


@shows("authenticator.page", "to be replaced")
def replaced(scene: Scene) -> None:
    scene.trainer()
    scene.go("/staff/authenticator")


@shows("authenticator.renew", "shown once")
def spare_codes(scene: Scene) -> None:
    scene.trainer()
    scene.go("/staff/account")
    scene.press("Maak nieuwe reservecodes")


@shows("credentials.home", "on two devices, with few spare codes")
def account(scene: Scene) -> None:
    trainer = scene.trainer()
    with scene.world.house.database.writing() as db:
        for used in spares.renew(db, trainer)[1:]:
            spares.use(db, trainer, used)
        db.commit()
    scene.world.staff_session(trainer)
    scene.go("/staff/account")


@shows("credentials.home", "told of a strange device")
def told(scene: Scene) -> None:
    house, trainer = scene.world.house, scene.trainer()
    with house.database.writing() as db:
        for cookie in ("known", "strange"):
            looks = {"browser": "Firefox", "system": "Windows"}
            devices.arrive(db, house.ring, Arrival(trainer, cookie), looks, house.clock())
        db.commit()
    scene.go("/staff/account")


@shows("credentials.know", "done")
def known(scene: Scene) -> None:
    told(scene)
    scene.press("Dat was ik")


@shows("credentials.end_session", "done")
def ended(scene: Scene) -> None:
    account(scene)
    scene.page.get_by_role("button", name=re.compile("Log daar uit")).click()


@shows("credentials.end_others", "done")
def ended_others(scene: Scene) -> None:
    account(scene)
    scene.press("Log op alle andere apparaten uit")


@shows("credentials.password", "to choose another")
def password(scene: Scene) -> None:
    scene.trainer()
    scene.go("/staff/account/password")


@shows("credentials.password", "too short", 400)
def password_short(scene: Scene) -> None:
    password(scene)
    scene.page.get_by_label("Nieuw wachtwoord").fill("kort")
    scene.press("Bewaar het wachtwoord")


@shows("credentials.password", "to be confirmed first", 401)
def password_confirmed(scene: Scene) -> None:
    password(scene)
    scene.page.get_by_label("Nieuw wachtwoord").fill(PASSWORD)
    later(scene, lambda: scene.press("Bewaar het wachtwoord"))


@shows("fresh.confirm", "with a wrong code", 400)
def confirmed(scene: Scene) -> None:
    _, moment = scene.group(scene.trainer())
    later(scene, lambda: scene.go(f"/moments/{moment}/export/csv"))
    scene.page.get_by_label("Code uit je authenticator").fill("000000")
    later(scene, lambda: scene.press("Bevestig en ga door"))


def colleague(scene: Scene) -> str:
    """An administrator who is there, and a colleague with two roles and a group; the id."""
    email = f"collega{next(NUMBERS)}@example.org"
    administrator(scene)
    scene.world.trainer(email)
    member = scene.world.trainer(email, role="administrator")
    scene.group(member)
    return member


@shows("colleagues.every", "with colleagues in every state")
def every(scene: Scene) -> None:
    house = scene.world.house
    colleague(scene)
    bare(scene)
    with house.database.writing() as db:
        member = staff.one(db, scene.world.trainer("link@example.org"))
        member.password_hash = None
        staff.reset(db, member, house.clock())
        db.commit()
    scene.go(HERE)


@shows("colleagues.invite", "empty")
def invite(scene: Scene) -> None:
    administrator(scene)
    scene.go(f"{HERE}/invite")


@shows("colleagues.invite", "with nothing filled in", 400)
def invite_wrong(scene: Scene) -> None:
    invite(scene)
    scene.press("Nodig uit")


@shows("colleagues.invite", "on its way")
def invited(scene: Scene) -> None:
    invite(scene)
    scene.page.get_by_label("E-mailadres").fill(f"nieuw{next(NUMBERS)}@example.org")
    scene.page.get_by_label("Organisatie", exact=True).select_option(index=1)
    scene.press("Nodig uit")


@shows("colleagues.one", "with two roles")
def one(scene: Scene) -> None:
    scene.go(f"{HERE}/{colleague(scene)}")


@shows("colleagues.give", "without an organisation", 400)
def give(scene: Scene) -> None:
    one(scene)
    scene.page.get_by_text("Geef een rol erbij").click()
    scene.page.get_by_label("Organisatie", exact=True).select_option("")
    scene.press("Geef deze rol")


@shows("colleagues.take", "done")
def take(scene: Scene) -> None:
    one(scene)
    scene.page.get_by_role("button", name=re.compile("Neem deze rol af")).first.click()


@shows("colleagues.link", "made")
def link(scene: Scene) -> None:
    one(scene)
    scene.press("Maak een nieuwe link")


@shows("colleagues.end", "asked, of who has a group")
def end(scene: Scene) -> None:
    scene.go(f"{HERE}/{colleague(scene)}/end")
