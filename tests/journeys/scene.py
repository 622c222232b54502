"""A scene: a device in a world, brought to a state of a page; and the list of all such states."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count

from playwright.sync_api import Page

from reflect.questionnaire import Answer
from reflect.records import groups, releases
from reflect.records.releases import rules
from tests.journeys.browsing import Device
from tests.journeys.world import Someone, World

VISITS: list["Visit"] = []
NUMBERS = count(1)
HALF_AN_HOUR = {"minutes": 31}


@dataclass(frozen=True)
class Visit:
    """One state of a page: what it shows, the route that shows it, and how one gets there."""

    endpoint: str
    state: str
    arrive: Callable[["Scene"], object]
    status: int = 200
    is_page: bool = True

    def __str__(self) -> str:
        return f"{self.endpoint} {self.state}"


def shows(endpoint: str, state: str, status: int = 200, *, is_page: bool = True):
    """What follows brings a scene to this state."""

    def listed(arrive):
        VISITS.append(Visit(endpoint, state, arrive, status, is_page))
        return arrive

    return listed


@dataclass
class Scene:
    """Where a visit plays."""

    world: World
    device: Device
    clock: Callable
    asked: set[str] = field(default_factory=set)  # endpoints that were asked for

    @property
    def page(self) -> Page:
        return self.device.page

    def go(self, path: str) -> Page:
        self.page.goto(path)
        return self.page

    def press(self, words: str) -> None:
        """Press a button of the page, not of its frame, and wait for what comes of it."""
        button = self.page.locator("main").get_by_role("button", name=words, exact=True)
        with self.page.expect_navigation():
            button.click()

    def trainer(self) -> str:
        """A trainer who is there."""
        trainer = self.world.trainer(f"trainer{next(NUMBERS)}@example.org")
        self.device.carry(self.world.staff_session(trainer))
        return trainer

    def group(self, trainer="", phases=("after", "later"), **wishes) -> tuple[str, str]:
        """A group of that trainer, or of one who is elsewhere, and its first moment."""
        trainer = trainer or self.world.trainer(f"trainer{next(NUMBERS)}@example.org")
        group = self.world.group(trainer, phases=phases, **wishes)
        return group, self.world.moments(group)[0]

    def join_code(self, group: str) -> str:
        """The code that leads to a group."""
        with self.world.house.database.reading() as db:
            return groups.code(db.get(groups.Group, group), self.world.house.ring)

    def somebody(self, *in_groups: str) -> Someone:
        """A professional who is there."""
        someone = self.world.somebody(*in_groups)
        self.device.carry(self.world.session(someone.me))
        return someone

    def response(self, answers: Mapping[str, Answer] | None = None, moment=None, part=0):
        """Somebody who is there, with a response: the person and its id."""
        in_groups = [self.world.group_of(moment)] if moment else []
        someone = self.somebody(*in_groups)
        response = self.world.begin(someone.me, moment)
        if part:
            self.world.pretend(someone.me, response, part)
        if answers:
            self.world.answer(someone.me, response, answers)
        return someone, response

    def close(self, moment: str) -> None:
        """Close a moment, as its trainer does."""
        house = self.world.house
        by = rules(self.world.questionnaire, "after", house.config.floor)
        releases.close(house.database, house.ring, moment, by, house.clock())
