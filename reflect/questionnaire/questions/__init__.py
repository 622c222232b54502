"""The types of question: a new one is a file beside this one and a name here."""

from typing import Annotated

from pydantic import Discriminator, Tag

from reflect.questionnaire.questions.choice import ChoiceQuestion
from reflect.questionnaire.questions.choices import ChoicesQuestion
from reflect.questionnaire.questions.passage import PassageQuestion
from reflect.questionnaire.questions.scale import ScaleQuestion
from reflect.questionnaire.questions.text import TextQuestion

TYPES = ("scale", "choice", "choices", "text", "passage")
TAG = "type:"  # tags bear a colon, so none is ever a key of the JSON
NO_TYPE = "no_such_type"


def _type(question: object) -> str:
    """The tag of a question: its type."""
    kind = question.get("type") if isinstance(question, dict) else None
    return f"{TAG}{kind}"


AnyQuestion = Annotated[
    Annotated[ScaleQuestion, Tag("type:scale")]
    | Annotated[ChoiceQuestion, Tag("type:choice")]
    | Annotated[ChoicesQuestion, Tag("type:choices")]
    | Annotated[TextQuestion, Tag("type:text")]
    | Annotated[PassageQuestion, Tag("type:passage")],
    Discriminator(_type, custom_error_type=NO_TYPE, custom_error_message="no such type"),
]
