"""What is not told of a group, by reason, with no more about it than that."""

from reflect.reports.blocks import Block, Labelled, Lead, Part
from reflect.reports.group.telling import Telling


def withheld(telling: Telling) -> tuple[Part, ...]:
    """One part, where anything is withheld."""
    t = telling.t
    hidden = [one for one in telling.order if one in telling.reasons]
    if not hidden:
        return ()
    reasons = dict.fromkeys(telling.reasons[one] for one in hidden)
    blocks: list[Block] = [Lead(t("picture.withheld_calm"))]
    for reason in reasons:
        titles = tuple(telling.title(one) for one in hidden if telling.reasons[one] == reason)
        why = Labelled(t(f"picture.why_{reason}"), (t(f"picture.withheld_{reason}"),))
        blocks += [why, Labelled(t("picture.not_told"), titles)]
    return (Part("withheld", t("moments.withheld_title"), tuple(blocks)),)
