"""What is published: a published version never changes, and an id keeps its type."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from reflect.questionnaire.checks.parts import questions
from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.faults import Fault, FaultyDefinition

PUBLISHED = "published.json"


def published(folder: Path) -> Mapping[str, str]:
    """The published versions of a folder: id-version -> fingerprint. FaultyDefinition: E602."""
    file = folder / PUBLISHED
    if not file.exists():
        return {}
    try:
        known = json.loads(file.read_bytes())
    except ValueError:
        known = None
    if isinstance(known, dict) and all(isinstance(value, str) for value in known.values()):
        return known
    message = "this list should be an object of id-version and sha256: restore it"
    raise FaultyDefinition([Fault(str(file), 1, 1, "E602", "", message)])


def publication_faults(
    questionnaire: Questionnaire, name: str, known: Mapping[str, str]
) -> Iterator[Fault]:
    """E601 where a published version is no longer what it was."""
    version = f"{questionnaire.id}-{questionnaire.version}"
    if version in known and known[version] != questionnaire.fingerprint:
        message = (
            f"{version} is published and may not change: put it back as it was, "
            f"and write the change as {questionnaire.id}-{following(questionnaire.id, known)}.json"
        )
        yield Fault(name, 1, 1, "E601", "", message)


def following(questionnaire: str, known: Iterable[str]) -> int:
    """The version that comes after all of an id that are known, each as id-version."""
    numbers = [one.removeprefix(f"{questionnaire}-") for one in known]
    return 1 + max((int(n) for n in numbers if n.isdecimal()), default=0)


def type_faults(versions: Iterable[tuple[Questionnaire, str]]) -> Iterator[Fault]:
    """E604 where a question has another type in the next version, E605 where the whole has.

    Each version with the name of its file.
    """
    ordered = sorted(versions, key=lambda each: (each[0].id, each[0].version))
    for (earlier, _), (later, name) in pairwise(ordered):
        if earlier.id == later.id:
            yield from _changed(earlier, later, name)


def _changed(earlier: Questionnaire, later: Questionnaire, name: str) -> Iterator[Fault]:
    if earlier.kind != later.kind:
        message = f"version {earlier.version} was of kind {earlier.kind}: give this another id"
        yield Fault(name, 1, 1, "E605", "kind", message)
    for path, question in questions(later):
        before = earlier.questions.get(question.id)
        if before and before.type != question.type:
            message = (
                f'"{question.id}" was of type {before.type} in version {earlier.version}: '
                "give it another id"
            )
            yield Fault(name, 1, 1, "E604", ".".join(map(str, path)), message)
