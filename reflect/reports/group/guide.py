"""A sheet to talk about the picture of a group by: open questions, and room to write."""

from reflect.reports.blocks import Blank, Block, Labelled, Lead, Note, Part, Room
from reflect.reports.document import Document
from reflect.reports.group.extremes import extremes
from reflect.reports.group.naming import filed, footer
from reflect.reports.group.story import facts
from reflect.reports.group.talk import Topic, topics
from reflect.reports.group.telling import Telling
from reflect.reports.handout import handout

_LINES = 3  # to write on, below a question
_PLANS = 4  # with a line for each of its words
_AGAIN = 6  # lines to end with


def guide(telling: Telling) -> Document:
    """The sheet as a PDF."""
    name = filed(telling, telling.t("picture.file_guide"), "pdf")
    return handout(guide_parts(telling), telling, footer=footer(telling), name=name)


def guide_parts(telling: Telling) -> tuple[Part, ...]:
    """How to begin, what to ask, what comes of it; without figures what is asked of any picture."""
    t = telling.t
    lead = Lead(t("picture.guide_lead"))
    how = Labelled(t("picture.guide_how"), tuple(t(f"picture.guide_how_{n}") for n in range(1, 5)))
    head = Part("guide", t("picture.guide"), (lead, *facts(telling), how), telling.subject)
    asked = (_asked(number, topic) for number, topic in enumerate(topics(telling)))
    return (head, *asked, *_tried(telling), _agreed(telling))


def _asked(number: int, topic: Topic) -> Part:
    """A topic with room below each of its questions."""
    opening: tuple[Block, ...] = (Lead(topic.lead),) if topic.lead else ()
    rooms = (Room(question, _LINES) for question in topic.questions)
    return Part(f"topic{number}", topic.title, (*opening, *rooms))


def _tried(telling: Telling) -> tuple[Part, ...]:
    """What the questionnaire asks in the domains that stand out: of every band, so of nobody."""
    t, found = telling.t, extremes(telling)
    which = [one for one in (*found.highest, *found.lowest) if one.startswith("domain:")]
    if not which:
        return ()
    labelled = (Labelled(telling.title(one), _prompts(telling, one)) for one in which)
    lead = Lead(t("picture.guide_prompts_lead"))
    return (Part("prompts", t("picture.guide_prompts"), (lead, *labelled)),)


def _prompts(telling: Telling, measure: str) -> tuple[str, ...]:
    """Each prompt of a domain once."""
    domain = telling.questionnaire.domain(measure.partition(":")[2])
    return tuple(dict.fromkeys(telling.say(band.prompt) for band in domain.bands))


def _agreed(telling: Telling) -> Part:
    """What the group means to do; names are not asked for."""
    t = telling.t
    words = tuple(t(f"picture.guide_{word}") for word in ("what", "when", "with_whom", "seen"))
    rows = (Blank(t("picture.guide_plan", number=n), words) for n in range(1, _PLANS + 1))
    again = Room(t("picture.guide_again"), _AGAIN)
    told = (*rows, Note(t("picture.guide_no_names")), again)
    return Part("agreed", t("picture.guide_agreed"), told, apart=True)
