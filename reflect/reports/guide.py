"""For whoever talks with somebody about a reflection: how to, and what to ask; no answers."""

from reflect.questionnaire import Words
from reflect.questionnaire.domains import Domain
from reflect.reports.blocks import Labelled, Lead, Note, Part, Room
from reflect.reports.document import Document
from reflect.reports.handout import handout
from reflect.reports.outcome import Outcome

_ABOUT = {"about": 4}  # how many sentences stand under each label
_HOW = {"how_before": 3, "how_during": 5, "how_after": 3}
_QUESTIONS = {"high": 3, "low": 3, "sure": 3}
_DIMENSIONS = ("technical", "normative", "personal")


def conversation(outcome: Outcome) -> Document:
    """The guide as a PDF: whatever somebody answered, it is the same to the byte."""
    t, told = outcome.t, guide(outcome)
    footer = t("guide.footer", title=_say(outcome, outcome.questionnaire.title))
    return handout(told, outcome, footer=footer, name=f"{t('guide.file')}.pdf")


def guide(outcome: Outcome) -> tuple[Part, ...]:
    """Made of the questionnaire alone: neither name nor answers nor scores."""
    t = outcome.t
    questions = (*_lists(outcome, _QUESTIONS), _in_dimensions(outcome))
    rooms = Room(t("guide.heard"), 4), Room(t("guide.agreed"), 3)
    return (
        _head(outcome),
        Part("about", t("guide.about_title"), _lists(outcome, _ABOUT)),
        Part("how", t("guide.how"), (*_lists(outcome, _HOW), Note(t("guide.danger")))),
        Part("questions", t("guide.questions"), questions),
        *_domains(outcome),
        Part("room", t("guide.room"), rooms),
    )


def _head(outcome: Outcome) -> Part:
    t = outcome.t
    facts = (
        Labelled(t("guide.subject"), (_say(outcome, outcome.questionnaire.title),)),
        Labelled(t("guide.for_whom"), (t("guide.for_whom_more"),)),
    )
    return Part("guide", t("guide.title"), (Lead(t("guide.lead")), *facts), t("guide.above"))


def _lists(outcome: Outcome, counts: dict[str, int]) -> tuple[Labelled, ...]:
    """The product's own sentences, under their labels."""
    t = outcome.t
    return tuple(
        Labelled(t(f"guide.{name}"), tuple(t(f"guide.{name}_{n}") for n in range(1, count + 1)))
        for name, count in counts.items()
    )


def _in_dimensions(outcome: Outcome) -> Labelled:
    t = outcome.t
    asked = (f"{t(f'report.{name}')}: {t(f'sheet.ask_{name}')}" for name in _DIMENSIONS)
    return Labelled(t("guide.dimensions"), tuple(asked))


def _domains(outcome: Outcome) -> tuple[Part, ...]:
    """What the questionnaire asks in each domain, of whatever band: who is where, it keeps."""
    t, domains = outcome.t, outcome.questionnaire.domains
    if not domains:
        return ()
    told = (Labelled(_say(outcome, domain.title), _prompts(outcome, domain)) for domain in domains)
    return (Part("domains", t("guide.domains"), (Lead(t("guide.domains_lead")), *told)),)


def _say(outcome: Outcome, words: Words) -> str:
    """The instrument's own words, with nothing filled in from answers."""
    return outcome.questionnaire.say(words, outcome.t.code)


def _prompts(outcome: Outcome, domain: Domain) -> tuple[str, ...]:
    """Each prompt once."""
    return tuple(dict.fromkeys(_say(outcome, band.prompt) for band in domain.bands))
