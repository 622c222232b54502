"""Findings: a simulation, the faults that do not stop it, and the length of the longest report."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Any

from reflect.questionnaire import Fault, Questionnaire
from reflect.questionnaire.simulation import Simulation, Spread


@dataclass(frozen=True)
class Findings:
    """All that there is to tell an author; pages is None where no report could be made."""

    questionnaire: Questionnaire
    simulation: Simulation
    faults: tuple[Fault, ...]
    pages: int | None

    @property
    def title(self) -> str:
        """Such as proef-1."""
        return f"{self.simulation.questionnaire}-{self.simulation.version}"

    @property
    def crowd(self) -> str:
        """Who walked."""
        return f"{self.simulation.people} people made up by chance, seed {self.simulation.seed}"

    @property
    def out_of_reach(self) -> tuple[Fault, ...]:
        """What no answers reach: proven, so that more people would not help."""
        return tuple(fault for fault in self.faults if fault.code.startswith("E5"))

    @property
    def untranslated(self) -> tuple[Fault, ...]:
        """Texts that lack a language."""
        return tuple(fault for fault in self.faults if fault.code == "E401")

    @property
    def unseen(self) -> list[tuple[str, tuple[str, ...]]]:
        """What nobody came across, by kind; some of it may be out of reach."""
        found: dict[str, tuple[str, ...]] = asdict(self.simulation.unseen)
        return [(kind, names) for kind, names in found.items() if names]

    @property
    def minutes(self) -> str:
        """How long it takes, beside what the definition promises."""
        seconds = self.simulation.seconds
        median, longest = (f"{one / 60:.1f}" for one in (seconds.median, seconds.longest))
        return f"median {median}, longest {longest}; the definition says {seconds.promised // 60}"

    @property
    def length(self) -> str:
        """The longest report."""
        if self.questionnaire.kind == "evaluation":
            return "none: an evaluation is told of as a group, and never to one person"
        if self.pages is None:
            return "not made: first translate, and mend what the check tells"
        return f"{self.pages} pages at the most, every text as long as it may be"

    def to_json(self) -> dict[str, Any]:
        """A plain shape for JSON."""
        faults = [asdict(fault) for fault in self.faults]
        return {**self.simulation.to_json(), "faults": faults, "pages": self.pages}


def bands(spread: Spread) -> str:
    """How many of a hundred people scored in each band, and how many had no score."""
    counts = {**spread.bands, "no score": spread.without}
    return ", ".join(f"{name} {share} %" for name, share in _hundredths(counts.items()))


def reached(spread: Spread) -> str:
    """The lowest and the highest score that anybody had."""
    if spread.lowest is None or spread.highest is None:
        return "nobody has a score"
    return f"{spread.lowest:.2f} to {spread.highest:.2f}"


def ends_missed(spread: Spread) -> tuple[str, ...]:
    """The lowest and the highest band, where nobody scored in them."""
    names = tuple(spread.bands)
    return tuple(name for name in dict.fromkeys((names[0], names[-1])) if not spread.bands[name])


def _hundredths(counts: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    pairs = [(name, count) for name, count in counts if count]
    whole = sum(count for _, count in pairs)
    return [(name, round(Fraction(100 * count, whole))) for name, count in pairs]
