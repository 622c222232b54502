"""Releases for the tests: one with all that can be told, and whatever chance brings."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import get_args

from hypothesis import strategies as st

from reflect.config import folder
from reflect.disclosure import Distribution, Figure, Release, Withheld
from reflect.disclosure.figure import Bound
from reflect.disclosure.headcount import FEWEST
from reflect.language import LANGUAGES, language
from reflect.questionnaire import Library, measures
from reflect.reports.group import Telling
from tests.reports.group.changing import compared
from tests.reports.making import everything

DAY = date(2026, 11, 21)
PEOPLE = tuple(FEWEST)
QUESTIONNAIRES = (everything(), *Library.read(folder("questionnaires")).current)
EVALUATION = next(one for one in QUESTIONNAIRES if one.kind == "evaluation")


def told(measure, value, bound=None, people="5-9", **scale):
    ends = {"low": 1, "high": 5} | scale
    return Figure(measure=measure, value=Decimal(value), bound=bound, people=people, **ends)


def a_release(*figures, withheld=(), of=None, **changes):
    questionnaire = of or everything()
    facts = {
        "questionnaire": questionnaire.id,
        "version": questionnaire.version,
        "fingerprint": questionnaire.fingerprint,
        "phase": "after",
        "moment": 2,
        "closed": DAY,
        "group": "Groep A",
        "organisation": "Hogeschool X",
        "figures": figures,
        "withheld": tuple(withheld),
    }
    return Release(**facts | changes)


def a_telling(*figures, code="nl", since=(), late=(), of=None, **changes):
    release = a_release(*figures, of=of, **changes)
    return Telling(release, of or everything(), language(code), tuple(since), tuple(late))


def domains(**values):
    """A telling of the domains zien, wegen, doen: "3.4", or ("1.5", "at_most")."""
    return a_telling(*(_domain(name, value) for name, value in values.items()))


def _domain(name, value):
    shown, bound = value if isinstance(value, tuple) else (value, None)
    return told(f"domain:{name}", shown, bound)


def told_in_all_ways(hostile):
    """Every questionnaire in both languages: whole, beside an earlier moment, hostile, nothing."""
    for questionnaire in QUESTIONNAIRES:
        for code in ("nl", "en"):
            for way in ("whole", "beside", "hostile", "nothing"):
                name = hostile if way == "hostile" else "Groep A"
                figures, hidden = _mixed(questionnaire, told=way != "nothing")
                facts = {"withheld": hidden, "group": name, "of": questionnaire}
                if way == "whole":
                    about = _spreads(questionnaire, figures)
                    facts["distributions"] = tuple(Distribution(*each) for each in _even(about))
                more = _more(figures, facts) if way == "beside" else {}
                yield way, a_telling(*figures, code=code, **more, **facts)


def _more(figures, facts):
    """A change, of half of the measures over the same people, and a set that came late."""
    then, now = (a_release(*figures, moment=number, **facts) for number in (1, 2))
    same = {one.measure for one in figures[::2]}
    return {"since": [compared(now, then, same=same)], "late": [replace(now, turn=2)]}


def _means(questionnaire):
    """The measures of which there is a mean; of a choice there is none."""
    return [one for one in measures(questionnaire) if not one.id.startswith("choice:")]


def _mixed(questionnaire, *, told):
    """Figures of which some are bounds, and what is withheld: for either reason, or all of it."""
    bounds, figures, hidden = (None, "at_least", "at_most"), [], []
    for number, one in enumerate(_means(questionnaire)):
        if not told or number % 4 == 3:
            hidden.append(Withheld(one.id, ("too_few", "ledger")[number % 2]))
            continue
        value = Decimal(one.low * 10 + number % (10 * (one.high - one.low))).scaleb(-1)
        bound = bounds[number % 3]
        figures.append(Figure(one.id, one.low, one.high, value, bound, PEOPLE[number % 4]))
    return figures, hidden


class Chance(Telling):
    """A telling that chance made; written out without its questionnaire, which is long."""

    def __repr__(self):
        return f"{self.t.code}: {self.release}, {self.since}, {self.late}"


@st.composite
def tellings(draw, questionnaires=QUESTIONNAIRES):
    """Any release of any questionnaire, in either language; some with changes and late sets."""
    questionnaire = draw(st.sampled_from(questionnaires))
    now = draw(_releases(questionnaire, "after", 3))
    since, late = (), ()
    if questionnaire.kind != "evaluation":
        before = draw(st.lists(st.sampled_from((1, 2)), unique=True).map(sorted))
        since = tuple(draw(_changes(questionnaire, now, number)) for number in before)
        late = tuple(
            replace(draw(_releases(questionnaire, "after", 3)), turn=turn)
            for turn in range(2, draw(st.integers(2, 4)))
        )
    return Chance(now, questionnaire, language(draw(st.sampled_from(LANGUAGES))), since, late)


@st.composite
def _changes(draw, questionnaire, now, number):
    """The change from an earlier moment, over the same people here and there."""
    then = draw(_releases(questionnaire, "before", number))
    return compared(now, then, same={one.measure for one in now.figures if draw(st.booleans())})


@st.composite
def _releases(draw, questionnaire, phase, moment):
    figures, withheld = [], []
    for measure in _means(questionnaire):
        way = draw(st.sampled_from(("told", "told", "too_few", "ledger", "absent")))
        if way == "told":
            figures.append(_figure(draw, measure))
        elif way != "absent":
            withheld.append(Withheld(measure.id, way))
    spread = tuple(_spread(draw, one) for one in _spreads(questionnaire, figures))
    names = {name: draw(st.text(max_size=40)) for name in ("group", "organisation")}
    return a_release(
        *figures,
        withheld=withheld,
        of=questionnaire,
        phase=phase,
        moment=moment,
        distributions=spread,
        **names,
    )


def _spreads(questionnaire, figures):
    """What may be told by how people are spread, and about how many: plain means, and choices."""
    means = {one.measure: one.people for one in figures if one.bound is None}
    for one in measures(questionnaire):
        if one.id.startswith("choice:"):
            yield one.id, PEOPLE[1]
        elif one.id.startswith(("context:", "grade:")) and means.get(one.id) in PEOPLE[1:]:
            yield one.id, means[one.id]


def _even(about):
    return ((measure, (30, 30, 40), people) for measure, people in about)


def _spread(draw, about):
    measure, people = about
    low = draw(st.integers(0, 10))
    high = draw(st.integers(0, 10 - low))
    return Distribution(measure, (low * 10, 100 - 10 * (low + high), high * 10), people)


def _figure(draw, measure):
    tenths = draw(st.integers(measure.low * 10, measure.high * 10))
    bound = draw(st.sampled_from((None, None, *get_args(Bound))))
    people = draw(st.sampled_from(PEOPLE))
    value = Decimal(tenths).scaleb(-1)
    return Figure(measure.id, measure.low, measure.high, value, bound, people)
