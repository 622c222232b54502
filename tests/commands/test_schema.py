"""`reflect schema`."""

import json

from reflect.commands import main
from tests.commands.weighing import imported


def test_the_schema_is_json_schema_with_words_for_editors(capsys):
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["description"] == "A whole instrument of one version, in all its languages."
    assert schema["additionalProperties"] is False
    assert set(schema["required"]) >= {"format", "id", "version", "languages", "sections"}


def test_every_piece_of_the_schema_is_described_and_closed(capsys):
    main(["schema"])
    pieces = json.loads(capsys.readouterr().out)["$defs"]
    assert {"Section", "Band", "ScaleQuestion", "Equals"} <= set(pieces)
    assert all(piece["description"] for piece in pieces.values())
    assert not any(piece["additionalProperties"] for piece in pieces.values())


def test_the_schema_needs_no_web_no_database_and_no_paper():
    assert imported("schema") == set()
