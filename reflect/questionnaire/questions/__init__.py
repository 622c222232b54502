"""The types of question: a new one is a file beside this one and a name here."""

from typing import Annotated

from pydantic import Discriminator, Tag

from reflect.questionnaire.questions.choice import ChoiceQuestion
from reflect.questionnaire.questions.choices import ChoicesQuestion
from reflect.questionnaire.questions.passage import PassageQuestion
from reflect.questionnaire.questions.scale import ScaleQuestion
from reflect.questionnaire.questions.text import TextQuestion


def _type(question: object) -> str | None:
    """The tag of a question: its type. Tags bear a colon, so none is ever a key of the JSON."""
    kind = question.get("type") if isinstance(question, dict) else None
    return f"type:{kind}" if isinstance(kind, str) else None


AnyQuestion = Annotated[
    Annotated[ScaleQuestion, Tag("type:scale")]
    | Annotated[ChoiceQuestion, Tag("type:choice")]
    | Annotated[ChoicesQuestion, Tag("type:choices")]
    | Annotated[TextQuestion, Tag("type:text")]
    | Annotated[PassageQuestion, Tag("type:passage")],
    Discriminator(_type),
]
