"""What reports cost to print: CPU, pages and bytes, in a process that prints nothing else."""

import json
import re
import sys
from datetime import date
from random import Random
from statistics import median
from subprocess import run
from time import process_time

import short
from instances import questionnaire

from reflect.commands.pretending import answers_of
from reflect.language import language
from reflect.questionnaire import Questionnaire, score
from reflect.reports import Document, Outcome, personal

TIMES = 20
MANY = 350  # of different answers, as a training year has
PAGE = re.compile(rb"/Type\s*/Page\b")


def measured() -> dict[str, dict[str, float]]:
    """Let another process print the "full" report, and the "short" one of five pages of eight.

    Of each "first" and "warm" (seconds of CPU), "pages" and "bytes"; of "many" full ones "all".
    """
    told = run([sys.executable, __file__], capture_output=True, check=True, text=True)
    figures: dict[str, dict[str, float]] = json.loads(told.stdout)
    return figures


def main() -> None:
    """Print both, then many others, and tell."""
    full = questionnaire()
    told = {"full": _told(full), "short": _told(short.questionnaire())}
    print(
        json.dumps(told | {"many": {"all": sum(_timed(full, number)[0] for number in range(MANY))}})
    )


def _told(asked: Questionnaire) -> dict[str, float]:
    """Print a report once, then so many times."""
    first, document = _timed(asked)
    return {
        "first": first,
        "warm": median(_timed(asked)[0] for _ in range(TIMES)),
        "pages": len(PAGE.findall(document.body)),
        "bytes": len(document.body),
    }


def _timed(asked: Questionnaire, number: int = 1) -> tuple[float, Document]:
    """The seconds of CPU that scoring and printing took, and the report; of answers of chance."""
    given = answers_of(asked, "after", Random(number))  # noqa: S311 - the same report always
    before = process_time()
    profile = score(asked, "after", given)
    document = personal(Outcome(asked, profile, language("nl"), date(2026, 11, 21)))
    return process_time() - before, document


if __name__ == "__main__":
    main()
