"""What an author waits for: the check of a full definition, and people walking one."""

import json
import tracemalloc
from statistics import median
from time import perf_counter, process_time

from instances import questionnaire

from reflect.questionnaire import check
from reflect.questionnaire.simulation import simulate

TIMES = 5
PEOPLE = 500
SECTIONS, IN_EACH = 10, 50  # as many questions as a definition may have


def measured() -> dict[str, float]:
    """Medians: "check" (s of CPU), "people" (a second of a clock), "memory" (bytes at the most)."""
    full, walked = definition(), questionnaire()
    checks, walks = [], []
    for _ in range(TIMES):
        begin = process_time()
        check(full, "full")
        checks.append(process_time() - begin)
        begin = perf_counter()
        simulate(walked, PEOPLE, 1)
        walks.append(PEOPLE / (perf_counter() - begin))
    tracemalloc.start()
    simulate(walked, PEOPLE, 1)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return {"check": median(checks), "people": median(walks), "memory": most}


def lines(told: dict[str, float]) -> list[str]:
    """The figures as `make bench` prints them."""
    checked, people, held = 1000 * told["check"], told["people"], told["memory"] / 1024
    return [
        f"- check of {SECTIONS * IN_EACH} questions, nearly all with a rule: {checked:.0f} ms CPU",
        f"- simulation: {people:.0f} people a second, {held:.0f} KiB at the most",
    ]


def definition() -> str:
    """A definition as large as one may be; each question after the first section has a rule."""
    whole = {
        "format": 1,
        "id": "vol",
        "version": 1,
        "languages": ["nl"],
        "title": {"nl": "Vol"},
        "summary": {"nl": "Alles vol."},
        "minutes": 60,
        "scales": {"tien": {"from": 0, "to": 10, "not_applicable": {"nl": "n.v.t."}}},
        "domains": [domain(n) for n in range(SECTIONS)],
        "sections": [_section(n) for n in range(SECTIONS)],
    }
    return json.dumps(whole, indent=2)


def domain(number: int) -> dict[str, object]:
    """A domain of two bands, in as few words as a definition may have."""
    words = {"title": {"nl": "Band"}, "text": {"nl": "Tekst."}, "prompt": {"nl": "Vraag?"}}
    bands = [{"id": "laag", "below": 0.5, **words}, {"id": "hoog", **words}]
    title = {"nl": f"Domein {number}"}
    return {"id": f"d{number}", "title": title, "about": {"nl": "Over."}, "bands": bands}


def _section(number: int) -> dict[str, object]:
    questions = [_question(number, n) for n in range(IN_EACH)]
    return {"id": f"s{number}", "title": {"nl": f"Deel {number}"}, "questions": questions}


def _question(section: int, number: int) -> dict[str, object]:
    """A statement, shown by the answers to two of the section before."""
    before, beside = (f"q{section - 1}-{n % IN_EACH}" for n in (number, number + 1))
    rule = {"all": [{"at_least": [before, 3]}, {"not": {"equals": [beside, "na"]}}]}
    question = {
        "id": f"q{section}-{number}",
        "type": "scale",
        "scale": "tien",
        "domain": f"d{section}",
        "text": {"nl": f"Stelling {section}-{number}."},
    }
    return {**question, **({"show_if": rule} if section else {})}


def main() -> None:
    """Print the figures."""
    print(*lines(measured()), sep="\n")


if __name__ == "__main__":
    main()
