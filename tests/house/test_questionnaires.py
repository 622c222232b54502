"""The shipped questionnaires: they check clean, published ones are unchanged, the schema is new."""

from pathlib import Path

from reflect.questionnaire import Library, check_file, definitions, published, schema_text

FOLDER = Path(__file__).parents[2] / "questionnaires"


def test_every_shipped_questionnaire_checks_without_a_warning():
    assert [fault for file in definitions(FOLDER) for fault in check_file(file)[1]] == []


def test_every_shipped_questionnaire_is_published_and_unchanged():
    fingerprints = {f"{one.id}-{one.version}": one.fingerprint for one in Library.read(FOLDER)}
    assert published(FOLDER) == fingerprints


def test_the_schema_is_the_one_of_the_models():
    """When this fails: reflect schema > questionnaires/schema.json."""
    assert (FOLDER / "schema.json").read_text("utf-8") == schema_text()
