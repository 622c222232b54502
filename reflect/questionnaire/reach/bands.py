"""Which bands of a domain no answers can reach, as its points are too few for them."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import lcm

from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.domains import Domain
from reflect.questionnaire.questions.scale import ScaleQuestion
from reflect.questionnaire.reach.search import Reach

MOST = 2_000  # sums; past it nothing is proven
Points = Sequence[tuple[int, list[int]]]  # of each statement its weight, and weight x share
Sum = tuple[int, int, int]  # statements answered, their weights, their weighted shares


def missed(questionnaire: Questionnaire, domain: Domain, reach: Reach) -> tuple[str, ...]:
    """The ids of the bands that are proven out of reach; none where nothing is asked at all.

    More answers are thought possible than perhaps are, so a band in this list is surely missed.
    """
    asked = _asked(questionnaire, domain, reach)
    found: set[str] = set()
    for names, always in asked:
        found |= _reached(questionnaire, domain, names, always)
    return tuple(band.id for band in domain.bands if asked and band.id not in found)


def _asked(
    questionnaire: Questionnaire, domain: Domain, reach: Reach
) -> set[tuple[tuple[str, ...], int]]:
    """By phase: the statements that can be asked, and how many of them always are."""
    scored = {question.id for question in questionnaire.scored[domain.id]}
    by_phase: dict[str, dict[str, bool]] = {}
    for section in questionnaire.sections:
        for question in (one for one in section.questions if one.id in scored):
            is_always = section.show_if is None and question.show_if is None
            for phase in reach.phases(section, question):
                by_phase.setdefault(phase, {})[question.id] = is_always
    return {(tuple(some), sum(some.values())) for some in by_phase.values()}


def _reached(
    questionnaire: Questionnaire, domain: Domain, names: Sequence[str], always: int
) -> set[str]:
    chosen = set(names)
    whole, points = _whole(
        questionnaire, [q for q in questionnaire.scored[domain.id] if q.id in chosen]
    )
    found: set[str] = set()
    for weight, total in _ladder(points):
        found.add(domain.band(Fraction(total, whole * weight)).id)
        if len(found) == len(domain.bands):
            return found
    sums = _sums(points)
    if sums is None:
        return {band.id for band in domain.bands}
    return {
        domain.band(Fraction(total, whole * weight)).id
        for count, weight, total in sums
        if count > domain.least * always
    }


def _whole(questionnaire: Questionnaire, statements: Sequence[ScaleQuestion]) -> tuple[int, Points]:
    """Weights and shares as whole numbers, the shares in so many parts of one."""
    shares = {  # of one question on each scale, either way round
        (q.scale, q.reverse): [
            q.score(questionnaire, value) or Fraction(0)
            for value in questionnaire.scale_of(q).values
        ]
        for q in {(one.scale, one.reverse): one for one in statements}.values()
    }
    parts = lcm(*(share.denominator for some in shares.values() for share in some))
    whole = {key: [int(share * parts) for share in some] for key, some in shares.items()}
    weights = [question.exact_weight for question in statements]
    unit = lcm(*(weight.denominator for weight in weights))
    return parts, [
        (int(weight * unit), [int(weight * unit) * share for share in whole[q.scale, q.reverse]])
        for weight, q in zip(weights, statements, strict=True)
    ]


def _ladder(points: Points) -> Iterator[tuple[int, int]]:
    """Everything answered: all highest, then from all lowest on, one point at a time."""
    weight = sum(one for one, _ in points)
    yield weight, sum(max(shares) for _, shares in points)
    total = 0
    for _, shares in points:
        for share in sorted(shares):
            yield weight, total + share
        total += max(shares)


def _sums(points: Points) -> set[Sum] | None:
    """Every sum of some of the statements; None when there are too many to list."""
    sums: set[Sum] = {(0, 0, 0)}
    for weight, shares in points:
        sums |= {(n + 1, w + weight, t + share) for n, w, t in sums for share in shares}
        if len(sums) > MOST:
            return None
    return sums
