"""A section as a page, and where it stands among the others."""

import pytest

from tests.pages import Page

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def test_a_scale_is_a_group_of_radios_with_its_words_and_a_way_out(noor):
    page = noor.see(f"/reflections/{noor.draft(answers={'a1': 'na'})}/signalen")
    group = page.html.select_one("#question-a1")
    labels = [" ".join(label.get_text().split()) for label in group.select("label")]
    assert labels[:1] + labels[-2:] == [
        "(bijna) nooit", "(bijna) altijd", "n.v.t. / niet meegemaakt",
    ]  # fmt: skip
    assert group.select_one("input[checked]")["value"] == "na"
    assert group.select_one("button[name=clear]")["value"] == "a1"


def test_a_scale_of_numbers_has_words_at_its_ends(noor):
    page = noor.see(f"/reflections/{noor.draft()}/signalen")
    group = page.html.select_one("#question-zeker-signalen")
    words = [" ".join(label.get_text().split()) for label in group.select("label")]
    assert words[0].startswith("0 ")
    assert words[-1].startswith("10 ")
    assert words[5] == "5"


def test_every_text_asks_for_no_names_and_says_where_help_is(noor):
    page = noor.see(f"/reflections/{noor.draft()}/terugkijken")
    for text in page.html.select("textarea"):
        said = " ".join(
            page.html.find(id=one).get_text() for one in text["aria-describedby"].split()
        )
        assert "Gebruik geen namen of herkenbare details." in said
        assert "112" in said


def test_a_case_is_told_before_it_is_asked_about(noor):
    page = noor.see(f"/reflections/{noor.draft()}/casus-1")
    first = page.html.select_one("form.answers [id^=question-]")
    assert first["id"] == "question-casus-1-verhaal"
    assert not first.select("input")
    chosen = page.send("Bewaar en ga verder", **{"q_casus-1-stap": second(page)})
    assert chosen.follow("Terug").html.select_one("#question-casus-1-stap input[checked]")


def second(page):
    return page.html.select("#question-casus-1-stap input")[1]["value"]


def test_progress_says_how_far_each_section_is(noor):
    done = {f"a{n}": 3 for n in range(1, 6)} | {"zeker-signalen": 7}
    page = noor.see(f"/reflections/{noor.draft(answers=done | {'b1': 1})}/kind")
    assert "Onderdeel 3 van 12" in page.text
    steps = [" ".join(step.get_text().split()) for step in page.html.select(".progress li")]
    assert steps[0] == "Signalen ingevuld"
    assert steps[1] == "Wegen begonnen"
    assert steps[2] == "Het kind hier ben je nu"
    assert steps[3] == "Ouders nog leeg"
    assert len(page.html.select(".progress [aria-current=step]")) == 1


def test_somebody_goes_on_where_they_were_and_not_at_what_they_skipped(noor):
    assert noor.see(f"/reflections/{noor.draft()}").path.endswith("/signalen")
    skipped = noor.draft("before", answers={"a1": 3, "c2": 4})
    assert noor.see(f"/reflections/{skipped}").path.endswith("/kind")


def test_who_answered_in_the_last_section_comes_to_the_review(noor):
    response = noor.draft("later", answers={"a1": 3})
    page = noor.see(f"/reflections/{response}/review").follow("Terug")
    fields = {one["name"]: "Dat weet ik." for one in page.html.select("textarea")}
    page.send("Bewaar en lees na", **fields)
    assert noor.see(f"/reflections/{response}").path.endswith("/review")


def test_the_first_section_says_that_nothing_is_needed_and_leads_back_to_the_list(noor):
    page = noor.see(f"/reflections/{noor.draft()}/signalen")
    assert "Niets is verplicht." in page.text
    assert page.follow("Terug").heading == "Mijn reflecties"


def test_an_answer_opens_and_closes_the_sections_that_follow(noor):
    response = noor.begun("show-if")
    page = noor.see(f"/reflections/{response}").send("Bewaar en ga verder", q_rol="gi", q_graad="3")
    assert page.heading == "Twee"
    third = page.send("Bewaar en ga verder", q_b="tekst")
    assert "Vertel over c." in third.text
    noor.post(f"/reflections/{response}/een", clear="rol", seen="2")
    assert noor.see(f"/reflections/{response}/twee").status == 404
    assert "Vertel over c." not in noor.see(f"/reflections/{response}/drie").text
    assert noor.answers(response)["b"] == "tekst"  # kept, in case of the way back


def test_an_answer_that_closes_its_own_section_leads_on(noor):
    response = noor.begun("show-if")
    noor.post(f"/reflections/{response}/een", q_rol="gi", seen="0")
    stale = noor.see(f"/reflections/{response}/twee")
    noor.post(f"/reflections/{response}/een", clear="rol", seen="1")
    assert stale.send("Bewaar en ga verder", q_b="x").status == 404
    told = noor.keep(response, "b", q_b="x")
    assert told.status_code == 409
    assert Page.at(noor.browser, told.json["href"]).status == 200


def test_a_section_reads_in_english_too(noor):
    noor.browser.set_cookie("language", "en", domain="127.0.0.1")
    page = noor.see(f"/reflections/{noor.draft()}/signalen")
    assert page.html.html["lang"] == "en"
    assert "(almost) never" in page.text


@pytest.mark.parametrize(("typed", "is_told"), [("Trots! 😀", True), ("Trots: één-op-één.", False)])
def test_letters_that_paper_lacks_are_told_where_they_stand_and_at_the_review(noor, typed, is_told):
    response = noor.draft(answers={"trots": typed})
    for place in ("terugkijken", "review"):
        told = noor.see(f"/reflections/{response}/{place}").text
        assert ("Emoji en sommige tekens staan niet in de pdf" in told) == is_told
