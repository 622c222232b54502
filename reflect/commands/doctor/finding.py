"""A finding: one thing that was looked at, how it is, and what to do where it is not well."""

from dataclasses import asdict, dataclass
from typing import Any

from reflect.language import language
from reflect.records.condition import Condition

WIDE = 14  # letters of the longest part


@dataclass(frozen=True)
class Finding:
    """`do` is empty where nothing needs doing, and only there."""

    part: str
    words: str
    do: str = ""

    @property
    def is_well(self) -> bool:
        """Whether there is nothing to do."""
        return not self.do

    @property
    def line(self) -> str:
        """As a terminal shows it."""
        mark = "ok  " if self.is_well else "DO  "
        return " ".join([f"{mark}{self.part:{WIDE}}", self.words, *filter(None, [self.do])])

    def to_json(self) -> dict[str, Any]:
        """As other programs read it."""
        return {"is_well": self.is_well} | asdict(self)


def told(condition: Condition) -> Finding:
    """The same words that an administrator reads on the page about health."""
    t, name = language("en"), condition.name
    words = t(f"admin.is_{name}_{condition.state}", **t.written(condition.said))
    do = "" if condition.is_well else t(f"admin.do_{name}_{condition.state}")
    return Finding(name, words, do)
