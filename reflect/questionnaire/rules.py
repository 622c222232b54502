"""Rules over earlier answers: when a section or a question is shown (`show_if`)."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Union

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StringConstraints, Tag

_STRICT = ConfigDict(extra="forbid", strict=True, frozen=True)
Given = Mapping[str, int | str | tuple[str, ...]]
Ref = Annotated[str, StringConstraints(max_length=64)]  # the id of something else
Value = Annotated[int, Field(ge=-1000, le=1000)] | Ref
RULES = ("equals", "in", "at_least", "answered", "all", "any", "not")
TAG = "rule:"  # tags bear a colon, so none is ever a key of the JSON
NO_RULE = "no_such_rule"


def has(given: Given, question: str, value: Value) -> bool:
    """Whether the answer to a question is this value, or has it among its choices."""
    answer = given.get(question)
    return value in answer if isinstance(answer, tuple) else answer == value


class Equals(BaseModel):
    """{"equals": [question, value]}: the answer is that value."""

    model_config = _STRICT
    equals: tuple[Ref, Value]

    def holds(self, given: Given) -> bool:
        """Whether it is true of the answers given."""
        return has(given, *self.equals)

    def leans_on(self) -> Iterator[tuple[str, tuple[Value, ...]]]:
        """Each question it asks about, with the values it asks for."""
        yield self.equals[0], (self.equals[1],)


class In(BaseModel):
    """{"in": [question, [value, ...]]}: the answer is one of those values."""

    model_config = _STRICT
    in_: tuple[Ref, Annotated[tuple[Value, ...], Field(min_length=1)]] = Field(alias="in")

    def holds(self, given: Given) -> bool:
        """Whether it is true of the answers given."""
        question, values = self.in_
        return any(has(given, question, value) for value in values)

    def leans_on(self) -> Iterator[tuple[str, tuple[Value, ...]]]:
        """Each question it asks about, with the values it asks for."""
        yield self.in_


class AtLeast(BaseModel):
    """{"at_least": [question, n]}: the answer is a number of n or more."""

    model_config = _STRICT
    at_least: tuple[Ref, Annotated[int, Field(ge=-1000, le=1000)]]

    def holds(self, given: Given) -> bool:
        """Whether it is true of the answers given."""
        question, least = self.at_least
        answer = given.get(question)
        return isinstance(answer, int) and answer >= least

    def leans_on(self) -> Iterator[tuple[str, tuple[Value, ...]]]:
        """Each question it asks about, with the values it asks for."""
        yield self.at_least[0], (self.at_least[1],)


class Answered(BaseModel):
    """{"answered": question}: there is an answer, n.v.t. included."""

    model_config = _STRICT
    answered: Ref

    def holds(self, given: Given) -> bool:
        """Whether it is true of the answers given."""
        return self.answered in given

    def leans_on(self) -> Iterator[tuple[str, tuple[Value, ...]]]:
        """Each question it asks about, with the values it asks for."""
        yield self.answered, ()


class All(BaseModel):
    """{"all": [rule, ...]}: every one of the rules holds."""

    model_config = _STRICT
    all: Annotated[tuple["Rule", ...], Field(min_length=1)]

    def holds(self, given: Given) -> bool:
        """Whether it is true of the answers given."""
        return all(rule.holds(given) for rule in self.all)

    def leans_on(self) -> Iterator[tuple[str, tuple[Value, ...]]]:
        """Each question it asks about, with the values it asks for."""
        for rule in self.all:
            yield from rule.leans_on()


class Any_(BaseModel):  # noqa: N801 - Any is typing's
    """{"any": [rule, ...]}: at least one of the rules holds."""

    model_config = _STRICT
    any: Annotated[tuple["Rule", ...], Field(min_length=1)]

    def holds(self, given: Given) -> bool:
        """Whether it is true of the answers given."""
        return any(rule.holds(given) for rule in self.any)

    def leans_on(self) -> Iterator[tuple[str, tuple[Value, ...]]]:
        """Each question it asks about, with the values it asks for."""
        for rule in self.any:
            yield from rule.leans_on()


class Not(BaseModel):
    """{"not": rule}: the rule does not hold."""

    model_config = _STRICT
    not_: "Rule" = Field(alias="not")

    def holds(self, given: Given) -> bool:
        """Whether it is true of the answers given."""
        return not self.not_.holds(given)

    def leans_on(self) -> Iterator[tuple[str, tuple[Value, ...]]]:
        """Each question it asks about, with the values it asks for."""
        yield from self.not_.leans_on()


def _kind(rule: Any) -> str | None:
    return f"{TAG}{next(iter(rule))}" if isinstance(rule, dict) and len(rule) == 1 else None


Rule = Annotated[
    Union[  # noqa: UP007 - the rules name each other before they exist
        Annotated[Equals, Tag("rule:equals")],
        Annotated[In, Tag("rule:in")],
        Annotated[AtLeast, Tag("rule:at_least")],
        Annotated[Answered, Tag("rule:answered")],
        Annotated[All, Tag("rule:all")],
        Annotated[Any_, Tag("rule:any")],
        Annotated[Not, Tag("rule:not")],
    ],
    Discriminator(_kind, custom_error_type=NO_RULE, custom_error_message="no such rule"),
]
for _rule in (All, Any_, Not):
    _rule.model_rebuild()
