"""What groups were told, as it is stored: the very files that trainers take along."""

from collections.abc import Iterator

from reflect.commands.export_all.parcel import Parcel
from reflect.language import Language
from reflect.questionnaire import Questionnaire
from reflect.records import definitions
from reflect.records.estate import Estate
from reflect.reports.exports import EXPORTS
from reflect.reports.group import Since, Telling

KINDS = {"json": "json", "points": "csv"}  # of EXPORTS -> how its files end
UNION = ("id", "scope", "organisation", "questionnaire", "version", "moment", "phase", "day")


def write(made: Parcel, here: Estate, t: Language) -> dict[str, int]:
    """The picture of each closed moment, and those of several groups together; how many."""
    asked: dict[str, Questionnaire] = {}
    number = 0
    for moment_id, told in here.pictures():
        questionnaire = _questionnaire(here, told.closing.fingerprint, asked)
        since = tuple(Since(*one) for one in told.since)
        _put(
            made, f"pictures/{moment_id}", Telling(told.closing, questionnaire, t, since, told.late)
        )
        number += 1
    return {"pictures": number, "unions": made.table("unions.csv", UNION, _unions(made, here, t))}


def _unions(made: Parcel, here: Estate, t: Language) -> Iterator[tuple[str | int, ...]]:
    """A row a union; its files are written when its turn comes."""
    asked: dict[str, Questionnaire] = {}
    for row, of, told in here.unions():
        _put(made, f"unions/{row}", Telling(told, _questionnaire(here, told.fingerprint, asked), t))
        named = (told.questionnaire, told.version, told.moment, told.phase, told.closed.isoformat())
        yield (row, told.scope, of, *named)


def _put(made: Parcel, path: str, telling: Telling) -> None:
    for kind, ending in KINDS.items():
        made.put(f"{path}.{ending}", [EXPORTS[kind](telling).body])


def _questionnaire(
    here: Estate, fingerprint: str, asked: dict[str, Questionnaire]
) -> Questionnaire:
    """Read once; there are few."""
    if fingerprint not in asked:
        asked[fingerprint] = Questionnaire.from_json(definitions.body(here.db, fingerprint))
    return asked[fingerprint]
