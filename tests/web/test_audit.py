"""An administrator reads the log: in sentences, by month and kind, of professionals by the day."""

import pytest

from reflect.language import LANGUAGES, language
from reflect.records import audit
from reflect.records.audit import ACTIONS, KINDS, Actor, Event
from reflect.records.audit.reading import A_PAGE
from tests.pages import Page
from tests.web.importing import ADMINISTRATOR, administrator

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
HERE = "/admin/audit"


@pytest.fixture
def admin(training):
    return administrator(training)


def note(training, *events: Event) -> None:
    with training.house.database.writing() as db:
        for event in events:
            audit.note(db, training.house.ring, event, training.house.clock())
        db.commit()


def shown(page: Page) -> list[str]:
    return [" ".join(row.get_text(" ").split()) for row in page.html.select("tbody tr")]


def test_a_line_is_a_sentence(training, admin, trainer):
    at = "21 november 2026, 14:03"
    who = Actor("staff", trainer)
    note(
        training,
        Event("staff:sign-in", result="failed"),
        Event("staff:sign-in", Actor("staff", "x" * 22)),
        Event("staff:invited", who, training.trainer(ADMINISTRATOR)),
        Event("group:made", who, "abcdefghijklmnopqrstuv", "14"),
    )

    assert shown(Page.at(admin, f"{HERE}?kind=group")) == [
        f"{at} trainer@example.org maakte groep abcdef, voor 14 deelnemers",
    ]
    failed = "kon niet inloggen: het wachtwoord of de code klopte niet (account: onbekend)"
    told = shown(Page.at(admin, f"{HERE}?kind=staff"))
    assert told[:3] == [
        f"{at} trainer@example.org gaf {ADMINISTRATOR} toegang, met een link voor een wachtwoord",
        f"{at} een medewerker van vroeger logde in",
        f"{at} iemand die niet was ingelogd {failed}",
    ]


def test_the_log_is_turned_over_page_by_page_within_a_month(training, admin, clock):
    note(training, Event("moment:opened"))
    clock.forward(days=20)
    note(training, *[Event("group:plan")] * (A_PAGE + 1))
    admin = training.signed_in(ADMINISTRATOR)

    page = Page.at(admin, f"{HERE}?month=2026-12&kind=group")

    assert len(shown(page)) == A_PAGE
    older = page.follow("Ouder")
    assert len(shown(older)) == 1
    assert len(shown(older.follow("Nieuwer"))) == A_PAGE
    assert "Hierover staat niets" in Page.at(admin, f"{HERE}?month=2026-11&kind=group").text
    assert shown(Page.at(admin, f"{HERE}?month=never&kind=nothing&page=-7"))


def test_a_professional_is_told_of_the_next_day_and_without_an_hour(training, admin, clock):
    note(training, Event("person:erased", Actor("person")))
    assert shown(Page.at(admin, f"{HERE}?kind=person")) == []

    clock.forward(days=1)
    admin = training.signed_in(ADMINISTRATOR)

    assert shown(Page.at(admin, f"{HERE}?kind=person")) == [
        "21 november 2026 een professional wiste alles van zichzelf",
    ]


def test_what_was_typed_is_shown_as_words_and_never_as_a_page(training, admin):
    note(training, Event("questionnaire:uploaded", thing="<b>x</b>\n2026 \u202ealles"))

    (told,) = shown(Page.at(admin, f"{HERE}?kind=questionnaire"))

    assert "uploadde vragenlijst <b>x</b>\\u{a}2026 \\u{202e}alles" in told


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_action_and_kind_has_its_words(code, database):  # noqa: ARG001 - as all here
    messages = language(code).messages
    names = {action.replace(":", "_").replace("-", "_") for action in ACTIONS}
    assert {f"audit.did_{name}" for name in names} <= messages.keys()
    assert {f"audit.kind_{kind}" for kind in KINDS} <= messages.keys()
    failed = {"staff_sign_in_failed", "instance_night_failed"}
    told = {key.removeprefix("audit.did_") for key in messages if key.startswith("audit.did_")}
    assert told == names | failed
