"""A page that is cast is the one its templates draw, with nothing of whom it was drawn for."""

from random import Random

import pytest

from reflect.commands.pretending import answers_of
from reflect.language import LANGUAGES
from reflect.questionnaire import path
from reflect.web import casting, sections
from tests.house.test_shipped import SHELF, WHICH, draft
from tests.tripwire import BY_CHANCE
from tests.web.reflecting import somebody

PHASE = "after"
NASTY = "<b>&\"'</textarea>\n{t} {{ t }} \\1 —"
NEVER_CAST = f"{NASTY} \ue000"  # paper cannot show it, so its templates draw it
pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def pages(someone, questionnaire, response) -> list[str]:
    """Every section of a response, in every language."""
    answers, seen = someone.answers(response), []
    for code in LANGUAGES:
        someone.browser.set_cookie("language", code, domain="127.0.0.1")
        ways = [step.section.id for step in path(questionnaire, PHASE, answers)]
        seen += [someone.browser.get(f"/reflections/{response}/{way}").text for way in ways]
    return [BY_CHANCE.sub("", text) for text in seen]


@WHICH
def test_a_page_is_cast_as_its_templates_draw_it(app, monkeypatch, questionnaire):
    some, others = (
        dict(answers_of(questionnaire, PHASE, Random(seed), part))  # noqa: S311 - the same always
        for seed, part in ((1, 0.5), (2, 0.9))
    )
    first, noor = somebody(app), somebody(app)
    pages(first, questionnaire, draft(first, questionnaire, PHASE, some))
    response = draft(noor, questionnaire, PHASE, others)
    cast = pages(noor, questionnaire, response)
    monkeypatch.setattr(casting, "show", sections.draw)
    assert cast == pages(noor, questionnaire, response)


def test_nothing_of_whom_a_page_was_drawn_for_is_kept(app):
    first = somebody(app)
    response = first.draft(answers={"signalen-hoger": "Alleen van mij"})
    page = first.browser.get(f"/reflections/{response}/signalen").text
    kept = b"".join(piece for mould in first.house.moulds.values() for piece in mould.pieces)
    for own in (response, first.token, "Alleen van mij"):
        assert own in page
        assert own.encode() not in kept


@pytest.mark.parametrize("text", [NASTY, NEVER_CAST])
def test_what_somebody_writes_fills_its_own_place_alone(app, monkeypatch, text):
    noor = somebody(app)
    response = noor.draft(answers={"signalen-hoger": text})
    cast = pages(noor, SHELF[0], response)
    monkeypatch.setattr(casting, "show", sections.draw)
    assert cast == pages(noor, SHELF[0], response)


def test_a_page_is_drawn_once_for_everybody(app, monkeypatch):
    drawn = []
    monkeypatch.setattr(
        casting, "content", lambda *a, **k: drawn.append(1) or sections.content(*a, **k)
    )
    for _ in range(3):
        noor = somebody(app)
        noor.browser.get(f"/reflections/{noor.draft()}/signalen")
    assert len(drawn) == 1


@pytest.mark.parametrize(("limit", "kept"), [("MOST", 3), ("LARGEST", 0)])
def test_moulds_do_not_heap_up(app, monkeypatch, limit, kept):
    monkeypatch.setattr(casting, limit, kept)
    noor = somebody(app)
    pages(noor, SHELF[0], noor.draft())
    assert len(noor.house.moulds) <= kept


@pytest.mark.parametrize("part", [0, 0.6, 1])
def test_a_review_is_cast_as_its_template_draws_it(app, monkeypatch, part):
    given = dict(answers_of(SHELF[0], PHASE, Random(3), part))  # noqa: S311 - the same always
    first, noor = somebody(app), somebody(app)
    for someone in (first, noor):
        someone.review = f"/reflections/{draft(someone, SHELF[0], PHASE, given)}/review"
    first.browser.get(first.review)
    cast = noor.browser.get(noor.review).text
    drawn = []
    monkeypatch.setattr(casting, "kept", lambda _key, make: drawn.append(1) or make())
    assert cast == noor.browser.get(noor.review).text
    assert drawn
