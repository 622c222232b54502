"""The library: every questionnaire there is, and what stops the start."""

import json
from pathlib import Path

import pytest

from reflect.questionnaire import FaultyDefinition, Library, check, definitions, read_definition
from tests.questionnaire.building import (
    a_questionnaire,
    aside,
    definition,
    open_question,
    section,
)


def write(folder, version=1, title="Proef", name="proef", **more):
    plain = definition(section("een", open_question("a")), id=name, version=version, **more)
    file = folder / f"{name}-{version}.json"
    file.write_text(json.dumps(plain | {"title": {"nl": title}}), "utf-8")
    return file


def fingerprint(file):
    questionnaire, _ = check(file.read_text("utf-8"), "x")
    return questionnaire.fingerprint


def test_a_folder_is_read_and_the_latest_versions_are_current(tmp_path):
    for version in (1, 2, 10):
        write(tmp_path, version)
    write(tmp_path, name="andere")
    (tmp_path / "schema.json").write_text("{}")
    (tmp_path / "published.json").write_text("{}")
    library = Library.read(tmp_path)
    assert [(one.id, one.version) for one in library.current] == [("andere", 1), ("proef", 10)]
    assert library.latest("proef").version == 10
    assert len(list(library)) == 4
    assert len(definitions(tmp_path)) == 4


def test_a_version_is_found_by_its_fingerprint_for_ever(tmp_path):
    first = fingerprint(write(tmp_path, 1))
    write(tmp_path, 2)
    library = Library.read(tmp_path)
    assert first in library
    assert library[first].version == 1
    assert "iets" not in library
    with pytest.raises(KeyError):
        library.latest("iets")


def test_every_fault_of_every_file_stops_the_start(tmp_path):
    write(tmp_path, minutes=0)
    write(tmp_path, name="andere", kind="toets")
    write(tmp_path, name="zuinig", title="Twee  spaties")
    with pytest.raises(FaultyDefinition) as stopped:
        Library.read(tmp_path)
    assert [fault.path for fault in stopped.value.faults] == ["kind", "minutes"]


def test_a_published_version_that_changed_stops_with_what_to_do(tmp_path):
    before = fingerprint(write(tmp_path))
    (tmp_path / "published.json").write_text(json.dumps({"proef-1": before}))
    assert Library.read(tmp_path).latest("proef").fingerprint == before
    write(tmp_path, title="Proefje")
    with pytest.raises(FaultyDefinition) as stopped:
        Library.read(tmp_path)
    assert str(stopped.value).endswith(
        "proef-1.json:1:1: E601 proef-1 is published and may not change: put it back as it was, "
        "and write the change as proef-2.json"
    )


def test_a_change_is_written_as_the_version_after_all_there_are(tmp_path):
    known = {"proef-1": "a", "proef-3": "b", "proef-boog-7": "c", "proef-": "d"}
    (tmp_path / "published.json").write_text(json.dumps(known))
    write(tmp_path)
    with pytest.raises(FaultyDefinition, match=r"write the change as proef-4\.json"):
        Library.read(tmp_path)


def test_layout_and_schema_are_no_change(tmp_path):
    before = fingerprint(write(tmp_path))
    file = write(tmp_path, **{"$schema": "elsewhere.json"})
    file.write_text(json.dumps(json.loads(file.read_text()), indent=4, sort_keys=True))
    assert fingerprint(file) == before


def test_an_id_keeps_its_type_from_version_to_version(tmp_path):
    write(tmp_path)
    passage = {"id": "a", "type": "passage", "text": {"nl": "Lees."}}
    write(tmp_path, 2, sections=[section("een", open_question("b"), passage)])
    with pytest.raises(FaultyDefinition) as stopped:
        Library.read(tmp_path)
    told = 'E604 sections.0.questions.1: "a" was of type text in version 1: give it another id'
    assert str(stopped.value).endswith(told)


def test_a_reflection_does_not_become_an_evaluation_in_a_next_version(tmp_path):
    write(tmp_path)
    rated = section("een", aside("c", "eens", "context"))
    write(tmp_path, 2, sections=[rated], kind="evaluation")
    with pytest.raises(FaultyDefinition, match="E605 kind: version 1 was of kind reflection"):
        Library.read(tmp_path)


@pytest.mark.parametrize("text", ["[", "[]", '{"proef-1": 5}'])
def test_a_broken_list_of_published_versions_stops_the_start(tmp_path, text):
    (tmp_path / "published.json").write_text(text)
    with pytest.raises(FaultyDefinition, match=r"published\.json:1:1: E602"):
        Library.read(tmp_path)


def test_one_version_cannot_have_two_contents():
    library = Library([a_questionnaire(section("een", open_question("a")))])
    same = library.add(a_questionnaire(section("een", open_question("a"))))
    assert list(library) == [same]
    with pytest.raises(ValueError, match="two different contents of proef-1"):
        library.add(a_questionnaire(section("twee", open_question("a"))))


def test_what_is_only_recalled_is_known_by_its_fingerprint_and_nobody_begins_with_it():
    library = Library([a_questionnaire(section("een", open_question("a")))])
    other = library.recall(a_questionnaire(section("twee", open_question("a"))))
    assert library[other.fingerprint] is other
    assert list(library) == list(library.current) != [other]
    assert list(library.versions) == [("proef", 1)]


def test_a_definition_is_asked_for_by_file_id_or_version(tmp_path):
    file = write(tmp_path, 9)
    write(tmp_path, 10, title="Twee  spaties")
    assert read_definition("proef", tmp_path).version == 10
    assert read_definition("proef-9", tmp_path).version == 9
    assert read_definition(str(file), tmp_path / "nergens").version == 9
    with pytest.raises(FileNotFoundError, match='did you mean "proef"'):
        read_definition("proeff", tmp_path)
    write(tmp_path, 11, minutes=0)
    with pytest.raises(FaultyDefinition, match="minutes"):
        read_definition("proef", tmp_path)


def test_an_evaluation_is_nothing_to_reflect_with(tmp_path):
    write(tmp_path)
    evaluation = Path("tests/definitions/evaluation-1.json").read_text("utf-8")
    questionnaire, _ = check(evaluation, "evaluation-1.json")

    library = Library([*Library.read(tmp_path), questionnaire])

    assert [one.id for one in library.reflections] == ["proef"]
