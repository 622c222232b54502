"""What many gave, in columns: the same as person by person, whoever left out what."""

from fractions import Fraction
from random import Random

import pytest

from reflect.records.releases.columns import Columns


def test_columns_hold_what_each_person_gave():
    random = Random(2)  # noqa: S311 - a crowd to repeat, not a secret
    given = {
        f"subject-{who}": {
            name: Fraction(random.randint(0, 4), 4) for name in "abc" if random.random() < 0.6
        }
        for who in range(40)
    }
    given["who gave nothing"] = {}

    columns = Columns.of((who, f"response of {who}", values) for who, values in given.items())

    assert columns.responses == [f"response of {who}" for who in columns.numbers]
    by_person = {
        name: {who: values[name] for who, values in given.items() if name in values}
        for name in "abc"
    }
    assert columns.by_measure == by_person
    for name, column in columns.by_measure.items():
        assert len(column) == len(by_person[name])
        assert list(column.values()) == list(by_person[name].values())
        with pytest.raises(KeyError):
            column["who gave nothing"]
