"""A questionnaire with all that a report can tell of, answers to it, and the report of them."""

import datetime as dt
import json
from pathlib import Path

from reflect.language import language
from reflect.questionnaire import Questionnaire, score
from reflect.reports import Outcome, parts, personal

DAY = dt.date(2026, 11, 21)
SHIPPED = Path(__file__).parents[2] / "questionnaires" / "onveiligheid-opheffen-1.json"


def say(text, english=None):
    return {"nl": text, "en": english or f"{text} (en)"}


def a_domain(name, *, further=False):
    return {
        "id": name,
        "title": say(name.title()),
        "about": say(f"Over {name}."),
        "bands": [
            {"id": band, "title": say(band.title()), "text": say(f"Dat kan {band} betekenen."),
             "prompt": say(f"Vraag: hoe komt {band}?")} | ({"below": below} if below else {})
            for band, below in (("laag", 0.375), ("midden", 0.6875), ("hoog", None))
        ],
        "further": [{"title": say("Lees <meer> & verder"), "url": "https://example.org/a?b=1&c=2"}]
        if further else [],
    }  # fmt: skip


def a_scale(question, scale="eens", **more):
    text = more.pop("text", f"Ik doe {question}.")
    return {"id": question, "type": "scale", "scale": scale, "text": say(text)} | more


def a_text(question):
    return {"id": question, "type": "text", "text": say(f"Vertel over {question}.")}


def a_choice(question, **more):
    options = [{"value": value, "label": say(value.title())} for value in ("hier", "daar")]
    text = say(f"Kies {question}.")
    return {"id": question, "type": "choice", "options": options, "text": text} | more


def a_section(name, *questions, **more):
    return {"id": name, "title": say(name.title()), "questions": list(questions)} | more


POINTS = ("nooit", "zelden", "soms", "vaak", "altijd")
DOMAINS = ("zien", "wegen", "doen")
EVERYTHING = {
    "format": 1, "id": "alles", "version": 1, "languages": ["nl", "en"],
    "title": say("Alles & meer"), "summary": say("Een proef."), "minutes": 1,
    "scales": {
        "eens": {"points": [{"value": n, "label": say(p)} for n, p in enumerate(POINTS, 1)],
                 "not_applicable": say("n.v.t.")},
        "tien": {"from": 0, "to": 10, "ends": [say("niet"), say("heel")]},
    },
    "domains": [a_domain("zien", further=True), a_domain("wegen"), a_domain("doen")],
    "sections": [
        *(a_section(
            name,
            *(a_scale(f"{name}{n}", domain=name) for n in range(1, 4)),
            a_scale(f"{name}4", domain=name, reverse=True, weight=2),
            a_scale(f"zeker-{name}", "tien", use="confidence", domain=name),
            phases=["before", "after"] if name == "doen" else ["before", "after", "later"],
        ) for name in DOMAINS),
        a_section("toepassing", a_scale("x1", use="none"), a_choice("rol")),
        a_section("omgeving", a_scale("tijd", use="context"),
                  a_scale("cijfer", "tien", use="grade")),
        a_section("plek", a_scale("waar", "tien", use="none"),
                  a_scale("liever", "tien", use="none"),
                  a_choice("hier"), a_choice("daar")),
        a_section("casus", a_scale("c1", "tien", use="none"), a_scale("z1", "tien", use="none"),
                  a_choice("stap"), a_text("mist")),
        a_section("vervolg", a_scale("c2", "tien", use="none"),
                  a_scale("z2", "tien", use="none")),
        a_section("terug", a_text("losse"), a_text("hoe"), a_text("grens"), a_text("zelf")),
    ],
    "report": {
        "reflection": ["hoe", "losse"],
        "dimensions": {"technical": ["hoe"], "normative": ["grens"], "personal": ["zelf"]},
        "vignettes": [{"title": say("De casus"), "first": ["c1", "z1"], "second": ["c2", "z2"]}],
        "pairs": [{"title": say("Ruimte of ingrijpen"), "from": "waar", "to": "liever"},
                  {"title": say("Hier of daar"), "from": "hier", "to": "daar"}],
        "grades": [{"question": "cijfer", "compare_with": 7.5, "source": "de regio"}],
    },
}  # fmt: skip

ANSWERS = {
    "zien1": 5, "zien2": 4, "zien3": 2, "zien4": 2, "zeker-zien": 0,
    "wegen1": 1, "wegen2": 1, "wegen3": 1, "wegen4": 5, "zeker-wegen": 10,
    "doen1": 3, "doen2": "na",
    "x1": 4, "rol": "daar", "tijd": 2, "cijfer": 6, "waar": 4, "liever": 7,
    "hier": "hier", "daar": "daar", "c1": 4, "c2": 4, "z1": 6, "stap": "hier", "mist": "De baby.",
    "losse": "Iets anders.", "hoe": "Met een lijst.", "grens": "Bij slaan.", "zelf": "Schrik.",
}  # fmt: skip


def everything(**changes) -> Questionnaire:
    return Questionnaire.from_json(json.dumps(EVERYTHING | changes))


def shipped() -> Questionnaire:
    return Questionnaire.from_json(SHIPPED.read_bytes())


def filled_in(questionnaire: Questionnaire) -> dict:
    """An answer to every question: each scale from low to high in turn, a text to each."""
    answers = {}
    for number, question in enumerate(questionnaire.questions.values()):
        if question.type == "scale":
            values = questionnaire.scale_of(question).values
            answers[question.id] = values[number % len(values)]
        elif question.type == "choice":
            answers[question.id] = question.options[0].value
        elif question.type == "text":
            answers[question.id] = "Ik sprak eerst met moeder, en pas daarna met het kind. " * 3
    return answers


def outcome(answers=None, *, of=None, phase="after", code="nl", name=""):
    questionnaire = of or everything()
    profile = score(questionnaire, phase, ANSWERS if answers is None else answers)
    return Outcome(questionnaire, profile, language(code), DAY, name)


def report(answers=None, **wishes):
    """The parts of a report, by their ids."""
    return {part.id: part for part in parts(outcome(answers, **wishes))}


def document(answers=None, **wishes):
    return personal(outcome(answers, **wishes))
