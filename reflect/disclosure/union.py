"""Unions: the groups of a trainer, of an organisation, or all, added up.

Only sets that were told, each as it is, are added up. Whoever knows them can add them up too, so
a union says nothing new: its coefficients are sums of coefficients in the ledger, and subjects
who are alike in those are alike in it. No class is parted, and the ledger would accept it. What
has to be kept out is what was not told as it is: a bound hides its sum, and the union less the
others would tell it. What was withheld comes in by the pool alone, which is told as a set.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from reflect.disclosure.decision import Decision, Sum, Values, decide, figure
from reflect.disclosure.figure import Measure, Withheld
from reflect.disclosure.ledger import Ledger, key

Part = Mapping[str, Sum]
"""Measure id -> the exact sum of a set that was told as it is (Decision.exact)."""


def unite(measures: Iterable[Measure], parts: Iterable[Part]) -> Decision:
    """What may be told of several sets together; who is in two of them counts twice.

    `measures`: those of which a set was told a figure. Where each of these is a bound nothing can
    be added up, and that is why nothing is told: not that too few gave it.
    """
    asked, sets = {one.id: one for one in measures if one.has_mean}, list(parts)
    sums = {
        name: Sum(
            sum((each.total for each in found), Fraction()), sum(each.count for each in found)
        )
        for name in asked
        if (found := [part[name] for part in sets if name in part])
    }
    return Decision(
        figures=tuple(figure(asked[name], whole) for name, whole in sums.items()),
        withheld=tuple(Withheld(name, "bound") for name in asked if name not in sums),
        entries=(),
        sums=sums,
        pooled={},
    )


def decide_pool(
    measures: Iterable[Measure],
    values: Mapping[str, Values],
    ledger: Ledger,
    *,
    questionnaire: str,
    moment: int,
) -> Decision:
    """Decide for what waits in a pool, about whom nothing was told yet on that measure.

    With those who were told about in another group a pool would be refused for ever: they are
    few, and would stand apart. As decide() otherwise.
    """
    untold = {
        name: {
            subject: column[subject]
            for subject in ledger.untold(key(questionnaire, moment, name), column)
        }
        for name, column in values.items()
    }
    return decide(measures, untold, ledger, questionnaire=questionnaire, moment=moment)
