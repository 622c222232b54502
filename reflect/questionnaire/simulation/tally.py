"""Running counts of what people see and score: as large for five people as for a million."""

from collections import Counter
from collections.abc import Iterable

from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.path import Step
from reflect.questionnaire.scoring import Profile, Score
from reflect.questionnaire.simulation.outcome import COLUMNS, Spread, Unseen


class Tally:
    """What was seen and scored so far."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        """Nothing yet."""
        self._questionnaire = questionnaire
        self._seen: dict[str, set[str]] = {
            kind: set() for kind in ("section", "question", "option")
        }
        self._domains = {domain.id: _Domain() for domain in questionnaire.domains}

    def add(self, steps: Iterable[Step], profile: Profile) -> None:
        """One person more."""
        for step in steps:
            self._seen["section"].add(step.section.id)
            self._seen["question"].update(question.id for question in step.questions)
        for question, answer in profile.answers.items():
            chosen = answer if isinstance(answer, tuple) else (answer,)
            self._seen["option"].update(f"{question}.{value}" for value in chosen)
        for score in profile.scores:
            self._domains[score.domain].add(score)

    def unseen(self) -> Unseen:
        """What nobody came across, in the order of the definition."""
        asked = self._questionnaire.questions.values()
        options = [
            f"{question.id}.{option.value}"
            for question in asked
            if question.type in ("choice", "choices")
            for option in question.options
        ]
        bands = [
            f"{domain.id}.{band.id}"
            for domain in self._questionnaire.domains
            for band in domain.bands
            if not self._domains[domain.id].bands[band.id]
        ]
        return Unseen(
            self._left("section", (section.id for section in self._questionnaire.all_sections)),
            self._left("question", (question.id for question in asked)),
            self._left("option", options),
            tuple(bands),
        )

    def spreads(self) -> tuple[Spread, ...]:
        """The scores of each domain."""
        return tuple(
            self._domains[domain.id].spread(domain.id, (band.id for band in domain.bands))
            for domain in self._questionnaire.domains
        )

    def _left(self, kind: str, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for name in names if name not in self._seen[kind])


class _Domain:
    """The scores of one domain so far."""

    def __init__(self) -> None:
        self.bands: Counter[str] = Counter()
        self._columns = [0] * COLUMNS
        self._without = 0
        self._ends: tuple[float, float] | None = None  # the lowest and the highest

    def add(self, score: Score) -> None:
        if score.score is None or score.band is None:
            self._without += score.asked > 0
            return
        self.bands[score.band] += 1
        self._columns[min(COLUMNS - 1, int(score.score * COLUMNS))] += 1
        every = (*(self._ends or ()), float(score.score))
        self._ends = (min(every), max(every))

    def spread(self, domain: str, bands: Iterable[str]) -> Spread:
        ends = self._ends or (None, None)
        counts = {band: self.bands[band] for band in bands}
        return Spread(domain, tuple(self._columns), counts, self._without, *ends)
