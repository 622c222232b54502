"""A preview: the questionnaire as people meet it, and nothing of it is kept."""

import io
from pathlib import Path
from random import Random

import pytest
from pypdf import PdfReader

from reflect.commands.pretending import answers_of
from reflect.language import LANGUAGES, language
from reflect.questionnaire import Library, path
from tests.web.previewing import HERE, begin, small
from tests.web.reflecting import unreachable

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
SHELF = Library.read(Path(__file__).parents[2] / "questionnaires").reflections
WHICH = pytest.mark.parametrize("questionnaire", SHELF, ids=lambda one: one.id)
NOTHING_KEPT = "Dit is een voorbeeld. Er wordt niets bewaard."


@pytest.fixture
def away(app):
    """The database cannot be reached: a preview does without."""
    with unreachable(app):
        yield


def fields(step, answers):
    """What a browser sends of these answers to the questions of a section."""
    return {f"q_{one.id}": answers[one.id] for one in step.questions if one.id in answers}


@WHICH
@pytest.mark.parametrize("phase", ["before", "after", "later"])
@pytest.mark.usefixtures("away")
def test_it_walks_the_very_sections_of_a_phase_in_a_language_up_to_a_report(
    client, questionnaire, phase
):
    answers = answers_of(questionnaire, phase, Random(3))  # noqa: S311 - the same always
    code = LANGUAGES[phase == "later"]
    onward = language(code)
    page = begin(client, questionnaire.id, phase=phase, spoken=code)
    for step in path(questionnaire, phase, answers):
        assert page.heading == questionnaire.say(step.section.title, code)
        assert onward("preview.notice") in page.text
        asked = {tag["name"] for tag in page.html.select("form.answers [name^=q_]")}
        assert asked == {f"q_{one.id}" for one in step.questions if one.type != "passage"}
        page = page.send(onward("questions.go_on"), go="on", **fields(step, answers))
    assert page.heading == onward("reflections.review_title")
    assert onward("preview.notice") in page.text
    page = page.send(onward("preview.to_report"))
    title = questionnaire.say(questionnaire.title, code)
    assert page.heading == onward("preview.of", title=title)
    assert page.html.select("nav.contents a[href^='#domain-']")


@pytest.mark.usefixtures("away")
def test_answers_open_sections_and_fill_in_words_and_can_be_wiped(app, client):
    page = small(app, client, "show-if").send("Verder", q_rol="gi", q_graad="3")
    assert page.heading == "Twee"
    page = page.send("Verder", q_b="Iets over b.")
    assert "Vertel over c." in page.text
    first = page.send("Terug").send("Terug")
    assert first.html.select_one("input[value=gi]").has_attr("checked")
    wiped = first.send("Wis antwoord")  # the first: of rol
    assert wiped.heading == "Een"
    assert not wiped.html.select("#question-rol input[checked]")
    review = wiped.send("Verder")  # no other section is left
    assert review.heading == "Nalezen en versturen"
    assert review.send("Een").heading == "Een"
    assert review.send("Terug").heading == "Een"
    report = review.send("Naar het voorbeeldverslag")
    assert report.heading == "Voorbeeld: Proef"
    assert report.send("Terug").heading == review.heading
    third = begin(client).send("Verder", q_rol="lokaal").send("Verder")
    assert "de SAVE-medewerker" in third.text


@pytest.mark.usefixtures("away")
def test_a_reader_may_turn_back_up_to_the_choice_at_the_start(client):
    page = begin(client, phase="later", spoken="en")
    assert page.html.html["lang"] == "en"
    back = page.send("Back")
    assert back.heading == "See a preview"
    assert back.field("Later, to look back").has_attr("checked")
    assert back.field("English").has_attr("checked")
    assert back.follow("Leave the preview").path == "/instruments/save-begeleiding"


@pytest.mark.usefixtures("away")
def test_what_is_wrong_is_told_and_what_is_right_goes_along(client):
    page = begin(client, "onveiligheid-opheffen")
    wrong = page.send("Verder", q_a1="4", q_a2="99")
    assert wrong.status == 400
    assert wrong.html.select_one(".error-summary a")["href"] == "#q_a2"
    assert wrong.html.select_one("#question-a1 input[checked]")["value"] == "4"
    assert wrong.send("Terug", q_a2="99").heading == "Bekijk een voorbeeld"  # held up by nothing
    assert wrong.send("Verder", q_a1="na", q_a2=None).heading == "Wegen"


@pytest.mark.usefixtures("away")
def test_the_report_and_its_pdf_say_that_they_are_an_example(client):
    page = begin(client)
    while "Voorbeeld:" not in page.heading:
        onward = (w for w in ("Verder", "Lees na", "Naar het voorbeeldverslag") if w in page.text)
        page = page.send(next(onward), go="on")
    assert NOTHING_KEPT in page.text
    carried = page.html.select_one("input[name=carried]")["value"]
    for file, name in (
        ("", "reflectie-2026-11-21.pdf"),
        ("sheet", "reflectieblad-2026-11-21.pdf"),
        ("conversation", "voor-de-ander.pdf"),
    ):
        answer = client.post(f"{HERE}/report.pdf", data={"carried": carried, "file": file})
        assert answer.headers["Content-Disposition"].endswith(f'"voorbeeld-{name}"')
        printed = PdfReader(io.BytesIO(answer.data)).pages
        assert all("Voorbeeld: SAVE-begeleiding" in sheet.extract_text() for sheet in printed)
    words = client.post(f"{HERE}/report.pdf", data={"carried": carried, "file": "sheet_text"})
    assert "Voorbeeld: SAVE-begeleiding" in words.text
    assert page.send("Terug").send("Terug").heading == "Terugkijken"


def test_it_keeps_nothing_of_who_is_there(noor, monkeypatch):
    def write():
        raise AssertionError("a preview writes nothing")

    monkeypatch.setattr(noor.house.database, "writing", write)
    page = begin(noor.browser).send("Verder", q_rol="lokaal", csrf_token="of an earlier session")
    assert page.status == 200
    assert page.heading == "Instemming"
    assert "Set-Cookie" not in page.response.headers


def test_a_preview_has_no_script_that_saves_and_is_not_for_search_engines(client):
    page = begin(client)
    assert page.response.headers["X-Robots-Tag"] == "noindex"
    assert not [tag for tag in page.html.select("script") if "autosave" in tag["src"]]
    assert not page.html.select("[data-autosave]")


@pytest.mark.usefixtures("away")
def test_the_then_test_is_shown_at_its_phase(app, client):
    now = small(app, client, "then", phase="later").send("Verder", q_a1="4", q_zeker="nee")
    assert now.heading == "Terugkijken op toen"
    assert "Toen, zoals ik het nu zie:" in now.text
    assert now.send("Verder", **{"q_then-a1": "2"}).heading == "Slot"
