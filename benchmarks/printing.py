"""What reports cost to print: CPU, pages and bytes, in a process that prints nothing else."""

import json
import re
import sys
from collections.abc import Mapping
from datetime import date
from random import Random
from statistics import median
from subprocess import run
from time import process_time

import short
from instances import questionnaire

from reflect.commands.pretending import answers_of
from reflect.language import language
from reflect.questionnaire import Answer, Questionnaire, score
from reflect.reports import Document, Outcome, personal

TIMES = 20
MANY = 350  # of different answers, as a training year has
PAGE = re.compile(rb"/Type\s*/Page\b")


def measured() -> dict[str, dict[str, float]]:
    """Let another process print the "full" report, and the "short" one of five pages of eight.

    Of each "first", "warm" and "many" (seconds of CPU), "pages" and "bytes".
    """
    told = run([sys.executable, __file__], capture_output=True, check=True, text=True)
    figures: dict[str, dict[str, float]] = json.loads(told.stdout)
    return figures


def main() -> None:
    """Print both, and tell."""
    print(json.dumps({"full": _told(questionnaire()), "short": _told(short.questionnaire())}))


def _told(asked: Questionnaire) -> dict[str, float]:
    """Print a report once, then so many times, then many others."""
    given = answers_of(asked, "after", Random(1))  # noqa: S311 - the same report always
    first, document = _timed(asked, given)
    warm = median(_timed(asked, given)[0] for _ in range(TIMES))
    others = [answers_of(asked, "after", Random(number)) for number in range(MANY)]  # noqa: S311 - likewise
    return {
        "first": first,
        "warm": warm,
        "many": sum(_timed(asked, other)[0] for other in others),
        "pages": len(PAGE.findall(document.body)),
        "bytes": len(document.body),
    }


def _timed(asked: Questionnaire, given: Mapping[str, Answer]) -> tuple[float, Document]:
    """The seconds of CPU that scoring and printing took, and the report."""
    before = process_time()
    profile = score(asked, "after", given)
    document = personal(Outcome(asked, profile, language("nl"), date(2026, 11, 21)))
    return process_time() - before, document


if __name__ == "__main__":
    main()
