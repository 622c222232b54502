"""A rule in words, as a codebook has it: (rol is a or b) and graad is at least 3."""

from collections.abc import Iterable

from reflect.questionnaire.rules import All, Answered, Any_, AtLeast, Equals, In, Rule


def in_words(rule: Rule) -> str:
    """The rule in words; ids and values as they are stored."""
    match rule:
        case Equals(equals=(question, value)):
            return f"{question} is {value}"
        case In(in_=(question, values)):
            return f"{question} is {' or '.join(map(str, values))}"
        case AtLeast(at_least=(question, least)):
            return f"{question} is at least {least}"
        case Answered(answered=question):
            return f"{question} is answered"
        case _:
            return _joined(rule)


def _joined(rule: Rule) -> str:
    match rule:
        case All(all=rules):
            return " and ".join(_parts(rules))
        case Any_(any=rules):
            return " or ".join(_parts(rules))
        case _:
            return f"not ({in_words(rule.not_)})"  # type: ignore[union-attr] # the only one left


def _parts(rules: Iterable[Rule]) -> Iterable[str]:
    """Each in words, in brackets where words join something in it already."""
    for rule in rules:
        is_joined = isinstance(rule, All | Any_) or (isinstance(rule, In) and len(rule.in_[1]) > 1)
        yield f"({in_words(rule)})" if is_joined else in_words(rule)
