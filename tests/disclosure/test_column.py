"""A column in little room is told of as plain values are."""

from array import array
from fractions import Fraction

from reflect.disclosure import Column, Crowd, Ledger, Measure, decide
from reflect.disclosure.column import people
from tests.disclosure.test_crowd import EVERYBODY, names

LOW, HIGH = Fraction(1, 4), Fraction(3, 4)
MEASURES = [Measure("domain:a", 1, 5), Measure("domain:b", 1, 5), Measure("context:c", 1, 5)]


def columns(*absent):
    """Three of one crowd; `absent`: how many did not give each."""
    everybody = Crowd(names())
    return {
        measure.id: Column(
            everybody,
            array("B", [0] * out + [1 + who % 2 for who in range(len(EVERYBODY) - out)]),
            [LOW, HIGH],
        )
        for measure, out in zip(MEASURES, absent, strict=True)
    }


def decided(values, ledger):
    return decide(MEASURES, values, ledger, questionnaire="q", moment=1)


def test_what_is_decided_on_columns_is_what_is_decided_on_values_written_out():
    for absent in ((0, 0, 0), (0, 6, 6), (3, 36, 0), (0, 2, 2)):
        compact = columns(*absent)
        plain = {name: dict(column) for name, column in compact.items()}
        ledgers = Ledger(), Ledger()

        for _ in range(2):  # the second time as somebody who was told of them already
            found, same = map(decided, (compact, plain), ledgers)

            assert found == same
            for ledger, decision in zip(ledgers, (found, same), strict=True):
                for entry in decision.entries:
                    ledger.add(entry)


def test_a_column_is_about_who_gave_it():
    whole, part, _ = columns(0, 4, 40).values()

    assert people(whole) is whole.people
    assert [*people(part)] == [*part] == EVERYBODY[4:]
    assert people({"a": LOW}) == {"a"}
