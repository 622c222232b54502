"""The codebook of a questionnaire as a file: a row a question, as Markdown or CSV."""

from collections.abc import Sequence

from reflect.questionnaire import Entry, Questionnaire, codebook
from reflect.reports.cells import MARK, sheet

Rows = list[list[str]]


def markdown(questionnaire: Questionnaire, versions: Sequence[Questionnaire] = ()) -> str:
    """A heading and a table; a cell is one line."""
    rows = _rows(questionnaire, versions)
    title = questionnaire.say(questionnaire.title, questionnaire.languages[0])
    table = [[" ".join(cell.replace("|", "\\|").split()) for cell in row] for row in rows]
    table.insert(1, ["---"] * len(rows[0]))
    lines = [f"| {' | '.join(row)} |" for row in table]
    return f"# {title}, version {questionnaire.version}\n\n" + "\n".join(lines) + "\n"


def commas(questionnaire: Questionnaire, versions: Sequence[Questionnaire] = ()) -> str:
    """For programs: commas, UTF-8 without a mark."""
    return sheet(_rows(questionnaire, versions), delimiter=",")


def semicolons(questionnaire: Questionnaire, versions: Sequence[Questionnaire] = ()) -> str:
    """For a Dutch Excel: semicolons, and a mark at the start that says UTF-8."""
    return MARK + sheet(_rows(questionnaire, versions))


def _rows(questionnaire: Questionnaire, versions: Sequence[Questionnaire]) -> Rows:
    """The names of the columns, then each question."""
    entries = codebook(questionnaire, versions)
    texts = [f"text_{language}" for language in questionnaire.languages]
    rest = ["reverse", "weight", "domain", "use", "phases", "show_if", "since", "until"]
    return [["id", "type", *texts, "scale", "values", *rest], *map(_row, entries)]


def _row(entry: Entry) -> list[str]:
    values = "; ".join(f"{value} = {label}" if label else value for value, label in entry.values)
    return [
        *(entry.id, entry.type, *entry.texts, entry.scale, values),
        *("yes" if entry.reverse else "", entry.weight, entry.domain, entry.use),
        *(", ".join(entry.phases) or "all", entry.show_if),
        *(str(entry.since), str(entry.until or "")),
    ]
