"""What lies on top of an export: what is in it, what is not, and how to see that it is whole."""

from collections.abc import Iterable, Mapping

from reflect.reports.names import one_line

NAME = "README.md"

FILES = """
| file | what |
|---|---|
| `organisations.csv` | id and name |
| `staff.csv` | a row for each role: address, organisation, role, and whether they come in |
| `groups.csv` | groups: name, organisation, trainer (as in staff.csv), questionnaire, places |
| `moments.csv` | their moments and evaluations: number, phase, state and days |
| `pictures/` | what each closed moment told its group, by its id: JSON, and CSV for programs |
| `unions.csv`, `unions/` | what several groups were told together, likewise |
| `questionnaires/` | every version of every questionnaire, as Reflect reads it |
| `codebooks/` | each of its questions, with values, weights and rules: CSV and Markdown |
"""
WHOLE = """| `audit/log.jsonl` | the audit log, in JSON; of professionals until the day before |
| `audit/heads.txt` | where each chain in it ends |
| `settings.json` | the settings, without passwords, keys and tokens |
"""
LAST = """| `MANIFEST.json` | every file before it: its size, its sum, and how many rows it has |
| `SHA256SUMS` | the same sums: `sha256sum --check SHA256SUMS` says whether all is whole |

Tables are CSV with commas in UTF-8 (RFC 4180). A text that a spreadsheet would take for a formula
begins with an apostrophe.
"""
NOT_HERE = """
## What is not here, and why

**No answer of anybody, no report, no text that somebody wrote, and not who filled in.** That was
promised to every professional: answers open with the personal code, and the employer never sees
one. Whoever has this folder can read none. They go along in two ways only:

- Each professional takes their own along, from *My account*, as long as this Reflect is served.
  Tell people in time until when that is.
- Sealed, in a backup (`reflect backup`), for another server with Reflect and the same keys. That
  moves a whole instance; nobody reads it on the way.

Figures about groups are those that were stored when they were told, with the same floor and the
same gaps as on the pages; nothing was computed for this folder. What a group thought of its
training is for its trainer, who takes it along from the page of the group; so is the picture of
all groups of one trainer together. Codes of groups are not here, nor how many joined.
"""


def text(day: str, names: Iterable[str], counts: Mapping[str, int], *, whole: bool) -> bytes:
    """Markdown, in English as all that operators read; `whole`: of the instance."""
    what = "this instance of Reflect" if whole else "one organisation in Reflect"
    listed = "\n".join(f"- {one_line(name)}" for name in names) or "There is no organisation yet."
    counted = "\n".join(f"- {name}: {number}" for name, number in counts.items())
    files = FILES + (WHOLE if whole else "") + LAST
    head = f"# What {what} takes along, {day}\n\n{listed}\n\n## What is here\n\n{counted}\n"
    return (head + files + NOT_HERE).encode()
