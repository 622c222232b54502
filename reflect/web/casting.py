"""The page of a section, cast: most of it is the same for everybody, and is drawn only once.

To write it out anew is most of what a page costs. A page with something wrong on it, or with words
that paper cannot show, is drawn as ever.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import partial

from flask import get_template_attribute, render_template, request
from markupsafe import escape

from reflect.questionnaire import Answer, Questionnaire, Step
from reflect.reports import is_printable
from reflect.web import current
from reflect.web.asking import Asked
from reflect.web.forms import form_token
from reflect.web.mould import Mould, opening
from reflect.web.sections import Place, Progress, address, content, draw, progress, state
from reflect.web.seen import Seen
from reflect.web.unsent import Unsent

Alike = tuple[str, ...]
MOST = 1000  # moulds that are kept; a definition has a few for each section
LARGEST = 64 * 1024  # bytes of one that is kept; our own definitions have some 13 000


class Hollow(Asked):
    """A question open wherever an answer may stand."""

    def ticked(self, option: str) -> str:
        """Open, whatever was chosen."""
        return opening(f"{self.id} {option}")


def show(place: Place) -> str | bytes:
    """The page of a section as it is kept, for the professional who is there."""
    if request.query_string or not all(map(is_printable, _texts(place))):
        return draw(place)
    current.rest()
    common = alike(place.questionnaire, place.values)
    return _of_page(place, common).cast(_answered(place) | _theirs(place, common))


def _texts(place: Place) -> list[str]:
    own = (place.values.get(one.id) for one in place.step.questions if one.type == "text")
    return [str(text) for text in own if text is not None]


def _theirs(place: Place, common: Alike) -> dict[str, bytes]:
    """What is of this reader alone, besides the answers."""
    seen, response = Seen(place.sheet.response.revision), place.response_id.encode()
    unsent = Unsent.of(place.sheet)
    return {
        "token": form_token().encode(),
        "response": response,
        "revision": str(seen.revision).encode(),
        "page": seen.page.encode(),
        "key": unsent.key.encode(),
        "progress": _of_progress(place, common).cast({"response": response}),
    }


def _answered(place: Place) -> dict[str, bytes]:
    """The answers of the section, each in its opening."""
    filled = {}
    for question in place.step.questions:
        answer = place.values.get(question.id)
        if answer is not None and question.type == "text":
            filled[question.id] = str(escape(answer)).encode()
        elif answer is not None:
            chosen = answer if isinstance(answer, tuple) else (answer,)
            filled |= {f"{question.id} {option}": b" checked" for option in chosen}
    return filled


def _of_page(place: Place, common: Alike) -> Mould:
    near = place.steps[max(place.number - 1, 0) : place.number + 2]
    asked = tuple(question.id for question in place.step.questions)
    key = ("page", place.number, tuple(step.section.id for step in near), asked)
    return kept((*common, *key), partial(_drawn, place))


def _of_progress(place: Place, common: Alike) -> Mould:
    listed = tuple((step.section.id, state) for step, state in _states(place))
    return kept((*common, "progress", listed), partial(_listed, place))


def _states(place: Place) -> list[tuple[Step, str]]:
    return [(step, state(step, place.values, place.step)[0]) for step in place.steps]


def alike(questionnaire: Questionnaire, values: Mapping[str, Answer]) -> Alike:
    """What pages of one mould have in common: version, language, and words filled in."""
    code = current.language().code
    filled = (
        questionnaire.say({code: f"{{{name}}}"}, code, values)
        for name in questionnaire.placeholders
    )
    return questionnaire.fingerprint, code, *filled


def kept(key: tuple[object, ...], make: Callable[[], Mould]) -> Mould:
    """The mould of a key, made by who asks first."""
    moulds = current.house().moulds
    mould = moulds.get(key)
    if mould is None:
        mould = make()
        if len(moulds) >= MOST:
            moulds.clear()
        if mould.size <= LARGEST:
            moulds[key] = mould
    return mould


def _drawn(place: Place) -> Mould:
    """The page, drawn for who asks first, and what is theirs cut out of it."""
    told = content(place, None, {}, partial(address, place.response_id), as_sent=False)
    told["asked_questions"] = [_hollow(asked) for asked in told["asked_questions"]]
    own = {
        "seen": {"revision": opening("revision"), "page": opening("page")},
        "unsent": {"key": opening("key"), "response": opening("response"), "after": ""},
    }
    page = render_template("reflections/section.html", **told, **own, notice="")
    theirs = {"progress": _nav(told["progress"]), "token": form_token()}
    return Mould.of(page, theirs | {"response": place.response_id})


def _listed(place: Place) -> Mould:
    href = partial(address, place.response_id)
    listed = progress(place.questionnaire, place.steps, place.values, href, place.step)
    return Mould.of(_nav(listed), {"response": place.response_id})


def _nav(listed: list[Progress]) -> str:
    return str(get_template_attribute("macros/page.html", "progress")(listed))


def _hollow(asked: Asked) -> Hollow:
    told = {field.name: getattr(asked, field.name) for field in fields(asked)}
    value = opening(asked.id) if asked.type == "text" else None
    return Hollow(**told | {"value": value, "lost": False})
