"""One's own moments beside each other: on a page, in the report, and nobody else's."""

import io

import pytest
from pypdf import PdfReader
from sqlalchemy import Engine, event

from reflect.questionnaire import read_definition
from reflect.records import memberships
from reflect.records.groups import Moment
from reflect.records.memberships import Wishes
from tests.records.making import AT
from tests.web.reflecting import DEFINITIONS, QUESTIONNAIRE, somebody
from tests.web.returning import JULY, MAY, next_version, submitted_on

PAGE = f"/compare/{QUESTIONNAIRE}"
MANY = 10  # times that a report asks the records
LOW = {f"a{n}": 2 for n in range(1, 6)}
HALF = {f"a{n}": 3 for n in range(1, 6)}
HIGH = {f"a{n}": 4 for n in range(1, 6)}


@pytest.fixture
def shipped(noor):
    return noor.house.library.latest(QUESTIONNAIRE)


@pytest.fixture
def before(noor, shipped):
    """What Noor submitted in May."""
    return submitted_on(noor.house, noor.me, MAY, LOW, phase="before", of=shipped)


def part(page):
    return page.html.select_one("#change")


def words(tag) -> str:
    return " ".join(tag.get_text(" ").split())


def tables(page):
    """The tables of the part about change: titles, with their rows as texts."""
    return {
        words(table.caption): [
            [words(cell) for cell in row.find_all(["th", "td"])] for row in table.select("tbody tr")
        ]
        for table in part(page).select("table")
        if table.caption
    }


def pdf(answer) -> str:
    reader = PdfReader(io.BytesIO(answer.data))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.usefixtures("before")
def test_report_page_and_paper_tell_the_same_change(noor):
    now = noor.submitted(answers=HIGH)
    report, page = noor.see(f"/reflections/{now}/report"), noor.see(PAGE)
    row = ["Signalen opmerken en overwegen", "2,4", "3,6", "duidelijk hoger (vuistregel)"]
    assert tables(report)["Sinds je eerste meting"][0] == row
    assert tables(page) == tables(report)
    assert words(part(page)) == words(part(report))
    paper = pdf(noor.post(f"/reflections/{now}/report.pdf"))
    assert "Sinds je eerste meting" in paper
    assert "Dan is je meetlat verschoven, en niet je werk." in paper


def test_the_first_report_stays_as_it_was(noor, before):
    noor.submitted(answers=HIGH)
    assert part(noor.see(f"/reflections/{before}/report")) is None


def test_goals_of_then_stand_beside_it_and_lead_to_saying_what_came_of_them(noor, before):
    goal = {"q_what-1": "Elke week nabellen."}
    noor.see(f"/reflections/{before}/goals").send("Bewaar mijn doelen", **goal)
    noor.submitted(answers=HIGH)
    page = noor.see(PAGE)
    then = words(page.html.select_one("#goals-then"))
    assert "12 mei 2026 Elke week nabellen. Wat werd ervan?" in then
    asked = page.follow("Kijk terug")
    asked.send("Bewaar mijn doelen", **{f"q_came_of_it-1-{before}": "Drie keer gelukt."})
    assert "Drie keer gelukt." in words(noor.see(PAGE).html.select_one("#goals-then"))


def test_the_list_and_the_report_lead_to_it_and_it_leads_to_every_report(noor, before):
    assert "Toen en nu" not in noor.see("/reflections").text
    noor.submitted(answers=HIGH)
    page = noor.see("/reflections").follow("Vergelijk je metingen")
    assert page.path == PAGE
    first = page.follow("1e meting: 12 mei 2026, vóór de training")
    assert first.path == f"/reflections/{before}/report"
    second = page.follow("2e meting: 21 november 2026, na de training")
    assert second.follow("Vergelijk je metingen").path == PAGE


@pytest.mark.usefixtures("before")
def test_of_three_moments_in_two_versions_it_tells_the_first_and_the_last(noor, shipped):
    newer = next_version(shipped)
    submitted_on(noor.house, noor.me, JULY, HALF, of=shipped)
    now = submitted_on(noor.house, noor.me, JULY.replace(month=11), HIGH, phase="later", of=newer)
    page = noor.see(PAGE)
    told = tables(page)
    assert told["Sinds je eerste meting"][0][1:] == ["2,5", "3,5", "duidelijk hoger (vuistregel)"]
    assert told["Sinds je vorige meting"][0][1:] == ["3,0", "3,5", "iets hoger (vuistregel)"]
    assert "De vragenlijst is tussen je metingen veranderd." in page.text
    assert "Je verslagen" in page.text
    assert tables(noor.see(f"/reflections/{now}/report")) == told


def test_who_submitted_once_or_never_reads_what_to_do(noor, shipped):
    assert "Je hebt deze vragenlijst nog niet verstuurd." in noor.see(PAGE).text
    noor.draft()
    assert "nog niet verstuurd" in noor.see(PAGE).text
    submitted_on(noor.house, noor.me, MAY, LOW, of=shipped)
    page = noor.see(PAGE)
    assert "Je hebt deze vragenlijst één keer verstuurd." in page.text
    assert page.follow("Naar de vragenlijst").heading == "Onveiligheid opheffen"


def test_of_two_on_one_day_the_phase_says_which_came_first(noor, shipped):
    submitted_on(noor.house, noor.me, MAY, HIGH, phase="after", of=shipped)
    submitted_on(noor.house, noor.me, MAY, LOW, phase="before", of=shipped)
    told = tables(noor.see(PAGE))["Sinds je eerste meting"]
    assert told[0][1:3] == ["2,4", "3,6"]


def test_of_two_on_one_day_that_nothing_tells_apart_none_is_the_first(noor, shipped):
    ids = [submitted_on(noor.house, noor.me, MAY, answers, of=shipped) for answers in (LOW, HIGH)]
    assert "één keer" in noor.see(PAGE).text
    for response in ids:
        assert part(noor.see(f"/reflections/{response}/report")) is None


def test_of_two_moments_of_a_group_on_one_day_the_number_says_it(noor, training, trainer, shipped):
    group = training.group(trainer, phases=("before", "after"))
    with training.house.database.writing() as db:
        for moment in db.query(Moment).filter_by(group_id=group):
            moment.state, moment.phase = "open", "after"
        memberships.join(db, noor.me.person_id, group, Wishes(counts=True, research=False), AT)
        db.commit()
    one, two = training.moments(group)
    submitted_on(noor.house, noor.me, MAY, HIGH, of=shipped, moment=two)
    submitted_on(noor.house, noor.me, MAY, LOW, of=shipped, moment=one)
    assert tables(noor.see(PAGE))["Sinds je eerste meting"][0][1:3] == ["2,4", "3,6"]


@pytest.mark.usefixtures("before")
def test_only_moments_with_the_same_questionnaire_are_laid_side_by_side(noor):
    other = noor.house.library.latest("save-begeleiding")
    submitted_on(noor.house, noor.me, JULY, {}, of=other)
    assert "één keer" in noor.see(PAGE).text
    assert "één keer" in noor.see("/compare/save-begeleiding").text


@pytest.mark.usefixtures("before")
def test_another_persons_moments_are_nobodys(app, noor):
    noor.submitted(answers=HIGH)
    sam = somebody(app)
    assert "nog niet verstuurd" in sam.see(PAGE).text


@pytest.mark.parametrize("unknown", ["nergens", "then", "training-evaluatie", "%2e%2e"])
def test_what_is_no_questionnaire_to_reflect_with_is_not_found(noor, unknown):
    assert noor.browser.get(f"/compare/{unknown}").status_code == 404


def test_who_is_not_there_is_asked_for_a_code(client):
    assert client.get(PAGE).headers["Location"] == "/account/sign-in"


@pytest.mark.usefixtures("before")
def test_a_report_asks_the_records_no_more_often_for_more_moments(noor, shipped):
    now = noor.submitted(answers=HIGH)

    def asked() -> int:
        said = []

        def note(*_) -> None:
            said.append(1)

        event.listen(Engine, "before_cursor_execute", note)
        noor.browser.get(f"/reflections/{now}/report")
        event.remove(Engine, "before_cursor_execute", note)
        return len(said)

    few = asked()
    for month in range(6, 11):
        submitted_on(noor.house, noor.me, MAY.replace(month=month), HALF, of=shipped)
    assert asked() <= few < MANY


def test_then_is_asked_once_more_and_stands_beside_then_and_now(noor):
    small = read_definition("then-1", DEFINITIONS)
    first = submitted_on(noor.house, noor.me, MAY, {"a1": 4, "a2": 2, "zeker": "nee"}, of=small)
    now = noor.begun("then-1", phase="later")
    page = noor.see(f"/reflections/{now}/een")
    page = page.send("Bewaar en ga verder", q_a1="4", q_a2="2", q_zeker="nee")
    assert page.path == f"/reflections/{now}/then"
    assert page.heading == "Terugkijken op toen"
    assert "Hoe zou je jezelf nu scoren over toen?" in page.text
    assert "Toen, zoals ik het nu zie:" in page.text
    noor.keep(now, "then-a1", **{"q_then-a1": "2"})
    assert noor.answers(now)["then-a1"] == 2
    page = noor.see(f"/reflections/{now}/then")
    page = page.send("Bewaar en ga verder", **{"q_then-a2": "4"})
    noor.post(f"/reflections/{now}/submit")
    text = noor.see("/compare/then").text
    assert "Zien: toen gaf je jezelf 4,0. Kijk je nu terug op toen, dan geef je 2,0." in text
    assert "ongeveer gelijk (vuistregel)" in text
    assert "terug op toen" not in noor.see(f"/reflections/{first}/report").text
    assert noor.see("/compare/then").status == 200


def test_a_questionnaire_without_scores_says_so(noor):
    small = read_definition("smallest-1", DEFINITIONS)
    for day in (MAY, JULY):
        submitted_on(noor.house, noor.me, day, {"a": "Iets."}, of=small)
    assert "geen scores om te vergelijken" in noor.see("/compare/smallest").text
