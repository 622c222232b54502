"""What a report costs to print: CPU, pages and bytes, in a process that prints nothing else."""

import json
import re
import sys
from datetime import date
from random import Random
from statistics import median
from subprocess import run
from time import process_time

from instances import questionnaire

from reflect.commands.pretending import answers_of
from reflect.language import language
from reflect.questionnaire import score
from reflect.reports import Document, Outcome, personal

TIMES = 20
PAGE = re.compile(rb"/Type\s*/Page\b")


def measured() -> dict[str, float]:
    """Let another process print: "first" and "warm" (seconds of CPU), "pages", "bytes"."""
    told = run([sys.executable, __file__], capture_output=True, check=True, text=True)
    figures: dict[str, float] = json.loads(told.stdout)
    return figures


def main() -> None:
    """Print a report once, then so many times, and tell."""
    asked = questionnaire()
    given = answers_of(asked, "after", Random(1))  # noqa: S311 - the same report always
    profile = score(asked, "after", given)
    spoken = language("nl")

    def timed() -> tuple[float, Document]:
        before = process_time()
        document = personal(Outcome(asked, profile, spoken, date(2026, 11, 21)))
        return process_time() - before, document

    first, document = timed()
    warm = median(timed()[0] for _ in range(TIMES))
    pages = len(PAGE.findall(document.body))
    told = {"first": first, "warm": warm, "pages": pages, "bytes": len(document.body)}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
