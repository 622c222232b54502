"""Changes of a group for the tests: as one says they were stored, or as a closing decides."""

from decimal import Decimal

from reflect.disclosure import Change, Shift, Withheld
from reflect.reports.group import Since


def a_change(*shifts, then, withheld=(), to=2):
    """From an earlier release: (measure, value, whether over the same people); why not."""
    scales = {one.measure: (one.low, one.high) for one in then.figures}
    names = ("questionnaire", "version", "fingerprint", "group", "organisation")
    change = Change(
        **{name: getattr(then, name) for name in names},
        moments=(then.moment, to),
        phases=(then.phase, "after"),
        closed=(then.closed, then.closed),
        shifts=tuple(Shift(one, *scales[one], Decimal(value), same) for one, value, same in shifts),
        withheld=tuple(Withheld(*each) for each in withheld),
    )
    return Since(change, then)


def compared(now, then, *, same=()):
    """Two releases: of `same` over the same people, where it may be a tenth less."""
    before = {one.measure: one for one in then.figures}
    hidden = {one.measure: one.reason for one in (*now.withheld, *then.withheld)}
    shifts = []
    for one in now.figures:
        if one.measure not in before or one.measure in hidden:
            continue
        if one.bound or before[one.measure].bound:
            hidden[one.measure] = "bound"
            continue
        gap, is_same = one.value - before[one.measure].value, one.measure in same
        shifts.append((one.measure, gap - Decimal("0.1") if is_same and gap > 0 else gap, is_same))
    return a_change(*shifts, then=then, withheld=hidden.items(), to=now.moment)
