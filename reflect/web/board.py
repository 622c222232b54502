"""The board: the goals of a reflection, and earlier ones to look back on, as a page shows them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from flask import abort, render_template

from reflect.records.engine import Session
from reflect.records.goals import Goal
from reflect.records.people import Opened
from reflect.records.responses import Response
from reflect.records.responses.tables import SUBMITTED
from reflect.records.sealing import Place
from reflect.reports import Goal as Told
from reflect.web import current
from reflect.web.forms import PREFIX
from reflect.web.intentions import Intentions, domains_of, goal_of
from reflect.web.outcomes import outcome
from reflect.web.parcels import opened, sealed

MEANT = ("what", "domain", "when", "with_whom", "review")
LATER = "came_of_it"
MONTHS = 3  # after which one might look back


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a goal, and which of its texts this page changes."""

    response: Response
    number: int
    goal: Goal
    texts: tuple[str, ...]
    is_own: bool  # of the reflection that the page is of

    @property
    def is_due(self) -> bool:
        """Whether the page asks what came of it."""
        return LATER in self.texts

    @property
    def is_filled(self) -> bool:
        """Whether anything is kept of it."""
        return self.goal != Goal()

    @property
    def domains(self) -> Mapping[str, str]:
        """The domains to choose from: id -> title."""
        return domains_of(self.response)

    @property
    def told(self) -> Told:
        """The goal as a reader reads it."""
        return goal_of(self.response, self.goal)

    def name(self, text: str) -> str:
        """The field of one of its texts."""
        return f"{PREFIX}{text}-{self.number}" + ("" if self.is_own else f"-{self.response.id}")

    @property
    def fields(self) -> dict[str, str]:
        """The field of each text that the page changes, and what is kept of it."""
        return {self.name(text): getattr(self.goal, text) for text in self.texts}


@dataclass(frozen=True, slots=True)
class Board:
    """The three places of a reflection, and the earlier goals to look back on."""

    response: Response
    intentions: Intentions

    @property
    def own(self) -> list[Slot]:
        """The places for goals of this reflection."""
        response, asks = self.response, self.intentions.is_due
        return [
            Slot(response, n, goal, (*MEANT, LATER) if asks(response, goal) else MEANT, is_own=True)
            for n, goal in enumerate(self.intentions.of_response(response.id), 1)
        ]

    @property
    def earlier(self) -> list[Slot]:
        """The goals of before that can be looked back on."""
        before = self.intentions.before(self.response)
        return [Slot(of, number, goal, (LATER,), is_own=False) for of, number, goal in before]

    @property
    def slots(self) -> list[Slot]:
        """All of them, as they stand on the page."""
        return [*self.earlier, *self.own]

    @property
    def fields(self) -> dict[str, str]:
        """Every field of the page, and what is kept of it."""
        return {name: text for slot in self.slots for name, text in slot.fields.items()}


def of(db: Session, me: Opened, response_id: str, *, lock: bool = False) -> Board:
    """The board of a submitted response; 404 for a draft or another's."""
    intentions = Intentions.of(db, me, lock=lock)
    own = {one.id: one for one in intentions.responses if one.state == SUBMITTED}
    return Board(own.get(response_id) or abort(404), intentions)


def draw(
    board: Board,
    *,
    sent: Mapping[str, str] | None = None,
    wrong: Mapping[str, str] | None = None,
    notice: str = "",
) -> str:
    """The page. With a notice, all stands as it was sent; else only what is wrong."""
    sent, wrong = sent or {}, wrong or {}
    as_sent = {name: sent[name] for name in board.fields if name in sent}
    shown = as_sent if notice else {name: as_sent[name] for name in as_sent if name in wrong}
    values = {**board.fields, **shown}
    page = render_template(
        "goals/page.html",
        board=board,
        values=values,
        begun={slot.number for slot in board.own if any(values[name] for name in slot.fields)},
        errors=[(name, wrong[name]) for name in board.fields if name in wrong],
        notice=notice,
        seen=(notice and sent.get("seen")) or sealed_fields(board),
        prompts=list(_prompts(board)),
        soon=in_months(board.intentions.today),
    )
    current.rest()
    return page


def sealed_fields(board: Board) -> str:
    """What a page shows now, to come back with its form."""
    return sealed(board.fields, _place(board))


def seen(board: Board, form: Mapping[str, str]) -> Mapping[str, str]:
    """The fields as the page showed them that was sent; nonsense has seen nothing."""
    return opened(form.get("seen", ""), _place(board)) or {}


def in_months(day: date) -> date:
    """The same day a few months on, or the last that every month has."""
    years, month = divmod(day.month - 1 + MONTHS, 12)
    return date(day.year + years, month + 1, min(day.day, 28))


def _prompts(board: Board) -> Iterable[tuple[str, str]]:
    """The questions that the report asks: by domain, in the order of the questionnaire."""
    told = outcome(board.response.id)
    for score in told.profile.scores:
        if prompt := told.prompt(score):
            yield told.say(told.questionnaire.domain(score.domain).title), prompt


def _place(board: Board) -> Place:
    return Place("goals", board.response.id)
