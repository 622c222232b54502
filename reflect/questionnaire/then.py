"""The then-test: the statements of some domains once more, about the first moment.

How would I score myself over then, with what I know now? The very same statements are asked, in
a section of its own after those about now, so that both can be laid beside the first moment
(Howard et al. 1979). It is known to bring errors of its own (Taminiau-Bloem et al. 2016), so it
is never scored, never in a group, and never instead of what was answered then.
"""

from typing import TypeGuard

from reflect.questionnaire.questions import AnyQuestion
from reflect.questionnaire.questions.base import Phase
from reflect.questionnaire.questions.scale import ScaleQuestion
from reflect.questionnaire.report import Then
from reflect.questionnaire.rules import All
from reflect.questionnaire.sections import Section

THEN = "then"  # the id of the section


def then_id(question: str) -> str:
    """The id of a statement where it is asked again."""
    return f"{THEN}-{question}"


def then_section(then: Then | None, sections: tuple[Section, ...]) -> Section | None:
    """The section that a definition asks for; None when none, or when nothing would be in it."""
    if then is None:
        return None
    again = [
        _again(question, section, phases)
        for section in sections
        for question in section.questions
        if _is_meant(question, then) and (phases := _phases(then, section, question))
    ]
    if not again:
        return None
    return Section.model_construct(
        id=THEN,
        title=then.title,
        intro=then.intro,
        stem=then.stem,
        phases=then.phases,
        questions=tuple(again),
    )


def with_then(sections: tuple[Section, ...], then: Section | None) -> tuple[Section, ...]:
    """The sections, with that of the then-test after the last one that it asks of again."""
    if then is None:
        return sections
    again = {question.id for question in then.questions}
    last = max(
        number
        for number, section in enumerate(sections, start=1)
        if again & {then_id(question.id) for question in section.questions}
    )
    return (*sections[:last], then, *sections[last:])


def _is_meant(question: AnyQuestion, then: Then) -> TypeGuard[ScaleQuestion]:
    return isinstance(question, ScaleQuestion) and (
        question.is_scored and question.domain in then.domains
    )


def _phases(then: Then, section: Section, question: ScaleQuestion) -> tuple[Phase, ...]:
    """When it is asked again: in the phases of the then-test in which it is asked about now."""
    lists = [shown.phases for shown in (section, question) if shown.phases]
    return tuple(phase for phase in then.phases if all(phase in one for one in lists))


def _again(question: ScaleQuestion, section: Section, phases: tuple[Phase, ...]) -> ScaleQuestion:
    """The statement about then: asked of who is asked it about now, and never scored."""
    rules = tuple(shown.show_if for shown in (section, question) if shown.show_if)
    rule = All.model_construct(all=rules) if rules else None
    changes = {"id": then_id(question.id), "use": "none", "phases": phases, "show_if": rule}
    return question.model_copy(update=changes)
