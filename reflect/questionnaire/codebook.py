"""The codebook: what each question is, what each stored value means, and since which version."""

from collections.abc import Sequence
from dataclasses import dataclass

from reflect.questionnaire.conditions import in_words
from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.questions import AnyQuestion
from reflect.questionnaire.questions.base import NOT_APPLICABLE, Words
from reflect.questionnaire.rules import Rule
from reflect.questionnaire.sections import Section


@dataclass(frozen=True, slots=True)
class Entry:
    """One question. Empty: it has none of that."""

    id: str
    type: str
    texts: tuple[str, ...]  # in the languages of the codebook
    scale: str
    values: tuple[tuple[str, str], ...]  # each stored value with its label
    reverse: bool
    weight: str
    domain: str
    use: str
    phases: tuple[str, ...]
    show_if: str
    since: int
    until: int | None  # the last version that has it; None while the newest has it


def codebook(questionnaire: Questionnaire, versions: Sequence[Questionnaire]) -> tuple[Entry, ...]:
    """The questions of a version in order, then those that only other versions have.

    Texts are in the languages of that version; versions: all there are, oldest first.
    """
    every = versions or (questionnaire,)
    entries = [_entry(questionnaire, every, s, q, questionnaire) for s, q in _asked(questionnaire)]
    known = set(questionnaire.questions)
    for version in reversed(every):  # as the newest that has it describes it
        gone = [(s, q) for s, q in _asked(version) if q.id not in known]
        entries += [_entry(version, every, s, q, questionnaire) for s, q in gone]
        known |= set(version.questions)
    return tuple(entries)


def _asked(questionnaire: Questionnaire) -> list[tuple[Section, AnyQuestion]]:
    return [(s, q) for s in questionnaire.all_sections for q in s.questions if q.type != "passage"]


def _entry(
    version: Questionnaire,
    every: Sequence[Questionnaire],
    section: Section,
    question: AnyQuestion,
    reader: Questionnaire,
) -> Entry:
    has = [one.version for one in every if question.id in one.questions]
    scale = question if question.type == "scale" else None
    is_scored = scale is not None and scale.is_scored
    own = [shown.phases for shown in (section, question) if shown.phases]
    return Entry(
        id=question.id,
        type=question.type,
        texts=tuple(question.text.get(language, "") for language in reader.languages),
        scale=scale.scale if scale else "",
        values=_values(version, question),
        reverse=bool(scale and scale.reverse),
        weight=f"{scale.weight:g}" if scale and is_scored else "",
        domain=(scale.domain or "") if scale else "",
        use=_use(version, section, question),
        phases=tuple(phase for phase in own[0] if phase in own[-1]) if own else (),
        show_if=_conditions(section.show_if, question.show_if),
        since=min(has, default=version.version),
        until=None if question.id in every[-1].questions else max(has),
    )


def _use(version: Questionnaire, section: Section, question: AnyQuestion) -> str:
    """What an answer is for; "then" is beside the score of the first moment, never in one."""
    if section is version.then:
        return section.id
    is_scored = question.type == "scale" and question.is_scored
    return question.use or ("score" if is_scored else "")


def _conditions(*rules: Rule | None) -> str:
    """When it is shown: by the rule of its section and by its own."""
    told = [in_words(rule) for rule in rules if rule is not None]
    return told[0] if len(told) == 1 else " and ".join(f"({one})" for one in told)


def _values(questionnaire: Questionnaire, question: AnyQuestion) -> tuple[tuple[str, str], ...]:
    """The stored values and their labels, in the first language."""

    def said(words: Words) -> str:
        return questionnaire.say(words, questionnaire.languages[0])

    if question.type in ("choice", "choices"):
        return tuple((option.value, said(option.label)) for option in question.options)
    if question.type != "scale":
        return ()
    scale = questionnaire.scale_of(question)
    if scale.points:
        told = [(str(point.value), said(point.label)) for point in scale.points]
    else:
        ends = [said(words) for words in scale.ends or ({}, {}) if words] or ["", ""]
        told = [(str(scale.minimum), ends[0]), (str(scale.maximum), ends[1])]
    if scale.not_applicable:
        told.append((NOT_APPLICABLE, said(scale.not_applicable)))
    return tuple(told)
