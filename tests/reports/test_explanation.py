"""An explanation says enough to come to every score again with a pencil."""

import json

from hypothesis import given
from hypothesis import strategies as st

from reflect.language import language
from reflect.questionnaire import Questionnaire, mean, score
from reflect.reports import Outcome, explanation, parts, plain
from reflect.reports.blocks import Details
from tests.reports.making import ANSWERS, DAY, EVERYTHING, a_domain, a_scale, a_section, everything
from tests.reports.recomputing import recomputed

SCALES = EVERYTHING["scales"] | {
    "zeven": {"from": -3, "to": 3, "ends": EVERYTHING["scales"]["tien"]["ends"]}
}
REACH = {"eens": range(1, 6), "tien": range(11), "zeven": range(-3, 4)}
WEIGHTS = st.sampled_from([1, 1, 2, 0.5, 0.1, 0.125, 0.3333, 1 / 3, 12.75, 1000])


def told(outcome):
    return plain(explanation(outcome))


def an_outcome(answers=ANSWERS, of=None, code="nl", phase="after"):
    questionnaire = of or everything()
    return Outcome(questionnaire, score(questionnaire, phase, answers), language(code), DAY)


@st.composite
def outcomes(draw):
    """Three domains of statements on any scale, with any weights, and answers to some."""
    sections, domains, answers = [], [], {}
    for name in ("zien", "wegen", "doen"):
        statements = []
        for number in range(draw(st.integers(1, 7))):
            scale = draw(st.sampled_from(sorted(REACH)))
            more = {"reverse": draw(st.booleans()), "weight": draw(WEIGHTS)}
            statements.append(a_scale(f"{name}{number}", scale, domain=name, **more))
            if (answer := draw(st.sampled_from([None, *REACH[scale]]))) is not None:
                answers[f"{name}{number}"] = answer
        answers.setdefault(f"{name}0", 1)  # of what nobody touched there is nothing to tell
        sections.append(a_section(name, *statements))
        share = draw(st.sampled_from([0, 0.123, 0.5, 0.66667, 0.9]))
        domains.append(a_domain(name) | {"answered_more_than": share})
    made = EVERYTHING | {"sections": sections, "domains": domains, "scales": SCALES, "report": {}}
    return an_outcome(answers, Questionnaire.from_json(json.dumps(made)))


@given(outcomes())
def test_every_score_and_its_band_can_be_worked_out_from_the_text_alone(outcome):
    found = recomputed(told(outcome))

    for one in outcome.profile.scores:
        score_, band = found[one.domain.title()]
        assert score_ == (None if one.score is None else mean(one.score))
        assert band == (one.band and one.band.title())


def test_it_says_what_the_page_folds_away_and_nothing_else():
    outcome = an_outcome()

    folded = [b for part in parts(outcome) for b in part.blocks if isinstance(b, Details)]
    assert [b for part in explanation(outcome) for b in part.blocks if isinstance(b, Details)] == (
        folded
    )
    assert "De baby." not in told(outcome)


def test_a_domain_without_any_answer_says_why_there_is_nothing():
    assert "want je gaf bij deze stellingen geen antwoord" in told(an_outcome({}))


def test_it_names_the_definition_to_the_letter_and_the_rules():
    outcome = an_outcome(code="en")

    assert "Questionnaire alles, version 1" in told(outcome)
    assert outcome.questionnaire.fingerprint in told(outcome)
    assert "Scoring rules, version 1" in told(outcome)


def test_without_domains_there_are_versions_and_no_rules():
    closed = everything(
        sections=[a_section("een", a_scale("x", use="none"))], domains=[], report={}
    )

    assert "Vragenlijst alles, versie 1" in told(an_outcome({"x": 1}, closed))
    assert "Zo reken je het na" not in told(an_outcome({"x": 1}, closed))
