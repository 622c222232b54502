"""Passwords are costly to guess, and nobody's account takes as long as anybody's."""

import time

from reflect.records import passwords


def test_a_password_is_known_by_its_hash():
    kept = passwords.hash("correct horse")

    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert passwords.verify(kept, "correct horse")
    assert not passwords.verify(kept, "correct horses")
    assert not passwords.verify("not a hash", "correct horse")


def test_a_password_counts_to_its_last_letter_as_it_was_typed():
    kept = passwords.hash(f" {'x' * 198}A")

    assert passwords.verify(kept, f" {'x' * 198}A")
    for other in (f" {'x' * 198}a", f" {'x' * 198}", f"{'x' * 198}A", f" {'x' * 198}A "):
        assert not passwords.verify(kept, other)


def test_nobody_has_a_password_after_as_much_work():
    kept = passwords.hash("correct horse")
    passwords.verify(None, "")

    assert not passwords.verify(None, "")
    assert seconds(None) > seconds(kept) / 2


def seconds(kept):
    def once():
        start = time.process_time()
        passwords.verify(kept, "guess")
        return time.process_time() - start

    return min(once() for _ in range(5))
