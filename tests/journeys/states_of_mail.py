"""The states of what goes by mail: reminders, and recovery of a lost code."""

from datetime import timedelta

from reflect.records import outbox, recovery, reminders
from reflect.records.addresses import Mailbox
from tests.journeys.scene import Scene, shows

NOOR = Mailbox("noor@example.org", "nl")


def member(scene: Scene):
    """Somebody who is there, in a group with something ahead."""
    last = (scene.clock() + timedelta(days=20)).date()
    return scene.somebody(scene.group(deadline=last)[0])


@shows("mail.page", "with nothing ahead")
def nothing_ahead(scene: Scene) -> None:
    scene.somebody()
    scene.go("/account/mail")


@shows("mail.page", "asked for")
def asked_for(scene: Scene) -> None:
    member(scene)
    scene.go("/account/mail")


@shows("mail.page", "with what is no address", 400)
def no_address(scene: Scene) -> None:
    asked_for(scene)
    scene.page.get_by_label("E-mailadres").fill("noor@")
    scene.press("Stuur mij herinneringen")


@shows("mail.page", "on")
def reminders_on(scene: Scene) -> None:
    asked_for(scene)
    scene.page.get_by_label("E-mailadres").fill(NOOR.email)
    scene.press("Stuur mij herinneringen")


@shows("mail.off", "done")
def reminders_off(scene: Scene) -> None:
    reminders_on(scene)
    scene.press("Stop de herinneringen en wis mijn adres")


@shows("mail.stop", "to be pressed")
def stop(scene: Scene) -> None:
    me, house = member(scene).me, scene.world.house
    with house.database.writing() as db:
        reminders.remember(db, house.ring, me, NOOR)
        reminders.follow(db, me, scene.clock())
        token = reminders.of(db, house.ring, me).stop
        db.commit()
    scene.go(f"/mail/stop/{token}")


@shows("mail.stop", "pressed")
def stopped(scene: Scene) -> None:
    stop(scene)
    scene.press("Stop de herinneringen")


@shows("recovery.page", "off")
def recovery_off(scene: Scene) -> None:
    scene.somebody()
    scene.go("/account/recovery")


@shows("recovery.page", "with what is no address", 400)
def recovery_no_address(scene: Scene) -> None:
    recovery_off(scene)
    scene.press("Stuur mij een controlecode")


def begun(scene: Scene):
    """Somebody who is there and was sent a check code; it, and the one it is for."""
    me, house = scene.somebody().me, scene.world.house
    with house.database.writing() as db:
        recovery.begin(db, house.ring, me, NOOR, scene.clock())
        claimed = outbox.claim(db, house.ring, scene.clock())
        while claimed.letter.kind != "confirm":
            claimed = outbox.claim(db, house.ring, scene.clock())
        db.commit()
    scene.go("/account/recovery")
    return claimed.letter.code, me


@shows("recovery.check", "wrong", 400)
def check_wrong(scene: Scene) -> None:
    begun(scene)
    scene.page.get_by_label("Controlecode").fill("0000-0000")
    scene.press("Zet herstel via e-mail aan")


@shows("recovery.check", "right: it is on")
def check_right(scene: Scene):
    code, me = begun(scene)
    scene.page.get_by_label("Controlecode").fill(code)
    scene.press("Zet herstel via e-mail aan")
    return me


@shows("recovery.off", "done")
def switched_off(scene: Scene) -> None:
    check_right(scene)
    scene.press("Zet herstel via e-mail uit")


@shows("recovery.ask", "empty")
def ask(scene: Scene) -> None:
    scene.go("/account/sign-in").get_by_role("link", name="Vraag een nieuwe code aan").click()


@shows("recovery.ask", "asked")
def asked(scene: Scene) -> None:
    ask(scene)
    scene.page.get_by_label("E-mailadres").fill("iemand@example.org")
    scene.press("Stuur mij een mail")


@shows("recovery.ask", "too often", 429)
def too_often(scene: Scene) -> None:
    for _ in range(3):
        ask(scene)
        scene.page.get_by_label("E-mailadres").fill("ongeduldig@example.org")
        scene.press("Stuur mij een mail")


def mailed(scene: Scene) -> None:
    """Follow the link that is mailed to who lost a code."""
    check_right(scene)
    house = scene.world.house
    with house.database.writing() as db:
        recovery.ask(db, house.ring, NOOR, scene.clock())
        claimed = outbox.claim(db, house.ring, scene.clock())
        while claimed.letter.kind != recovery.ASKED or claimed.letter.to != NOOR.email:
            claimed = outbox.claim(db, house.ring, scene.clock())
        token = recovery.answer(db, house.ring, claimed, scene.clock()).letter.tokens[-1]
        outbox.done(db, claimed.id)
        db.commit()
    scene.go(f"/account/recover/{token}")


@shows("recovery.link", "to be pressed")
def link(scene: Scene) -> None:
    mailed(scene)


@shows("recovery.link", "pressed: the new code")
def link_pressed(scene: Scene) -> None:
    mailed(scene)
    scene.press("Maak mijn nieuwe code")


@shows("recovery.link", "lapsed", 404)
def link_lapsed(scene: Scene) -> None:
    scene.go("/account/recover/nothing")
