"""A row says the same however it is kept, and takes little room."""

from reflect.disclosure import Row

EVERYBODY = frozenset("abcdef")


def test_most_of_a_set_is_kept_as_that_set_with_exceptions():
    row = Row.over("abcde", EVERYBODY)

    assert row.among is EVERYBODY
    assert dict(row) == dict.fromkeys("abcde", 1)
    assert (len(row), "f" in row, "g" in row) == (5, False, False)


def test_a_few_of_a_set_and_others_are_a_set_of_their_own():
    assert Row.over("ab", EVERYBODY).among == {"a", "b"}
    assert Row.over("abcdeg", EVERYBODY).among == frozenset("abcdeg")


def test_rows_are_the_same_when_they_say_the_same():
    row = Row.over("abcde", EVERYBODY)

    assert row == Row.over("abcde") == Row.of(dict.fromkeys("abcde", 1))
    assert row * 2 == Row.of(dict.fromkeys("abcde", 2)) != row
    assert row * -1 != Row.over("abcdf", EVERYBODY) * -1
    assert row != "abcde"
