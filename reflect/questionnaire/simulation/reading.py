"""How long a walk takes: reading at 200 words a minute, and four seconds an answer."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.path import Step
from reflect.questionnaire.questions import AnyQuestion
from reflect.questionnaire.questions.base import Answer, Words
from reflect.questionnaire.sections import Section

WORDS_A_MINUTE = 200
SECONDS_AN_ANSWER = 4


class Reading:
    """The words of a definition in its first language, counted once."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        """Nothing is counted before it is asked."""
        self._questionnaire = questionnaire

    def seconds(self, steps: Iterable[Step], answers: Mapping[str, Answer]) -> int:
        """What the pages of a walk take somebody who reads all, and gave these answers."""
        read = 0
        for step in steps:
            read += self._sections[step.section.id]
            read += sum(self._questions[question.id] for question in step.questions)
        return round(read * 60 / WORDS_A_MINUTE) + len(answers) * SECONDS_AN_ANSWER

    @cached_property
    def _sections(self) -> Mapping[str, int]:
        return {one.id: self._of_section(one) for one in self._questionnaire.all_sections}

    @cached_property
    def _questions(self) -> Mapping[str, int]:
        return {q.id: self._of_question(q) for q in self._questionnaire.questions.values()}

    def _of_section(self, section: Section) -> int:
        return self._count(section.title, section.intro, section.stem)

    def _of_question(self, question: AnyQuestion) -> int:
        """The points of a scale are not read anew each time: they are in the four seconds."""
        options = question.options if question.type in ("choice", "choices") else ()
        return self._count(question.text, question.hint, *(option.label for option in options))

    def _count(self, *texts: Words | None) -> int:
        language = self._questionnaire.languages[0]
        return sum(len(words.get(language, "").split()) for words in texts if words)
