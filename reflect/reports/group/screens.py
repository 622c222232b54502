"""The picture of a group for a projector: one thing a screen, from the cover to what to ask."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reflect.disclosure import Figure
from reflect.reports.blocks import Labelled, Lead
from reflect.reports.group.bars import bars
from reflect.reports.group.change import difference, titled
from reflect.reports.group.late import named, opening
from reflect.reports.group.measured import reading
from reflect.reports.group.naming import dated
from reflect.reports.group.opinion import gauge
from reflect.reports.group.screen import Row, Screen
from reflect.reports.group.since import Since
from reflect.reports.group.story import cover
from reflect.reports.group.talk import topics
from reflect.reports.group.telling import Telling
from reflect.reports.group.withheld import withheld

_MOST = 5  # rows that are read from the back of a room
_BESIDE = ("confidence", "context", "grade")


def screens(telling: Telling) -> tuple[Screen, ...]:
    """All of them, in the order of the page and the paper, and with their words."""
    told = (_cover, _grades, _bars, _domains, _beside, _change, _talk, _withheld, _late)
    return tuple(screen for tell in told for screen in tell(telling))


def _cover(telling: Telling) -> Iterator[Screen]:
    (part,) = cover(telling)
    lead = next(block.text for block in part.blocks if isinstance(block, Lead))
    when = () if telling.is_evaluation else (telling.when(telling.release),)
    above = " · ".join((telling.subject, *when))
    note = filter(None, (telling.organisation, dated(telling)))
    yield Screen(telling.group, above, text=lead, note=" · ".join(note))
    if telling.figures:
        first, *others = reading(telling).texts
        yield Screen(reading(telling).label, text=first, questions=tuple(others))


def _grades(telling: Telling) -> Iterator[Screen]:
    """What grade a training is given, beside its scale."""
    above = telling.t("evaluation.part_grade")
    for one in telling.told("grade") if telling.is_evaluation else ():
        note = f"{telling.scale(one)} · {telling.people(one)}"
        title, value = telling.title(one.measure), telling.value(one)
        yield Screen(title, above, number=value, picture=gauge(one), note=note)


def _bars(telling: Telling) -> Iterator[Screen]:
    kind = "context" if telling.is_evaluation else "domain"
    title = telling.t(f"{'evaluation' if telling.is_evaluation else 'moments'}.part_{kind}")
    for picture in bars(telling, kind):
        yield Screen(title, picture=picture)


def _domains(telling: Telling) -> Iterator[Screen]:
    """Each domain by itself: its figure, what it is about, and roughly of how many people."""
    above = telling.t("moments.part_domain")
    for figure in telling.told("domain"):
        domain = telling.questionnaire.domain(figure.measure.partition(":")[2])
        yield Screen(
            telling.title(figure.measure),
            above,
            number=telling.value(figure),
            text=telling.say(domain.about),
            picture=gauge(figure),
            note=f"{telling.scale(figure)} · {telling.people(figure)}",
        )


def _beside(telling: Telling) -> Iterator[Screen]:
    """The questions in no domain, a few a screen; those of an evaluation were shown already."""
    for kind in _BESIDE if not telling.is_evaluation else ():
        for some in _few(telling.told(kind)):
            rows = tuple(Row(telling.title(one.measure), telling.value(one)) for one in some)
            scales = dict.fromkeys(telling.scale(one) for one in some)
            yield Screen(telling.t(f"moments.part_{kind}"), rows=rows, note=" · ".join(scales))


def _change(telling: Telling) -> Iterator[Screen]:
    """The domains then and now; those over the same people apart from the others."""
    for since in telling.since:
        told = [one for one in telling.told("domain") if one.measure in since.shifts]
        for is_same, note in ((True, "same_people"), (False, "not_the_same")):
            shown = [one for one in told if since.shifts[one.measure].same_people == is_same]
            for some in _few(shown):
                rows = tuple(_moved(telling, since, one) for one in some)
                yield Screen(titled(telling, since), rows=rows, note=telling.t(f"present.{note}"))


def _few(figures: Sequence[Figure]) -> Iterator[Sequence[Figure]]:
    """As many at a time as a screen shows."""
    return (figures[start : start + _MOST] for start in range(0, len(figures), _MOST))


def _moved(telling: Telling, since: Since, now: Figure) -> Row:
    """3,2 → 3,6 (0,4 hoger)."""
    gap = difference(telling, since.shifts[now.measure])
    then = telling.value(since.before[now.measure])
    return Row(telling.title(now.measure), f"{then} → {telling.value(now)} ({gap})")


def _talk(telling: Telling) -> Iterator[Screen]:
    if telling.figures:
        above = telling.t("moments.talk_title")
        for topic in topics(telling):
            yield Screen(topic.title, above, text=topic.lead, questions=topic.questions)


def _withheld(telling: Telling) -> Iterator[Screen]:
    """Once, and kindly: that something is not told, why, and what; of nothing the cover says so."""
    for part in withheld(telling) if telling.figures else ():
        lead = next(block.text for block in part.blocks if isinstance(block, Lead))
        said = [block.texts for block in part.blocks if isinstance(block, Labelled)]
        lines = tuple(", ".join(texts) for texts in said)
        yield Screen(part.title, text=lead, questions=lines)


def _late(telling: Telling) -> Iterator[Screen]:
    """Each set that came later, by itself."""
    for one in telling.latecomers:
        yield Screen(named(one), text=opening(one), note=telling.t("picture.late_apart"))
        for screen in (*_bars(one), *_beside(one), *_withheld(one)):
            yield replace(screen, above=named(one))
