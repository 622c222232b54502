"""What the report takes from the questions (E203, E204, E209): they exist, and are of the kind."""

from collections.abc import Callable, Iterable, Iterator

from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.faults import Found, unknown
from reflect.questionnaire.positions import Path
from reflect.questionnaire.questions import AnyQuestion

Fits = Callable[[AnyQuestion], bool]


def report_faults(questionnaire: Questionnaire) -> Iterator[Found]:
    """Every fault of this kind."""
    for path, name, fits, wanted in _named(questionnaire):
        question = questionnaire.questions.get(name)
        if question is None:
            yield unknown(path, "E204", "question", name, questionnaire.questions)
        elif not fits(question):
            yield Found(path, "E209", f'"{name}" is not {wanted}')
    yield from _unequal(questionnaire)
    domains = [domain.id for domain in questionnaire.domains]
    then = questionnaire.report.then
    for n, name in enumerate(then.domains if then else ()):
        if name not in domains:
            yield unknown(("report", "then", "domains", n), "E203", "domain", name, domains)


def _named(questionnaire: Questionnaire) -> Iterator[tuple[Path, str, Fits, str]]:
    """Every question that the report names: where, which, and what it has to be."""
    report = questionnaire.report
    texts: list[tuple[Path, tuple[str, ...]]] = [
        (("report", "reflection"), report.reflection),
        (("report", "dimensions", "technical"), report.dimensions.technical),
        (("report", "dimensions", "normative"), report.dimensions.normative),
        (("report", "dimensions", "personal"), report.dimensions.personal),
    ]
    yield from _each(texts, lambda question: question.type == "text", "a question of text")
    scales: list[tuple[Path, tuple[str, ...]]] = []
    for n, vignette in enumerate(report.vignettes):
        path: Path = ("report", "vignettes", n)
        scales += [((*path, "first"), vignette.first), ((*path, "second"), vignette.second)]
    yield from _each(scales, lambda question: question.type == "scale", "a question on a scale")
    for n, grade in enumerate(report.grades):
        where = ("report", "grades", n, "question")
        yield where, grade.question, lambda question: question.use == "grade", "a grade"
    for n, pair in enumerate(report.pairs):
        yield from _pair(questionnaire, ("report", "pairs", n), pair.from_, pair.to)


def _each(
    lists: Iterable[tuple[Path, tuple[str, ...]]], fits: Fits, wanted: str
) -> Iterator[tuple[Path, str, Fits, str]]:
    for path, names in lists:
        for n, name in enumerate(names):
            yield (*path, n), name, fits, wanted


def _pair(
    questionnaire: Questionnaire, path: Path, from_: str, to: str
) -> Iterator[tuple[Path, str, Fits, str]]:
    first = questionnaire.questions.get(from_)
    kinds = ("scale", "choice")
    yield (*path, "from"), from_, lambda q: q.type in kinds, "on a scale, or one choice"
    wanted = "answered in the same way as the other of its pair"
    yield (*path, "to"), to, lambda q: first is None or _way(q) == _way(first), wanted


def _way(question: AnyQuestion) -> object:
    """What two questions have in common when their answers can be laid side by side."""
    if question.type == "scale":
        return question.scale
    return [one.value for one in question.options] if question.type == "choice" else question.type


def _unequal(questionnaire: Questionnaire) -> Iterator[Found]:
    for n, vignette in enumerate(questionnaire.report.vignettes):
        if len(vignette.first) != len(vignette.second):
            message = "both parts of a vignette ask the same questions, in the same order"
            yield Found(("report", "vignettes", n, "second"), "E209", message)
