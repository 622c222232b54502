"""An upload beside what there is: what it clashes with, what comes next, and what differs."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice

from reflect.config import folder
from reflect.questionnaire import (
    Difference,
    Edit,
    Fault,
    Questionnaire,
    Words,
    difference,
    following,
    publication_faults,
    published,
    type_faults,
)
from reflect.records import definitions, imports
from reflect.records.engine import Session
from reflect.web import current
from reflect.web.uploads import NAME

CHANGES = 100  # on a page; `reflect diff` tells all


@dataclass(frozen=True)
class Change:
    """What differs in one question, section, domain, scale or placeholder, or in the whole."""

    group: str
    name: str
    title: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True)
class Beside:
    """What differs from an earlier version, in the language at hand."""

    before: Questionnaire
    after: Questionnaire
    found: Difference

    @property
    def counts(self) -> dict[str, int]:
        """How many edits of each kind."""
        kinds = [edit.kind for edit in self.found.edits]
        return {kind: kinds.count(kind) for kind in ("breaking", "comparable", "wording")}

    @property
    def more(self) -> int:
        """How many things that differ have no place on the page."""
        return max(0, len({(edit.group, edit.id) for edit in self.found.edits}) - CHANGES)

    @property
    def changes(self) -> Iterator[Change]:
        """The edits by what they are about, as far as a page goes."""
        whole = groupby(self.found.edits, key=lambda edit: (edit.group, edit.id))
        for (group, name), edits in islice(whole, CHANGES):
            yield Change(group, name, self._title(group, name), tuple(edits))

    @property
    def comparable(self) -> list[tuple[str, int, int]]:
        """Of each domain: its title, how many questions may be compared, and of how many."""
        code = current.language().code
        return [
            (self.after.say(self.after.domain(one).title, code), len(same), self.found.asked[one])
            for one, same in self.found.comparable.items()
        ]

    def _title(self, group: str, name: str) -> str:
        """How people know it, where it has a text of its own."""
        for one in (self.after, self.before):
            if words := _words(one, group, name):
                return one.say(words, current.language().code)
        return ""


def _words(questionnaire: Questionnaire, group: str, name: str) -> Words | None:
    if group == "question" and name in questionnaire.questions:
        return questionnaire.questions[name].text
    if group == "domain" and name in questionnaire.scored:
        return questionnaire.domain(name).title
    return None


def clashes(db: Session, questionnaire: Questionnaire) -> tuple[Fault, ...]:
    """Faults that only show beside what there is: another content, or another type of an id."""
    library = current.house().library
    imports.gather(db, library)
    faults = tuple(publication_faults(questionnaire, NAME, _known(db, questionnaire)))
    same = [(one, "") for one in library if one.id == questionnaire.id]
    others = [each for each in same if each[0].version != questionnaire.version]
    return faults or tuple(type_faults([*others, (questionnaire, NAME)]))


def next_version(db: Session, questionnaire: Questionnaire) -> int:
    """The version that a change would be."""
    return following(questionnaire.id, _known(db, questionnaire))


def is_there(questionnaire: Questionnaire) -> bool:
    """Whether anybody can begin with exactly this already."""
    return questionnaire.fingerprint in current.shelf().versions.values()


def beside(questionnaire: Questionnaire) -> Beside | None:
    """What differs from the last version before it; None when it is the first."""
    same = [one for one in current.shelf() if one.id == questionnaire.id]
    earlier = [one for one in same if one.version < questionnaire.version]
    if not earlier:
        return None
    before = max(earlier, key=lambda one: one.version)
    return Beside(before, questionnaire, difference(before, questionnaire))


def _known(db: Session, questionnaire: Questionnaire) -> dict[str, str]:
    """Every version there is or was: id-version -> fingerprint."""
    kept = definitions.versions(db, questionnaire.id)
    known = {f"{questionnaire.id}-{version}": fingerprint for version, fingerprint in kept}
    offered = {f"{one.id}-{one.version}": one.fingerprint for one in current.house().library}
    return known | dict(published(folder("questionnaires"))) | offered
