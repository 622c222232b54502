"""What many gave, in columns: the same as person by person, whoever left out what."""

from collections import Counter
from fractions import Fraction
from random import Random

import pytest

from reflect.disclosure.tally import tally
from reflect.records.base import opaque
from reflect.records.releases.columns import Columns

MANY = 700  # different values: more than a byte tells apart


def test_columns_hold_what_each_person_gave():
    random = Random(2)  # noqa: S311 - a crowd to repeat, not a secret
    points = [Fraction(point, 4) for point in range(5)]
    given = {
        random.randbytes(32).hex(): {name: random.choice(points) for name in "abc" if who % 7 > 1}
        | {"d": Fraction(who, MANY)}
        for who in range(MANY)
    }
    given["0" * 64] = {}  # gave nothing
    responses = {who: opaque() for who in given}

    columns = Columns((who, responses[who], values) for who, values in given.items())

    assert [*columns.people] == sorted(given)
    by_person = {
        name: {who: values[name] for who, values in given.items() if name in values}
        for name in "abcd"
    }
    assert columns.by_measure == by_person
    for name, column in columns.by_measure.items():
        assert len(column) == len(by_person[name])
        assert [*column.values()] == [column[who] for who in column]
        assert dict(tally(column.values())) == Counter(by_person[name].values())
        assert [(response, column.at(place)) for response, place in columns.responses] == [
            (responses[who], values.get(name)) for who, values in given.items()
        ]
        with pytest.raises(KeyError):
            column["0" * 64]


def test_an_id_of_another_length_is_not_taken_for_part_of_the_next():
    with pytest.raises(ValueError, match="another length"):
        Columns([("0" * 64, "response", {})])
