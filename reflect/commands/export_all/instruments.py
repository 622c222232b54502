"""The questionnaires of an export: every version that there ever was, as JSON and as a codebook."""

import json
from collections import defaultdict

from reflect.commands.export_all.parcel import Parcel
from reflect.config import folder
from reflect.questionnaire import Library, Questionnaire
from reflect.records.estate import Estate
from reflect.reports import codebook

SHOWN = 8  # hex digits of a fingerprint, where two contents bear the number of one version


def write(made: Parcel, here: Estate) -> dict[str, int]:
    """What came along with Reflect, and what anybody ever began with; how many versions."""
    every = {one.fingerprint: one for one in Library.read(folder("questionnaires"))}
    every |= {one.fingerprint: one for one in map(Questionnaire.from_json, here.definitions())}
    by_id: defaultdict[str, list[Questionnaire]] = defaultdict(list)
    for one in sorted(every.values(), key=lambda each: (each.id, each.version, each.fingerprint)):
        by_id[one.id].append(one)
    for versions in by_id.values():
        for one in versions:
            _put(made, one, versions)
    return {"questionnaires": len(every)}


def _put(made: Parcel, one: Questionnaire, versions: list[Questionnaire]) -> None:
    is_alone = [each.version for each in versions].count(one.version) == 1
    name = f"{one.id}-{one.version}" + ("" if is_alone else f"-{one.fingerprint[:SHOWN]}")
    made.tell(f"questionnaires/{name}.json", json.loads(one.canonical))
    others = [each for each in versions if each.version != one.version]
    known = sorted([*{each.version: each for each in others}.values(), one], key=_version)
    made.put(f"codebooks/{name}.csv", [codebook.commas(one, known).encode()])
    made.put(f"codebooks/{name}.md", [codebook.markdown(one, known).encode()])


def _version(one: Questionnaire) -> int:
    return one.version
