"""Small questionnaires for tests, built from what a test wants to say and nothing else."""

import json

from reflect.questionnaire import Questionnaire, check

POINTS = [{"value": n, "label": {"nl": f"punt {n}"}} for n in range(1, 6)]
SCALES = {
    "eens": {"points": POINTS, "not_applicable": {"nl": "n.v.t."}},
    "tien": {"from": 0, "to": 10, "ends": [{"nl": "niet"}, {"nl": "heel"}]},
    "cijfer": {"from": 1, "to": 10},
}


def nl(text):
    return {"nl": text}


def statement(name, **more):
    text = nl(f"Stelling {name}.")
    return {"id": name, "type": "scale", "scale": "eens", "domain": "zien", "text": text, **more}


def aside(name, scale, use, **more):
    """A question on a scale that is not scored."""
    text = nl(f"Ernaast: {name}.")
    return {"id": name, "type": "scale", "scale": scale, "use": use, "text": text, **more}


def choice(name, *values, **more):
    options = [{"value": value, "label": nl(value.title())} for value in values]
    return {"id": name, "type": "choice", "options": options, "text": nl(f"Kies {name}."), **more}


def open_question(name, **more):
    return {"id": name, "type": "text", "text": nl(f"Vertel {name}."), **more}


def section(name, *questions, **more):
    return {"id": name, "title": nl(name), "questions": list(questions), **more}


def domain(name="zien", edges=(0.375, 0.6875), **more):
    bands = [
        {"id": f"band-{n}", "title": nl("Band"), "text": nl("Tekst."), "prompt": nl("Vraag?")}
        for n in range(len(edges) + 1)
    ]
    for band, edge in zip(bands, edges, strict=False):
        band["below"] = edge
    return {"id": name, "title": nl(name), "about": nl("Over."), "bands": bands, **more}


def definition(*sections, **more):
    """The plain JSON of a definition with these sections."""
    return {
        "format": 1,
        "id": "proef",
        "version": 1,
        "languages": ["nl"],
        "title": nl("Proef"),
        "summary": nl("Een proef."),
        "minutes": 5,
        "scales": SCALES,
        "sections": list(sections),
        **more,
    }


def a_questionnaire(*sections, **more) -> Questionnaire:
    """A questionnaire that checks without a fault."""
    questionnaire, faults = check_of(*sections, **more)
    assert faults == ()
    return questionnaire


def check_of(*sections, **more):
    """The questionnaire with these sections, and its faults."""
    return check(json.dumps(definition(*sections, **more)), "proef")


def of_statements(*questions, **more) -> Questionnaire:
    """A questionnaire of one section, scored in one domain, "zien"."""
    return a_questionnaire(section("een", *questions), domains=[domain(**more)])
