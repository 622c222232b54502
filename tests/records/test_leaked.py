"""A password that leaked is known again, and hardly any other is taken for one."""

import secrets

from reflect.records.leaked import is_leaked


def test_what_leaked_is_known_in_capitals_too():
    assert is_leaked("1q2w3e4r5t6y")
    assert is_leaked("QWERTYQWERTY")
    assert not is_leaked("vier losse woorden samen")
    assert not is_leaked("\ud800" * 12)


def test_hardly_any_other_password_bears_the_mark_of_one():
    assert sum(is_leaked(secrets.token_urlsafe(16)) for _ in range(2000)) <= 2
