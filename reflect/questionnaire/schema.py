"""The JSON Schema of a definition, made from the models: for editors, and for near misses."""

import json
from functools import cache
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from reflect.questionnaire.definition import Questionnaire

DRAFT = "https://json-schema.org/draft/2020-12/schema"


class _Plain(GenerateJsonSchema):
    """Without the titles that repeat the names of the keys."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - as pydantic calls it
        return False


@cache
def schema() -> dict[str, Any]:
    """The schema as plain JSON; not to be changed by who asks for it."""
    return {"$schema": DRAFT, **Questionnaire.model_json_schema(schema_generator=_Plain)}


def schema_text() -> str:
    """The schema as it stands in questionnaires/schema.json."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
