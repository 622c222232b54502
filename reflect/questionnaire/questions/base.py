"""What all definitions share, and what every question has."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, Protocol

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from reflect.questionnaire.rules import Ref, Rule

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")]
Phase = Literal["before", "after", "later"]
Text = Annotated[str, StringConstraints(min_length=1, max_length=10_000)]
Words = Annotated[dict[Ref, Text], Field(min_length=1)]  # language -> text
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=2000)]
Use = Literal["confidence", "context", "grade", "none"]
Answer = int | str | tuple[str, ...]

NOT_APPLICABLE = "na"


class NotAnAnswer(ValueError):  # noqa: N818 - it is said of the value, not of the program
    """What was given cannot be an answer to this question; `reason` is a word for it."""

    def __init__(self, reason: str, limit: int = 0) -> None:
        """Reasons: not_an_option, too_long (limit characters), too_many (limit choices)."""
        super().__init__(reason)
        self.reason = reason
        self.limit = limit


class Span(Protocol):
    """What a question on a scale asks of that scale."""

    @property
    def values(self) -> tuple[int, ...]:
        """The possible points, in order."""

    @property
    def minimum(self) -> int:
        """The lowest possible point."""

    @property
    def maximum(self) -> int:
        """The highest possible point."""

    @property
    def not_applicable(self) -> Words | None:
        """The words of "na", where there is such an answer."""

    def label(self, value: int) -> Words | None:
        """The words of a point, where it has any."""


class Setting(Protocol):
    """What a question asks of the questionnaire that it stands in."""

    @property
    def scales(self) -> Mapping[str, Span]:
        """The scales by their names."""

    def say(self, words: Words, language: str, answers: Mapping[str, Answer] | None = None) -> str:
        """A text in a language, its {placeholders} filled in."""


class Definition(BaseModel):
    """A piece of a definition: frozen, strict, and without keys that nobody knows."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


class Question(Definition):
    """What every question has; each type adds its own, and reads its own answers."""

    id: Id
    text: Words
    hint: Words | None = None
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)] | None = None
    show_if: Rule | None = None
    use: Use | None = None

    def read(self, questionnaire: Setting, sent: Sequence[str]) -> Answer | None:
        """The answer in what a form sent, or None when nothing was. NotAnAnswer for nonsense."""
        raise NotAnAnswer("not_an_option")

    def admit(self, questionnaire: Setting, value: object) -> Answer:
        """The answer in a JSON value. NotAnAnswer for a value that it cannot have."""
        raise NotAnAnswer("not_an_option")

    def words(self, questionnaire: Setting, answer: Answer, language: str) -> str:
        """A stored answer as a person reads it."""
        return str(answer)
