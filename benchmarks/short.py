"""A questionnaire of five pages of eight statements, as long as the bare app's."""

import json

from definitions import domain
from fillings import PAGES

from reflect.questionnaire import Questionnaire

STATEMENTS = 8  # a page
LABELS = ("nooit", "zelden", "soms", "vaak", "altijd")


def questionnaire() -> Questionnaire:
    """Eight statements on a scale of five points in each of five sections, of one domain each."""
    points = [{"value": n, "label": {"nl": label}} for n, label in enumerate(LABELS, 1)]
    whole = {
        "format": 1,
        "id": "kort",
        "version": 1,
        "languages": ["nl"],
        "title": {"nl": "Kort"},
        "summary": {"nl": "Vijf keer acht stellingen."},
        "minutes": 5,
        "scales": {"vijf": {"points": points}},
        "domains": [domain(n) for n in range(PAGES)],
        "sections": [_section(n) for n in range(PAGES)],
    }
    return Questionnaire.from_json(json.dumps(whole))


def _section(number: int) -> dict[str, object]:
    statements = [_statement(number, n) for n in range(STATEMENTS)]
    return {"id": f"s{number}", "title": {"nl": f"Deel {number}"}, "questions": statements}


def _statement(section: int, number: int) -> dict[str, object]:
    return {
        "id": f"q{section}-{number}",
        "type": "scale",
        "scale": "vijf",
        "domain": f"d{section}",
        "text": {"nl": f"Stelling {section}-{number}: hoe vaak deed je dit?"},
    }
