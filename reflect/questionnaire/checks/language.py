"""The languages of a definition (E4xx, W4xx): all there, and well written."""

import re
from collections.abc import Iterator

from reflect.questionnaire.checks.parts import texts
from reflect.questionnaire.definition import PLACE, Questionnaire
from reflect.questionnaire.faults import Found, quoted
from reflect.questionnaire.positions import Path

_HTML = re.compile(r"</?[a-zA-Z][^<>]*>|&#?[a-zA-Z0-9]+;|<!--")
_STRAIGHT = re.compile(r"[\"']")
_UNPRINTABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")


def language_faults(questionnaire: Questionnaire) -> Iterator[Found]:
    """Every fault of this kind."""
    seen: dict[tuple[str, str], Path] = {}
    for path, words in texts(questionnaire):
        yield from _translations(questionnaire, path, words)
        yield from _places(path, words)
        for language, text in words.items():
            yield from _writing((*path, language), text)
            if path[0] == "sections" and path[-1] == "text":
                first = seen.setdefault((language, text), path)
                if first != path:
                    where = ".".join(map(str, first))
                    yield Found((*path, language), "W401", f"the same text as {where}")


def _translations(
    questionnaire: Questionnaire, path: Path, words: dict[str, str]
) -> Iterator[Found]:
    languages = questionnaire.languages
    for language in (one for one in languages if not words.get(one, "").strip()):
        yield Found(path, "E401", f'there is no text in "{language}"')
    for language in (one for one in words if one not in languages):
        yield Found((*path, language), "E404", f'"{quoted(language)}" is not among the languages')


def _places(path: Path, words: dict[str, str]) -> Iterator[Found]:
    """A placeholder that stands in one language has to stand in all."""
    places = {language: set(PLACE.findall(text)) for language, text in words.items()}
    every = {place for found in places.values() for place in found}
    for language, found in places.items():
        for place in sorted(every - found):
            yield Found((*path, language), "E402", f"{{{place}}} is missing in this language")


def _writing(path: Path, text: str) -> Iterator[Found]:
    if _HTML.search(text):
        yield Found(path, "E403", "texts are plain: no HTML")
    if _UNPRINTABLE.search(text):
        yield Found(path, "E405", "there is a sign in it that cannot be printed")
    if "  " in text:
        yield Found(path, "W402", "two spaces together")
    if _STRAIGHT.search(text):
        yield Found(path, "W403", "straight quotes: write typographic ones")
