"""What the part about change says: then and now, with care, in figures and in the same words."""

from reflect.language import language
from reflect.questionnaire import read_definition, score
from reflect.reports import Outcome, parts
from reflect.reports.blocks import Details, Figures, Note, Paragraph, Picture
from tests.reports.making import ANSWERS, DAY, DOMAINS, EVERYTHING, a_domain, everything, shipped
from tests.reports.reading import said
from tests.reports.story.changing import DEFINITIONS, JULY, LOWER, change, labelled, of_kind, past


def test_a_first_reflection_tells_of_no_change():
    assert change() is None


def test_it_stands_after_the_domains_and_before_the_cases():
    questionnaire = everything()
    profile = score(questionnaire, "after", ANSWERS)
    told = parts(Outcome(questionnaire, profile, language("nl"), DAY, past=(past(),)))
    ids = [part.id for part in told]
    assert ids[ids.index("change") - 1 : ids.index("change") + 2] == [
        "domain-doen",
        "change",
        "cases",
    ]


def test_every_domain_stands_there_then_and_now_and_in_words():
    first = of_kind(change(past()), Figures)[0]
    assert first.head == ("Domein", "1e meting", "2e meting", "In woorden")
    assert first.rows == (
        ("Zien", "3,2", "3,8", "iets hoger (vuistregel)"),
        ("Wegen", "3,4", "1,0", "duidelijk lager (vuistregel)"),
    )


def test_the_picture_says_the_same_as_the_table():
    (picture,) = of_kind(change(past()), Picture)
    assert (picture.chart, picture.low, picture.high) == ("slope", 1, 5)
    assert [[point.number for point in mark.points] for mark in picture.marks] == [
        ["3,2", "3,8"],
        ["3,4", "1,0"],
    ]
    assert [mark.words for mark in picture.marks] == ["iets hoger", "duidelijk lager"]
    assert "Zien: 3,2 naar 3,8, iets hoger; Wegen: 3,4 naar 1,0, duidelijk lager." in picture.alt


def test_how_to_read_a_difference_stands_right_under_the_lines():
    told = change(past()).blocks
    (at,) = (nth for nth, block in enumerate(told) if isinstance(block, Picture))
    assert told[at + 1].label == "Zo lees je een verschil"


def test_of_many_lines_two_make_a_picture():
    seven = shipped()
    low, high = (
        {each.id: point for some in seven.scored.values() for each in some} for point in (2, 4)
    )
    pictures = of_kind(change(past(answers=low, of=seven), of=seven, answers=high), Picture)
    assert [len(picture.marks) for picture in pictures] == [2, 2, 2, 1]


def test_the_moments_are_named_by_number_day_and_phase():
    assert labelled(change(past()))["Je metingen"] == (
        "1e meting: 12 mei 2026, vóór de training",
        "2e meting: 21 november 2026, na de training",
    )


def test_a_lower_score_is_no_judgement():
    text = " ".join(said(change(past())))
    assert "Dan is je meetlat verschoven, en niet je werk." in text
    assert "Een verschil zegt niet waardoor het komt." in text
    for word in ("beter", "slechter", "vooruitgang", "achteruit", "onvoldoende"):
        assert word not in text


def test_what_cannot_be_compared_says_why():
    told = labelled(change(past()))["Wat we niet vergelijken"]
    assert told == ("De eerste keer waren er te weinig antwoorden voor een score: Doen.",)


def test_of_three_moments_it_is_told_since_the_first_and_since_the_last():
    between = past(JULY, LOWER | {"zien1": 5}, "after")
    part = change(past(), between, phase="later")
    first, latest, *_ = of_kind(part, Figures)
    assert (first.title, latest.title) == ("Sinds je eerste meting", "Sinds je vorige meting")
    assert first.rows[0][1:3] == ("3,2", "3,8")
    assert latest.rows[0] == ("Zien", "3,6", "3,8", "ongeveer gelijk (vuistregel)")
    assert (first.head[1], latest.head[1:3]) == ("1e meting", ("2e meting", "3e meting"))
    (picture,) = of_kind(part, Picture)
    assert picture.steps == ("1e", "2e", "3e")
    assert [point.number for point in picture.marks[0].points] == ["3,2", "3,6", "3,8"]


def test_a_moment_in_between_that_asked_something_else_leaves_a_gap_in_the_line():
    few = past(JULY, {"zien1": 5}, "after")
    (picture,) = of_kind(change(past(), few, phase="later"), Picture)
    assert [point.number for point in picture.marks[0].points] == ["3,2", "", "3,8"]
    assert "Zien: 3,2 naar 3,8" in picture.alt


def test_what_can_be_compared_with_one_of_two_moments_stands_in_both_tables():
    whole = LOWER | {"doen1": 3, "doen2": 3, "doen3": 3}
    now = whole | {"doen1": 4}
    first, latest, *_ = of_kind(change(past(), past(JULY, whole), answers=now), Figures)
    assert first.rows[2] == ("Doen", "\u2013", "\u2013", "niet te vergelijken")
    assert latest.rows[2] == ("Doen", "3,0", "3,3", "ongeveer gelijk (vuistregel)")
    none, table, *_ = of_kind(change(past(answers={}), past(JULY, whole), answers=now), Figures)
    assert {row[3] for row in none.rows} == {"niet te vergelijken"}
    assert len(table.rows) == len(DOMAINS)


def newer(**changes):
    """A next version, of which one statement reads otherwise, and one domain is another."""
    sections = [dict(section) for section in EVERYTHING["sections"]]
    asked = [dict(question) for question in sections[0]["questions"]]
    asked[0]["text"] = {"nl": "Ik doe het anders.", "en": "I do it otherwise."}
    sections[0]["questions"] = asked
    return everything(version=2, sections=sections, **changes)


def test_of_two_versions_only_what_stayed_the_same_is_compared_and_that_is_said():
    part = change(past(), of=newer())
    assert of_kind(part, Figures)[0].rows[0] == (
        "Zien",
        "3,3",
        "3,5",
        "ongeveer gelijk (vuistregel)",
    )
    assert "De vragenlijst is tussen je metingen veranderd." in of_kind(part, Note)[0].text
    assert "alleen over stellingen die je beide keren kreeg" in " ".join(said(part))
    (details,) = of_kind(part, Details)
    assert details.blocks[0].rows[0][:3] == ("Zien", "3 van 4", "+0,25")


def test_a_domain_of_one_version_keeps_its_name():
    def renamed(section):
        questions = [
            q | ({"domain": "anders"} if q.get("domain") == "doen" else {})
            for q in section["questions"]
        ]
        return section | {"questions": questions}

    other = everything(
        version=2,
        domains=[a_domain("zien"), a_domain("wegen"), a_domain("anders")],
        sections=[renamed(section) for section in EVERYTHING["sections"]],
    )
    told = labelled(change(past(), of=other))["Wat we niet vergelijken"]
    assert told == (
        "Stond nog niet in je eerste vragenlijst: Anders.",
        "Staat niet meer in de vragenlijst: Doen.",
    )


def test_nothing_that_can_be_compared_is_said_kindly():
    part = change(past(), answers={})
    assert "Dat zegt niets over jou" in of_kind(part, Paragraph)[0].text
    assert not of_kind(part, Picture)
    assert labelled(part)["Wat we niet vergelijken"] == (
        "Deze keer waren er te weinig antwoorden voor een score: Zien; Wegen.",
        "De eerste keer waren er te weinig antwoorden voor een score: Doen.",
    )
    assert "Zo lees je een verschil" not in labelled(part)


def test_a_questionnaire_without_domains_has_no_change_to_tell():
    plain = read_definition("smallest-1", DEFINITIONS)
    assert change(past(answers={}, of=plain), of=plain, answers={}) is None


def test_it_is_told_in_english_too():
    text = " ".join(said(change(past(), code="en")))
    assert "somewhat higher (rule of thumb)" in text
    assert "Then your yardstick has moved, and not your work." in text
