"""A question answered in one's own words: never scored, never in a group."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from reflect.questionnaire.questions.base import Answer, NotAnAnswer, Question, Setting

_UNPRINTABLE = {code: None for code in range(32) if chr(code) not in "\t\n"} | {127: None}


class TextQuestion(Question):
    """Plain text of so many lines and characters."""

    type: Literal["text"]
    lines: Annotated[int, Field(ge=1, le=40)] = 4
    max_length: Annotated[int, Field(ge=1, le=10_000)] = 2000

    def read(self, questionnaire: Setting, sent: Sequence[str]) -> Answer | None:
        """The text that a form sent; only white space is no answer."""
        return self.admit(questionnaire, sent[-1]) if sent and sent[-1].strip() else None

    def admit(self, questionnaire: Setting, value: object) -> Answer:
        """A text, its line ends made equal and what cannot be printed left out."""
        text = cleaned(value, self.max_length) if isinstance(value, str) else ""
        if not text:
            raise NotAnAnswer("not_an_option")
        return text


def cleaned(text: str, longest: int) -> str:
    """A text as it is kept, or "". NotAnAnswer when it has more characters than that."""
    whole = text.encode("utf-8", "replace").decode()  # half a character is none
    clean = whole.replace("\r\n", "\n").replace("\r", "\n").translate(_UNPRINTABLE).strip()
    if len(clean) > longest:
        raise NotAnAnswer("too_long", longest)
    return clean
