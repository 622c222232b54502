"""Somebody types and is gone at once: what was typed is sent on the way out."""

import time

import pytest

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
PATIENCE = 3  # seconds in which the last word arrives


def test_what_was_just_typed_is_kept_when_somebody_leaves_all_the_same(world, device):
    someone = world.somebody()
    response = world.begin(someone.me)
    own = device()
    own.carry(world.session(someone.me))
    own.page.on("dialog", lambda question: question.accept())
    for words in ("Eerst dit.", "Toen dat.", "En nog iets."):
        own.page.goto(f"/reflections/{response}/terugkijken")
        own.page.locator("[name=q_trots]").fill(words)
        own.page.goto("/privacy")
        arrives(lambda: world.sheet(someone.me, response).values.get("trots"), words)


def arrives(held, words: str) -> None:
    until = time.monotonic() + PATIENCE
    while held() != words:
        assert time.monotonic() < until, f"{words} is lost"
        time.sleep(0.05)
