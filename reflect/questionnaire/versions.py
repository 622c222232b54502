"""Two definitions: what differs, what that does to answers, and what may still be compared."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from reflect.questionnaire.definition import PLACE, Questionnaire
from reflect.questionnaire.pieces import pieces, plain
from reflect.questionnaire.questions.scale import ScaleQuestion

EditKind = Literal["breaking", "comparable", "wording"]
Place = tuple[str, ...]
# What an answer means hangs on these; the words among them are wording all the same.
MEANING = {
    "question": {"type", "scale", "options", "max_choices", "reverse", "domain", "weight", "use"},
    "scale": {"points", "from", "to", "not_applicable"},
    "questionnaire": {"kind"},
}
TEXTS = ("hint", "intro", "stem")  # that may be left out


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that differs; old or new is None where it was added or taken out."""

    kind: EditKind
    group: str  # question, domain, section, scale, placeholder or questionnaire
    id: str
    path: str  # within it, such as text.nl; empty for the whole of it
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs between two definitions.

    comparable: by domain that both have, the questions of which answers may be compared;
    asked: how many questions each of those domains has in the later one.
    """

    before: str
    after: str
    edits: tuple[Edit, ...]
    comparable: Mapping[str, tuple[str, ...]]
    asked: Mapping[str, int]

    def to_json(self) -> dict[str, Any]:
        """A plain shape for JSON."""
        return asdict(self)


def difference(before: Questionnaire, after: Questionnaire) -> Difference:
    """What differs; a language that only one of them has is told once, and not text by text."""
    languages = frozenset(before.languages) & frozenset(after.languages)
    old, new = pieces(before, languages), pieces(after, languages)
    kept = _kept(before, after)
    edits = [
        Edit(_kind(group, path, pair, kept, languages), group, name, ".".join(path), *pair)
        for group, name in {**old, **new}
        for path, pair in _edits(old.get((group, name)), new.get((group, name)), ())
    ]
    same = comparable(before, after)
    return Difference(
        f"{before.id}-{before.version}",
        f"{after.id}-{after.version}",
        (*edits, *_moved(before, after)),
        same,
        {domain: len(after.scored[domain]) for domain in same},
    )


def comparable(before: Questionnaire, after: Questionnaire) -> Mapping[str, tuple[str, ...]]:
    """By domain that both have: its questions equal in id, scale, reverse, weight and text.

    The text is all that is read as one with it: the stem, and the words of its placeholders; in
    every language that both have.
    """
    same = equal(before, after)
    return {
        domain.id: tuple(q.id for q in after.scored[domain.id] if q.id in same)
        for domain in after.domains
        if domain.id in _kept(before, after)
    }


def equal(before: Questionnaire, after: Questionnaire) -> frozenset[str]:
    """The questions on a scale, scored or not, that are asked in the very same way in both."""
    languages = frozenset(before.languages) & frozenset(after.languages)
    old, new = _meanings(before, languages), _meanings(after, languages)
    return frozenset(name for name in new if old.get(name) == new[name])


def _kept(before: Questionnaire, after: Questionnaire) -> frozenset[str]:
    """The domains that both have."""
    return frozenset(before.scored) & frozenset(after.scored)


def _meanings(questionnaire: Questionnaire, languages: frozenset[str]) -> dict[str, Any]:
    """All that an answer on a scale means, by question."""
    meanings = {}
    for section in questionnaire.sections:
        for q in section.questions:
            if isinstance(q, ScaleQuestion):
                said = plain({"stem": section.stem or {}, "text": q.text}, languages)
                places = [questionnaire.placeholders[one] for one in PLACE.findall(str(said))]
                scale = plain(questionnaire.scale_of(q), languages)
                piped = [plain(one, languages) for one in places]
                meanings[q.id] = (q.use, q.domain, scale, q.reverse, q.weight, said, piped)
    return meanings


def _edits(old: Any, new: Any, path: Place) -> Iterator[tuple[Place, tuple[Any, Any]]]:
    """The places where two plain values differ, each with both."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in {**old, **new}:
            yield from _edits(old.get(key), new.get(key), (*path, key))
    elif old != new:
        yield path, (old, new)


def _moved(before: Questionnaire, after: Questionnaire) -> Iterator[Edit]:
    """The order of the questions that both have, where it differs."""
    old = [one for one in before.questions if one in after.questions]
    new = [one for one in after.questions if one in before.questions]
    if old != new:
        yield Edit("comparable", "questionnaire", after.id, "order", old, new)


def _kind(
    group: str,
    path: Place,
    pair: tuple[Any, Any],
    kept: frozenset[str],
    languages: frozenset[str],
) -> EditKind:
    """What an edit does to answers."""
    if not path:
        return _of_whole(group, pair, kept)
    is_text = path[-1] in languages and all(isinstance(one, str) for one in pair)
    if path[0] in MEANING.get(group, ()) and not is_text:
        return "breaking"
    return "wording" if is_text or path[0] in TEXTS else "comparable"


def _of_whole(group: str, pair: tuple[Any, Any], kept: frozenset[str]) -> EditKind:
    """Something added breaks a domain that was there; something taken out, one that stays."""
    (whole,) = (one for one in pair if one is not None)
    if group == "question" and whole.get("use") is None and whole.get("domain") in kept:
        return "breaking"
    return "breaking" if group == "domain" and pair[1] is None else "comparable"
