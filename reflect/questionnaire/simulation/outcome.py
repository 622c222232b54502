"""What a simulation found, as frozen shapes."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from reflect.questionnaire.questions.base import Answer, Phase

COLUMNS = 20  # of a spread: each a twentieth of the scores from 0 to 1


@dataclass(frozen=True, slots=True)
class Unseen:
    """Ids of what nobody came across; with a dot: question.option and domain.band."""

    sections: tuple[str, ...]
    questions: tuple[str, ...]
    options: tuple[str, ...]
    bands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """The scores of one domain: how many people in each column and band; None: nobody scored."""

    domain: str
    columns: tuple[int, ...]
    bands: Mapping[str, int]
    without: int  # people that were asked, and have no score
    lowest: float | None
    highest: float | None


@dataclass(frozen=True, slots=True)
class Duration:
    """Seconds to fill in: of the person in the middle, and of the slowest; and what is promised."""

    median: int
    longest: int
    promised: int


@dataclass(frozen=True, slots=True)
class Walk:
    """A phase and the answers in it."""

    phase: Phase
    answers: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Simulation:
    """All that so many people found in one definition; equal seeds find the same."""

    questionnaire: str
    version: int
    people: int
    seed: int
    unseen: Unseen
    spreads: tuple[Spread, ...]
    seconds: Duration
    longest: Walk  # the slowest person, with as much text as there is room for

    def to_json(self) -> dict[str, Any]:
        """A plain shape for JSON, without the answers of the longest walk."""
        plain = asdict(self)
        return {**plain, "longest": {"phase": self.longest.phase}}
