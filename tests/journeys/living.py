"""People with tabs and devices, sessions that end, a group that closes: in any order at all."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from reflect.questionnaire import AnyQuestion
from reflect.records import memberships
from reflect.records.memberships import Wishes
from reflect.records.responses import Contribution
from tests.conftest import Clock
from tests.journeys.remembering import Held, Tab
from tests.journeys.small import SECTIONS, Small
from tests.web.reflecting import somebody

MOST_PEOPLE, MOST_TABS = 2, 4
SOON = 6  # answers before anything ends
AT_ONCE = 3  # answers one after another, on whatever pages
any_one = st.integers(0, MOST_TABS - 1)
points = st.integers(1, 5)
texts = st.sampled_from(("", "Ik wachtte.", "Ik vroeg door.", "Niets."))
VALUES = {"stilte": points, "rust": points, "tempo": points, "welk": texts, "waarom": texts}


class Life(RuleBasedStateMachine):
    """Nothing acknowledged is lost or comes back, closed stays closed, erased stays gone."""

    world: ClassVar[Small]
    clock: ClassVar[Clock]
    done: ClassVar[Counter[str]] = Counter()  # how often what came about

    def __init__(self):
        super().__init__()
        self.now = 0
        self.held: list[Held] = []
        self.tabs: list[Tab] = []
        self.given: set[str] = set()  # responses that count in the open moment
        self.told = None
        while not self.world.version % 2:  # each life begins alike: with every statement asked
            self.world.publish()
        self.asked = self.world.questionnaire
        self.group, self.moment = self.world.opened_group()

    @initialize()
    def begin(self):
        """Somebody with the same page before them twice."""
        self.arrive()
        self.open_tab(0, "een")
        self.open_tab(0, "een")

    @rule()
    @precondition(lambda self: len(self.held) < MOST_PEOPLE)
    def arrive(self):
        """Somebody joins the group, or comes too late for it and begins alone."""
        one, house = somebody(self.world.app), self.world.house
        moment = None if self.told else self.moment
        with house.database.writing() as db:
            if moment:
                wishes = Wishes(counts=True, research=False)
                memberships.join(db, one.me.person_id, self.group, wishes, house.clock())
            db.commit()
        response = self.world.begin(one.me, moment)
        pinned = (self.asked if moment else self.world.questionnaire).fingerprint
        self.held.append(Held(one, response, pinned))

    @rule(which=any_one, section=st.sampled_from(sorted(SECTIONS)))
    @precondition(lambda self: self.held)
    def open_tab(self, which, section):
        """A page of a section, on whatever device."""
        held = self.held[which % len(self.held)]
        reply = held.owner.browser.get(f"/reflections/{held.id}/{section}")
        self.done[f"a page asked for: {reply.status_code}"] += 1
        if reply.status_code == 200:
            self.keep(Tab.read(held, section, self.now, reply.data))

    @rule(data=st.data())
    @precondition(lambda self: self.tabs)
    def answer(self, data):
        """A few answers, while somebody types here and there."""
        for _ in range(AT_ONCE):
            self.answer_one(self.tabs[data.draw(any_one) % len(self.tabs)], data)

    def answer_one(self, tab, data):
        question = data.draw(st.sampled_from(SECTIONS[tab.section]))
        value = data.draw(VALUES[question])
        if question not in self.asked_of(tab):
            return
        self.now += 1
        fields = tab.fields | {f"q_{question}": value}
        reply = tab.held.owner.keep(tab.held.id, question, **fields)
        self.done[f"an answer sent: {reply.status_code}"] += 1
        tab.judge({question: value or None}, reply.status_code, self.now)

    @rule(which=any_one, data=st.data(), is_back=st.booleans())
    @precondition(lambda self: self.tabs)
    def save(self, which, data, is_back):
        """A whole page; without a session what was typed rides along through signing in."""
        tab = self.tabs[which % len(self.tabs)]
        owner, path = tab.held.owner, f"/reflections/{tab.held.id}/{tab.section}"
        drawn = {question: data.draw(VALUES[question]) for question in SECTIONS[tab.section]}
        sent = {name: value for name, value in drawn.items() if name in self.asked_of(tab)}
        self.now += 1
        fields = tab.fields | {f"q_{name}": value for name, value in sent.items()}
        reply = owner.post(path, **fields)
        self.done[f"a section sent: {reply.status_code}"] += 1
        tab.judge({q: value or None for q, value in sent.items()}, reply.status_code, self.now)
        self.tabs.remove(tab)
        if reply.status_code in (400, 409):
            drawn = Tab.read(tab.held, tab.section, self.now, reply.data)
            is_same = drawn.page == tab.page  # nothing was kept: it knows what it knew
            self.keep(replace(tab, csrf_token=drawn.csrf_token) if is_same else drawn)
        if reply.status_code == 401 and is_back:
            owner.sign_in()

    @rule(which=any_one)
    @precondition(lambda self: self.now > SOON)
    def submit(self, which):
        held = self.held[which % len(self.held)]
        before = held.owner.browser.get(f"/reflections/{held.id}/review")
        reply = held.owner.post(f"/reflections/{held.id}/submit")
        if reply.status_code != 302 or not reply.location.endswith("/report"):
            assert held.is_erased or before.location == "/account/sign-in", reply.status_code
            return
        assert not held.is_erased
        self.done["a response submitted" if held.profile is None else "submitted again"] += 1
        if held.profile is None and held.submitted(self.world) and self.is_in(held):
            self.given.add(held.id)

    @rule(which=any_one)
    @precondition(lambda self: self.now > SOON)
    def withdraw(self, which):
        held = self.held[which % len(self.held)]
        held.owner.post(f"/account/groups/{self.group}/leave")
        if not self.told and not self.is_in(held) and held.id in self.given:
            self.given.discard(held.id)
            self.done["a share withdrawn"] += 1

    @rule(which=any_one)
    @precondition(lambda self: self.now > SOON)
    def erase(self, which):
        held = self.held[which % len(self.held)]
        path = f"/account/reflections/{held.id}/erase"
        reply = held.owner.post(path, sure="yes")
        if reply.status_code == 302 and reply.location.endswith("said=erased"):
            held.is_erased = True
            self.done["a response erased"] += 1
            self.given.discard(held.id)

    @rule(which=any_one)
    @precondition(lambda self: self.now > SOON)
    def sign_in(self, which):
        """In the same browser, with a new session: its old tabs are of an earlier one."""
        self.held[which % len(self.held)].owner.sign_in()

    @rule()
    @precondition(lambda self: self.now > SOON)
    def expire(self):
        self.clock.forward(minutes=31)

    @rule()
    @precondition(lambda self: not self.told and self.given)
    def close(self):
        self.world.close(self.group, self.moment, self.asked)
        self.told = self.world.told(self.moment)
        assert self.told
        self.done["a moment closed"] += 1

    @rule()
    def publish(self):
        self.world.publish()

    @invariant()
    def all_is_as_it_was_promised(self):
        for held in self.held:
            held.check(self.world)
        if self.told:
            assert self.world.told(self.moment) == self.told
            return
        with self.world.house.database.reading() as db:
            counted = db.query(Contribution.response_id).filter_by(moment_id=self.moment)
            assert {one for (one,) in counted} == self.given

    def is_in(self, held: Held) -> bool:
        with self.world.house.database.reading() as db:
            return memberships.is_in(db, held.owner.me.person_id, self.group)

    def asked_of(self, tab: Tab) -> Mapping[str, AnyQuestion]:
        """What the version asks that its response began with: in some a statement is gone."""
        return self.world.house.library[tab.held.fingerprint].questions

    def keep(self, tab: Tab) -> None:
        self.tabs = [*self.tabs[1 - MOST_TABS :], tab]
