"""A keepsake: everything about who asks, file by file, while it is sent."""

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from reflect import reports
from reflect.language import Language
from reflect.questionnaire import Questionnaire
from reflect.records import belongings, memberships, organisations, responses
from reflect.records.people import Opened
from reflect.records.sealing import Unreadable
from reflect.reports import codebook
from reflect.reports.answers import answers
from reflect.reports.archive import Entry
from reflect.web import current, promise
from reflect.web.outcomes import outcome
from reflect.web.readme import readme

FORMAT = 1  # of data.json


def entries(me: Opened, own: Sequence[str]) -> Iterator[Entry]:
    """The files; `own` are the ids of the responses. Nothing is read while a file is sent."""
    t, used = current.language(), dict[str, Questionnaire]()
    yield Entry("README.txt", [readme(me).encode()])
    yield Entry("who-sees-what.txt", [_promise(t).encode()])
    yield Entry("data.json", _data(me, own))
    for number, response_id in enumerate(own, 1):
        yield from _reflection(me, response_id, number, used)
    for name, questionnaire in used.items():
        yield from _codebook(name, questionnaire)


def _promise(t: Language) -> str:
    config = current.house().config
    return promise.plain(t, config.floor, mail=config.sends_mail)


def _data(me: Opened, own: Sequence[str]) -> Iterator[bytes]:
    """One JSON object, a response at a time: what hangs on the person, then each response."""
    db, ring = current.db(), current.house().ring
    head = {
        "format": FORMAT,
        "made": current.now().date().isoformat(),
        "groups": _groups(me),
        "person": belongings.of_person(db, ring, me),
    }
    current.rest()
    yield (_json(head).removesuffix("\n}") + ',\n"responses": [').encode()
    comma = ""
    for response_id in own:
        rows = _rows(me, response_id)
        current.rest()
        if rows is not None:
            yield f"{comma}\n{_json(rows)}".encode()
            comma = ","
    yield b"\n]\n}\n"


def _rows(me: Opened, response_id: str) -> dict[str, Any] | None:
    """A response with what hangs on it; None when it was erased meanwhile."""
    db, ring = current.db(), current.house().ring
    response = responses.found(db, me.person_id, response_id)
    if response is None:
        return None
    asked = current.questionnaire(response.fingerprint)
    named = {"questionnaire": asked.id, "version": asked.version}
    return named | belongings.of_response(db, ring, me, response_id)


def _reflection(
    me: Opened, response_id: str, number: int, used: dict[str, Questionnaire]
) -> Iterator[Entry]:
    """The answers of a response, and its report; one that was damaged is left out."""
    if responses.found(current.db(), me.person_id, response_id) is None:
        return
    with suppress(Unreadable):
        sheet, t = responses.sheet(current.db(), me, response_id), current.language()
        response = sheet.response
        questionnaire = current.questionnaire(response.fingerprint)
        told = outcome(response_id) if sheet.is_submitted else None
        current.rest()
        folder = f"reflections/{number}-{questionnaire.id}-{response.day.isoformat()}"
        used[_name(questionnaire, used)] = questionnaire
        text = answers(questionnaire, response.phase, sheet.values, t)
        yield Entry(f"{folder}/answers.csv", [text.encode()])
        if told is not None:
            document = reports.personal(told)
            yield Entry(f"{folder}/{document.name}", [document.body])


def _codebook(name: str, questionnaire: Questionnaire) -> Iterator[Entry]:
    every = (*current.house().library, questionnaire)  # it may be one that nobody begins with now
    known = {one.version: one for one in every if one.id == questionnaire.id}
    versions = sorted(known.values(), key=lambda one: one.version)
    yield Entry(f"codebooks/{name}.md", [codebook.markdown(questionnaire, versions).encode()])
    yield Entry(f"codebooks/{name}.csv", [codebook.semicolons(questionnaire, versions).encode()])


def _name(questionnaire: Questionnaire, used: dict[str, Questionnaire]) -> str:
    """What the codebook of a version is called; two contents of one version have two."""
    name = f"{questionnaire.id}-{questionnaire.version}"
    if used.get(name, questionnaire).fingerprint == questionnaire.fingerprint:
        return name
    return f"{name}-{questionnaire.fingerprint[:8]}"


def _groups(me: Opened) -> dict[str, dict[str, str]]:
    """What the ids of groups stand for."""
    db = current.db()
    return {
        group.id: {
            "name": group.name,
            "organisation": organisations.one(db, group.organisation_id).name,
        }
        for _, group, _ in memberships.of(db, me.person_id)
    }


def _json(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, indent=1)
