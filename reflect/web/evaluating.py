"""The page of an evaluation: all its sections at once, empty or as they were sent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask import render_template, request
from werkzeug.datastructures import MultiDict

from reflect.questionnaire import Answer, Phase, Questionnaire, Section, path
from reflect.records import evaluations
from reflect.records.groups import Group, Wave
from reflect.records.people import Opened
from reflect.web import current
from reflect.web.asking import Shown, asked
from reflect.web.forms import TOKEN, SectionForm, field_name
from reflect.web.saving import cleared, faults, given
from reflect.web.sections import form_of

PHASE: Phase = "after"
FORM = "evaluation form"
Sent = MultiDict[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """A section of it, and its form."""

    place: Shown
    form: SectionForm


@dataclass(frozen=True, slots=True)
class Paper:
    """An evaluation with what was sent on it, if anything."""

    questionnaire: Questionnaire
    parts: tuple[Part, ...]

    def is_ours(self) -> bool:
        """Read what was sent; False when the form was made for another session."""
        wrong = [part.form.errors for part in self.parts if not part.form.validate()]
        return not any(TOKEN in each for each in wrong)

    @property
    def is_only_cleared(self) -> bool:
        """Whether an answer is to be wiped, and nothing to be kept yet."""
        return any(cleared(part.place) for part in self.parts)

    @property
    def answers(self) -> Mapping[str, Answer]:
        """What was answered and can be read."""
        whole = [given(part.place, part.form) for part in self.parts]
        return {q: a for each in whole for q, a in each.items() if a is not None}

    @property
    def faults(self) -> dict[str, str]:
        """What could not be read, by question."""
        return {q: said for part in self.parts for q, said in faults(part.place, part.form).items()}


def paper(wave: Wave, sent: Sent | None = None) -> Paper:
    """The evaluation of a wave, for what was sent now or earlier."""
    return paper_of(current.questionnaire(wave.fingerprint or ""), sent)


def paper_of(questionnaire: Questionnaire, sent: Sent | None = None) -> Paper:
    """An evaluation, whoever fills it in: its path is the same for all."""
    steps = path(questionnaire, PHASE, {})
    places = [Shown(questionnaire, steps, step, {}) for step in steps]
    return Paper(questionnaire, tuple(Part(place, form_of(place, sent)) for place in places))


def owner(wave: Wave, person_id: str) -> str:
    """Whose form it is, for that page alone: on a shared device nobody is given another's."""
    return current.house().ring.digest(FORM, f"{wave.id} {person_id}").hex()


def is_of(sent: Sent, wave: Wave, person_id: str) -> bool:
    """Whether a form is this person's, drawn today or before the keys were renewed."""
    whose = current.house().ring.digests(FORM, f"{wave.id} {person_id}")
    return sent.get("owner") in {each.hex() for each in whose}


def draw(
    wave: Wave,
    filled: Paper,
    *,
    wrong: Mapping[str, str] | None = None,
    notice: str = "",
    errors: Iterable[tuple[str, str]] = (),
) -> str:
    """The page, with what was sent on it, what is wrong by question, and a word about it."""
    t, wrong = current.language(), wrong or {}
    group = current.db().get_one(Group, wave.group_id)
    return render_template(
        "evaluation/page.html",
        wave=wave,
        group=group.name,
        questionnaire=filled.questionnaire,
        say=lambda words: filled.questionnaire.say(words, t.code),
        sections=sections(filled, wrong),
        owner=owner(wave, current.me().person_id),
        notice=notice,
        errors=[(field_name(q), said) for q, said in wrong.items()] + list(errors),
    )


def give_back(wave_id: str, sent: Sent, me: Opened) -> str | None:
    """The page with what its owner typed before the session ended; else None."""
    db, ring = current.db(), current.house().ring
    mine = {wave.id: wave for wave in evaluations.of_member(db, me.person_id)}
    wave = mine.get(wave_id)
    if wave is None or not is_of(sent, wave, me.person_id):
        return None
    if wave.state != "open" or evaluations.marked(db, ring, wave, me.person_id):
        return None
    return draw(wave, paper(wave, sent), notice="carried")


def sections(filled: Paper, wrong: Mapping[str, str]) -> list[tuple[Section, list[object]]]:
    """Each section with its questions, as they were sent."""
    return [(part.place.step.section, _questions(part, wrong)) for part in filled.parts]


def _questions(part: Part, wrong: Mapping[str, str]) -> list[object]:
    """As they were sent, but for the one that is to be wiped."""
    wiped = cleared(part.place) if request.method == "POST" else None
    return [
        asked(part.place, question, None if question.id == wiped else part.form, wrong)
        for question in part.place.step.questions
    ]
