"""What was promised of one response, and whether what a page sent may have become of it."""

import re
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.exc import NoResultFound

from reflect.questionnaire import contribution, score
from reflect.records import responses
from tests.journeys.small import Small
from tests.web.reflecting import Somebody

NAMED = re.compile(rb'name="(seen|page|csrf_token)" value="([^"]*)"')
EARLIER = 400  # the page is of an earlier session: nothing of it is kept, and it is drawn again
KEPT, REFUSED = {200, 302}, {400, 401, 403, 404, 409}


@dataclass
class Held:
    """A response as its owner was told that it is."""

    owner: Somebody
    id: str
    fingerprint: str
    values: dict[str, Any] = field(default_factory=dict)
    changed: dict[str, tuple[int, str]] = field(default_factory=dict)  # when, and by which page
    profile: dict[str, Any] | None = None  # from its submission on
    is_erased: bool = False

    def check(self, world: Small) -> None:
        """It is so, and nothing else is."""
        try:
            with world.house.database.reading() as db:
                sheet = responses.sheet(db, self.owner.me, self.id)
                assert sheet.values == self.values
                assert sheet.response.fingerprint == self.fingerprint
                assert sheet.is_submitted == (self.profile is not None)
                if self.profile is not None:
                    assert responses.profile(db, self.owner.me, self.id)[1] == self.profile
        except NoResultFound:
            assert self.is_erased
        else:
            assert not self.is_erased

    def submitted(self, world: Small) -> bool:
        """From now on it is what its answers come to, in its version; whether it has a share."""
        asked = world.house.library[self.fingerprint]
        profile = score(asked, "after", self.values)
        self.profile = profile.to_json()
        return bool(contribution(asked, profile))


@dataclass
class Tab:
    """A page of a section, as somebody has it before them."""

    held: Held
    section: str
    opened: int  # when
    shown: dict[str, Any]
    seen: str = ""
    page: str = ""
    csrf_token: str = ""

    @classmethod
    def read(cls, held: Held, section: str, now: int, body: bytes) -> "Tab":
        """The page that came."""
        named = {name.decode(): value.decode() for name, value in NAMED.findall(body)}
        return cls(held, section, now, dict(held.values), **named)

    @property
    def fields(self) -> dict[str, str]:
        """What goes along with all that it sends."""
        return {"seen": self.seen, "page": self.page, "csrf_token": self.csrf_token}

    def judge(self, sent: dict[str, Any], status: int, now: int) -> None:
        """What the server made of it: kept where nothing newer was unseen, else told and left."""
        held = self.held
        if held.is_erased or held.profile is not None or status in {401, 403, 404}:
            assert status in REFUSED | {302}, status  # to the report
            return
        kept = held.owner.answers(held.id)
        assert status in KEPT | REFUSED, status
        assert {q: v for q, v in kept.items() if q not in sent} == {
            q: v for q, v in held.values.items() if q not in sent
        }
        for question, value in sent.items():
            self._judge_one(question, value, kept.get(question), status, now)
        held.values = kept

    def _judge_one(self, question: str, sent: Any, kept: Any, status: int, now: int) -> None:
        before = self.held.values.get(question)
        when, page = self.held.changed.get(question, (0, ""))
        if kept == sent != before:
            is_seen = when <= self.opened or page == self.page or before == self.shown.get(question)
            assert is_seen, "something unseen was overwritten"
            self.held.changed[question] = (now, self.page)
            return
        assert kept == before, "something came from nowhere"
        is_old = sent == self.shown.get(question)
        is_behind = when > self.opened and page != self.page
        is_told = status == EARLIER or (is_behind and status in REFUSED)
        assert kept == sent or is_old or is_told, "lost, and not told"
