"""Forms: those made from a section of a definition, and the token that each form carries."""

import hmac
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from flask import request
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import Field
from wtforms.csrf.core import CSRF, CSRFTokenField
from wtforms.validators import ValidationError

from reflect.questionnaire import Answer, AnyQuestion, NotAnAnswer, Questionnaire, Step
from reflect.web import current

TOKEN = "csrf_token"  # noqa: S105 - the name of a field
PREFIX = "q_"  # without it a question called `data` would hide form.data


def form_token() -> str:
    """The token of this session's forms: whoever cannot read the cookie cannot make it."""
    return hmac.digest(current.token().encode(), b"csrf", "sha256").hex()


class FormToken(CSRF):
    """A form token made of the session's token: no store, no clock, ends with the session."""

    def generate_csrf_token(self, csrf_token_field: CSRFTokenField) -> str:  # noqa: ARG002 - as WTForms asks
        """The same for every form of a session."""
        return form_token()

    def validate_csrf_token(self, form: Any, field: CSRFTokenField) -> None:  # noqa: ARG002 - as WTForms asks
        """ValidationError when the form was not made for this session."""
        if not hmac.compare_digest(str(field.data or "").encode(), form_token().encode()):
            raise ValidationError(current.language()("forms.expired"))


class Form(FlaskForm):  # type: ignore[misc] # Flask-WTF has no types
    """A form of this house: its token is the session's, its words are our own."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc] # as above
        """How WTForms makes it."""

        csrf_class = FormToken
        csrf_field_name = TOKEN

        @property
        def csrf(self) -> bool:
            """Before there is a session, Origin and Sec-Fetch-Site guard (web/headers.py)."""
            return current.session() is not None

        def wrap_formdata(self, form: Any, formdata: Any) -> MultiDict[str, str] | None:
            """What a form sent: neither files nor JSON, which no page of ours sends."""
            if formdata is None or isinstance(formdata, MultiDict):
                return formdata
            return (request.form or None) if form.is_submitted() else None


class AnswerField(Field):
    """The answer to one question: the question itself reads what was sent."""

    question: AnyQuestion
    questionnaire: Questionnaire

    def __init__(self, *, questionnaire: Questionnaire, question: AnyQuestion, **kw: Any) -> None:
        """A field of the question."""
        self.questionnaire = questionnaire
        self.question = question
        super().__init__(**kw)

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Read what was sent; what is no answer stays in `raw_data` for the page to show."""
        try:
            self.data = self.question.read(self.questionnaire, valuelist)
        except NotAnAnswer as fault:
            self.data = None
            words = current.language()
            raise ValueError(words(f"forms.{fault.reason}", limit=fault.limit)) from None


class SectionForm(Form):
    """The form of a section: one AnswerField a question."""

    def answers(self, sent: MultiDict[str, str]) -> Iterator[tuple[str, Answer | None]]:
        """Each question that was sent and could be read, with its answer (None: wiped)."""
        for field in self:
            if isinstance(field, AnswerField) and not field.errors and field.name in sent:
                yield field.question.id, field.data

    def keep(self, step: Step) -> None:
        """Leave out the questions of the section that this person is not asked."""
        asked = {question.id for question in step.questions}
        for field in list(self):
            if isinstance(field, AnswerField) and field.question.id not in asked:
                del self[field.name]


def field_name(question: str) -> str:
    """The field of a question."""
    return f"{PREFIX}{question}"


@cache
def form_for(questionnaire: Questionnaire, section: str, language: str) -> type[SectionForm]:
    """The form class of a section in a language, made once for each version."""
    questions = next(one for one in questionnaire.all_sections if one.id == section).questions
    fields = {
        field_name(question.id): AnswerField(
            label=questionnaire.say(question.text, language),
            questionnaire=questionnaire,
            question=question,
        )
        for question in questions
        if question.type != "passage"
    }
    return type("SectionForm", (SectionForm,), fields)
