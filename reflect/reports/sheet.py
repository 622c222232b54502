"""The reflection sheet, for supervision or a portfolio: own words in the three dimensions."""

from collections.abc import Iterable

from reflect.questionnaire import Score, mean
from reflect.reports.blocks import Block, Figures, Labelled, Lead, Note, Part, Quote, Room
from reflect.reports.document import Document
from reflect.reports.handout import handout
from reflect.reports.outcome import Outcome
from reflect.reports.plain import plain
from reflect.reports.story.goals import goals_written

_DIMENSIONS = ("technical", "normative", "personal")
_NOTHING = "\u2013"  # a dash in a cell
_LINES = 7  # to write on, for a dimension that is still empty


def sheet(outcome: Outcome) -> Document:
    """The sheet as a PDF; the name goes nowhere but in there."""
    t, told = outcome.t, sheet_parts(outcome)
    footer = t("sheet.footer", title=told[0].title, day=t.date(outcome.day))
    return handout(told, outcome, footer=footer, name=_file(outcome, "pdf"))


def sheet_text(outcome: Outcome) -> Document:
    """The same as plain text in UTF-8, to be pasted into a portfolio."""
    body = plain(sheet_parts(outcome)).encode()
    return Document(_file(outcome, "txt"), "text/plain", body)


def sheet_parts(outcome: Outcome) -> tuple[Part, ...]:
    """What stands on the sheet: three dimensions, goals where there are, and each domain."""
    return (
        _head(outcome),
        *(_dimension(outcome, name) for name in _DIMENSIONS),
        *_also(outcome),
        *goals_written(outcome),
        *_picture(outcome),
        _discussed(outcome),
    )


def _file(outcome: Outcome, ending: str) -> str:
    return f"{outcome.t('sheet.file')}-{outcome.day.isoformat()}.{ending}"


def _head(outcome: Outcome) -> Part:
    t, questionnaire = outcome.t, outcome.questionnaire
    title = outcome.say(questionnaire.title)
    facts = {
        t("report.name"): outcome.name.strip(),
        t("report.day"): t.date(outcome.day),
        t("sheet.instrument"): t("sheet.version", title=title, version=questionnaire.version),
        t("report.moment"): t(f"report.when_{outcome.profile.phase}"),
    }
    labelled = (Labelled(label, (text,)) for label, text in facts.items() if text)
    return Part("sheet", title, (Lead(t("sheet.lead")), *labelled), t("sheet.title"))


def _dimension(outcome: Outcome, name: str) -> Part:
    """What was written in a dimension; an open question with room to write where nothing was."""
    asked = [q for q in _of(outcome, name) if q in outcome.questions]
    blocks: list[Block] = _quotes(outcome, asked)
    if not blocks:
        questions = [outcome.say(outcome.questions[q].text) for q in asked]
        blocks = [Room(q, _LINES) for q in questions or [outcome.t(f"sheet.ask_{name}")]]
    return Part(name, outcome.t(f"report.{name}"), tuple(blocks))


def _of(outcome: Outcome, dimension: str) -> tuple[str, ...]:
    """The questions of a dimension, as the questionnaire has it."""
    questions: tuple[str, ...] = getattr(outcome.questionnaire.report.dimensions, dimension)
    return questions


def _also(outcome: Outcome) -> tuple[Part, ...]:
    """What else was written in the sections of the dimensions; without such, in any section."""
    told = {question for name in _DIMENSIONS for question in _of(outcome, name)}
    texts = [
        question.id
        for section in outcome.questionnaire.sections
        for question in section.questions
        if question.type == "text" and question.id not in told | outcome.in_cases
        if not told or told & {one.id for one in section.questions}
    ]
    quotes = _quotes(outcome, texts)
    return (Part("also", outcome.t("sheet.also"), tuple(quotes)),) if quotes else ()


def _quotes(outcome: Outcome, questions: Iterable[str]) -> list[Block]:
    return [
        Quote(outcome.say(outcome.questions[question].text), outcome.answer(question))
        for question in questions
        if outcome.answer(question)
    ]


def _picture(outcome: Outcome) -> tuple[Part, ...]:
    """Each domain in one line."""
    t = outcome.t
    if not outcome.profile.scores:
        return ()
    head = tuple(t(f"report.column_{column}") for column in ("domain", "score", "band"))
    figures = Figures("", head, tuple(_line(outcome, score) for score in outcome.profile.scores))
    return (Part("picture", t("sheet.picture"), (figures, Note(t("sheet.picture_note")))),)


def _line(outcome: Outcome, score: Score) -> tuple[str, str, str]:
    """A domain, its mean and its band in words."""
    t, band = outcome.t, outcome.band(score)
    title = outcome.say(outcome.questionnaire.domain(score.domain).title)
    if score.score is None or band is None:
        return title, _NOTHING, t("report.no_score")
    return title, t.number(mean(score.score)), outcome.say(band.title)


def _discussed(outcome: Outcome) -> Part:
    t = outcome.t
    rooms = Room(t("sheet.with_whom"), 1), Room(t("sheet.taken"), 3)
    notes = Note(t("sheet.no_points")), Note(t("sheet.no_names"))
    return Part("discussed", t("sheet.discussed"), (*rooms, *notes))
