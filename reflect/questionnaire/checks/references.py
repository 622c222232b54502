"""What a definition points at (E2xx): ids once, and names that exist."""

import difflib
from collections.abc import Iterable, Iterator
from itertools import chain

from reflect.questionnaire.checks.texts import texts
from reflect.questionnaire.definition import PLACE, Questionnaire, Scale
from reflect.questionnaire.faults import Found
from reflect.questionnaire.positions import Path
from reflect.questionnaire.questions import AnyQuestion
from reflect.questionnaire.questions.base import NOT_APPLICABLE, NotAnAnswer
from reflect.questionnaire.rules import Rule, Value


def reference_faults(questionnaire: Questionnaire) -> Iterator[Found]:
    """Every fault of this kind."""
    yield from _doubles(questionnaire)
    yield from _scales(questionnaire)
    yield from _names(questionnaire)
    yield from _report(questionnaire)
    yield from _places(questionnaire)
    yield from _rules(questionnaire)


def unknown(path: Path, code: str, kind: str, name: str, known: Iterable[str]) -> Found:
    """A name that nothing bears, with the nearest that something does."""
    near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    hint = f'; did you mean "{near[0]}"?' if near else ""
    return Found(path, code, f'there is no {kind} "{name}"{hint}')


def questions_at(questionnaire: Questionnaire) -> Iterator[tuple[Path, AnyQuestion]]:
    """Every question with its path."""
    for s, section in enumerate(questionnaire.sections):
        for q, question in enumerate(section.questions):
            yield ("sections", s, "questions", q), question


def _doubles(questionnaire: Questionnaire) -> Iterator[Found]:
    named: list[list[tuple[Path, str]]] = [
        [((*path, "id"), question.id) for path, question in questions_at(questionnaire)],
        [(("sections", n, "id"), section.id) for n, section in enumerate(questionnaire.sections)],
        [(("domains", n, "id"), domain.id) for n, domain in enumerate(questionnaire.domains)],
    ]
    named += [
        [(("domains", d, "bands", n, "id"), band.id) for n, band in enumerate(domain.bands)]
        for d, domain in enumerate(questionnaire.domains)
    ]
    named += [
        [
            ((*path, "options", n, "value"), option.value)
            for n, option in enumerate(question.options)
        ]
        for path, question in questions_at(questionnaire)
        if question.type in ("choice", "choices")
    ]
    for names in named:
        seen: set[str] = set()
        for path, name in names:
            if name in seen:
                yield Found(path, "E201", f'"{name}" stands here for the second time')
            seen.add(name)


def _scales(questionnaire: Questionnaire) -> Iterator[Found]:
    for name, scale in questionnaire.scales.items():
        fault = _scale_fault(scale)
        if fault:
            yield Found(("scales", name), "E208", fault)


def _scale_fault(scale: Scale) -> str | None:
    if scale.points:
        if scale.from_ is not None or scale.to is not None or scale.ends:
            return "a scale has points, or from, to and ends, not both"
        values = [point.value for point in scale.points]
        return None if values == sorted(set(values)) else "the points must rise, each value once"
    if scale.from_ is None or scale.to is None:
        return "a scale needs points, or both from and to"
    if not 0 < scale.to - scale.from_ <= 100:  # noqa: PLR2004 - as many as can be drawn
        return "to must lie above from, and 100 above it at the most"
    return None


def _names(questionnaire: Questionnaire) -> Iterator[Found]:
    domains = [domain.id for domain in questionnaire.domains]
    for path, question in questions_at(questionnaire):
        if question.type != "scale":
            continue
        if question.scale not in questionnaire.scales:
            known = questionnaire.scales
            yield unknown((*path, "scale"), "E202", "scale", question.scale, known)
        if question.domain is not None and question.domain not in domains:
            yield unknown((*path, "domain"), "E203", "domain", question.domain, domains)


def _report(questionnaire: Questionnaire) -> Iterator[Found]:
    for path, name in chain(_listed(questionnaire), _single(questionnaire)):
        if name not in questionnaire.questions:
            yield unknown(path, "E204", "question", name, questionnaire.questions)
    domains = [domain.id for domain in questionnaire.domains]
    then = questionnaire.report.then
    for n, name in enumerate(then.domains if then else ()):
        if name not in domains:
            yield unknown(("report", "then", "domains", n), "E203", "domain", name, domains)


def _listed(questionnaire: Questionnaire) -> Iterator[tuple[Path, str]]:
    """The questions that the report names in lists."""
    report = questionnaire.report
    lists: dict[Path, tuple[str, ...]] = {("report", "reflection"): report.reflection}
    for name in ("technical", "normative", "personal"):
        lists["report", "dimensions", name] = getattr(report.dimensions, name)
    for n, vignette in enumerate(report.vignettes):
        lists["report", "vignettes", n, "first"] = vignette.first
        lists["report", "vignettes", n, "second"] = vignette.second
    for path, names in lists.items():
        for n, name in enumerate(names):
            yield (*path, n), name


def _single(questionnaire: Questionnaire) -> Iterator[tuple[Path, str]]:
    """The questions that the report and the placeholders name one by one."""
    for n, pair in enumerate(questionnaire.report.pairs):
        yield ("report", "pairs", n, "from"), pair.from_
        yield ("report", "pairs", n, "to"), pair.to
    for n, grade in enumerate(questionnaire.report.grades):
        yield ("report", "grades", n, "question"), grade.question
    for name, placeholder in questionnaire.placeholders.items():
        yield ("placeholders", name, "question"), placeholder.question


def _places(questionnaire: Questionnaire) -> Iterator[Found]:
    for path, words in texts(questionnaire):
        for language, text in words.items():
            for place in PLACE.findall(text):
                if place not in questionnaire.placeholders:
                    known = questionnaire.placeholders
                    yield unknown((*path, language), "E205", "placeholder", place, known)


def _rules(questionnaire: Questionnaire) -> Iterator[Found]:
    earlier: dict[str, AnyQuestion] = {}
    for s, section in enumerate(questionnaire.sections):
        shown: list[tuple[Path, Rule | None]] = [(("sections", s, "show_if"), section.show_if)]
        shown += [
            (("sections", s, "questions", q, "show_if"), question.show_if)
            for q, question in enumerate(section.questions)
        ]
        for path, rule in shown:
            for name, values in rule.leans_on() if rule else ():
                yield from _leaning(questionnaire, path, name, values, earlier)
        earlier |= {question.id: question for question in section.questions}


def _leaning(
    questionnaire: Questionnaire,
    path: Path,
    name: str,
    values: tuple[Value, ...],
    earlier: dict[str, AnyQuestion],
) -> Iterator[Found]:
    if name not in questionnaire.questions:
        yield unknown(path, "E204", "question", name, questionnaire.questions)
    elif name not in earlier:
        yield Found(path, "E206", f'"{name}" is not asked in an earlier section')
    else:
        for value in values:
            if not _can_be(questionnaire, earlier[name], value):
                yield Found(path, "E207", f'"{name}" can never be {value!r}')


def _can_be(questionnaire: Questionnaire, question: AnyQuestion, value: Value) -> bool:
    if question.type == "scale" and question.scale not in questionnaire.scales:
        return True  # that fault is told by itself
    given = [value] if question.type == "choices" else value
    try:
        question.admit(questionnaire, given)
    except NotAnAnswer:
        return value == NOT_APPLICABLE and question.type == "text"
    return True
