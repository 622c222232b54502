"""What a sent page of goals does: kept, merged, or told what is wrong with it."""

from collections.abc import Mapping
from typing import Any

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from reflect.questionnaire import NotAnAnswer, merge
from reflect.questionnaire.questions.text import cleaned
from reflect.records import goals
from reflect.records.engine import Session
from reflect.records.goals import NONE
from reflect.records.people import Opened
from reflect.web import board, current
from reflect.web.board import Board, Slot
from reflect.web.days import day_of

LONGEST = {"what": 500, "when": 300, "with_whom": 200, "came_of_it": 2000}  # characters

Texts = dict[str, str]  # field -> text
Wrong = dict[str, str]  # field -> what is wrong with it


def save(me: Opened, before: Board) -> Response | tuple[str, int]:
    """Keep the page that was sent: what is right is kept although other things are not."""
    sent, wrong = read(before, request.form)
    with current.writing() as db:
        held = board.of(db, me, before.response.id, lock=True)
        merged = merge(sent, board.seen(before, request.form), held.fields)
        keep(db, me, held, merged.changes)
        db.commit()
    fresh = board.of(current.db(), me, before.response.id)
    removed = request.form.get("remove", "")
    wrong = _missing(fresh) | _clashes(held, merged.conflicts) | wrong
    wrong = {name: said for name, said in wrong.items() if name not in _fields_of(fresh, removed)}
    if wrong:
        page = board.draw(fresh, sent=request.form, wrong=wrong)
        return page, 409 if wrong.keys() <= set(merged.conflicts) else 400
    return redirect(_onward(fresh, removed))


def keep(db: Session, me: Opened, held: Board, changes: Mapping[str, Any]) -> None:
    """Write the changes, by field, to the reflections that they are of."""
    changed = dict(held.intentions.kept)
    for slot in held.slots:
        texts = {
            text: changes[slot.name(text)] for text in slot.texts if slot.name(text) in changes
        }
        whole = changed.get(slot.response.id, NONE)
        changed[slot.response.id] = goals.changed(whole, slot.number, **texts)
    for response_id, whole in changed.items():
        if whole != held.intentions.of_response(response_id):
            goals.write(db, me, response_id, whole)


def read(before: Board, form: Mapping[str, str]) -> tuple[Texts, Wrong]:
    """What was sent, as it is kept; and what could not be read."""
    sent: Texts = {}
    wrong: Wrong = {}
    for slot in before.slots:
        for text in slot.texts:
            name = slot.name(text)
            if name in form:
                try:
                    sent[name] = _read(slot, text, form[name])
                except ValueError as fault:
                    wrong[name] = str(fault)
    return sent, wrong


def _read(slot: Slot, text: str, typed: str) -> str:
    """One text as it is kept. ValueError with the words of what is wrong."""
    if text == "review":
        return _day(slot, typed.strip())
    if text == "domain":
        return typed if typed in slot.domains else ""
    return _words(typed, LONGEST[text])


def _words(typed: str, longest: int) -> str:
    """A text as every text of one's own is read."""
    try:
        return cleaned(typed, longest)
    except NotAnAnswer as fault:
        words = current.language()("forms.too_long", limit=fault.limit)
        raise ValueError(words) from None


def _day(slot: Slot, typed: str) -> str:
    """A day to come, or the one that is kept."""
    t, today = current.language(), current.now().date()
    day = day_of(typed)
    if typed and day is None:
        example = board.in_months(today).strftime("%d-%m-%Y")
        raise ValueError(t("goals.review_unread", day=example))
    if day is None:
        return ""
    if day < today and day.isoformat() != slot.goal.review:
        raise ValueError(t("goals.review_past"))
    return day.isoformat()


def _missing(fresh: Board) -> Wrong:
    """Goals of which all is written but what they are."""
    t = current.language()
    return {
        slot.name("what"): t("goals.what_missing", number=slot.number)
        for slot in fresh.own
        if slot.is_filled and not slot.goal.what
    }


def _clashes(held: Board, conflicts: tuple[str, ...]) -> Wrong:
    """Texts that another page changed as well: both are shown once, and the person picks."""
    t = current.language()
    kept = {name: held.fields[name] or t("goals.nothing") for name in conflicts}
    return {name: t("goals.two_texts", kept=text) for name, text in kept.items()}


def _fields_of(fresh: Board, number: str) -> set[str]:
    """The fields of the goal that is about to be removed: nothing in them has to be right."""
    return {name for slot in fresh.own if str(slot.number) == number for name in slot.fields}


def _onward(fresh: Board, removed: str) -> str:
    """To the question whether to remove a goal; else the page again, as it is kept."""
    response_id = fresh.response.id
    if _fields_of(fresh, removed):
        return url_for("goals.remove", response_id=response_id, number=removed)
    return url_for("goals.page", response_id=response_id, said="goals")
