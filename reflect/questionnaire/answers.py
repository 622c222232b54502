"""The answers of one person as JSON: {"phase": "after", "answers": {"a1": 4}}, checked."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, get_args

from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.faults import near, quoted
from reflect.questionnaire.questions.base import Answer, NotAnAnswer, Phase

KEYS = ("phase", "answers")
PHASES: tuple[Phase, ...] = get_args(Phase)
TOLD = {
    "not_an_option": "{shown} is no answer to this question",
    "too_long": "the text is longer than {limit} characters",
    "too_many": "there are more than {limit} choices",
}


class FaultyAnswers(ValueError):  # noqa: N818 - it is said of the answers
    """Answers that cannot be read, with every fault of them in words."""

    def __init__(self, faults: Iterable[str], *position: int) -> None:
        """Keep the faults, and the line and column if known; the message is a line for each."""
        self.faults = tuple(faults)
        self.position = position
        super().__init__("\n".join(self.faults))

    def told(self, file: str, line: int = 0) -> str:
        """A line a fault, as compilers write it; `line`: where these answers are one of many."""
        place = (line,) if line else self.position
        where = ":".join(map(str, (file, *place)))
        return "\n".join(f"{where}: {fault}" for fault in self.faults)


def read_answers(
    questionnaire: Questionnaire, text: str | bytes
) -> tuple[Phase, Mapping[str, Answer]]:
    """The phase and the answers in a JSON text; null is no answer. FaultyAnswers with all faults.

    An answer is a whole number, the value of an option, a list of those, a text, or "na".
    """
    given, faults = _object(text)
    faults += [f'"{quoted(key)}": no such key{near(key, KEYS)}' for key in given if key not in KEYS]
    phase, answers = given.get("phase"), given.get("answers")
    if phase not in PHASES:
        faults.append(f'"phase" must be one of {", ".join(PHASES)}')
    if not isinstance(answers, dict):
        raise FaultyAnswers([*faults, '"answers" must be an object of question and answer'])
    read: dict[str, Answer] = {}
    for name, value in answers.items():
        try:
            read |= {} if value is None else {name: _admitted(questionnaire, name, value)}
        except FaultyAnswers as wrong:
            faults += wrong.faults
    if faults:
        raise FaultyAnswers(faults)
    return phase, read  # type: ignore[return-value] # it is one of PHASES


def _object(text: str | bytes) -> tuple[dict[str, Any], list[str]]:
    """The JSON object of a text, and the keys that stand in it twice as faults."""
    faults: list[str] = []

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        times = Counter(name for name, _ in pairs)
        faults.extend(f'"{quoted(name)}": stands here twice' for name in times if times[name] > 1)
        return dict(pairs)

    try:
        written = text.decode("utf-8-sig") if isinstance(text, bytes) else text
        given = json.loads(written.removeprefix("\ufeff"), object_pairs_hook=once)
    except json.JSONDecodeError as wrong:
        raise FaultyAnswers([f"not JSON: {wrong.msg}"], wrong.lineno, wrong.colno) from None
    except (RecursionError, ValueError):
        raise FaultyAnswers(
            ["not JSON that can be read: too deep, too long, or no UTF-8"]
        ) from None
    if not isinstance(given, dict):
        raise FaultyAnswers(['must be an object: {"phase": …, "answers": {…}}'])
    return given, faults


def _admitted(questionnaire: Questionnaire, name: str, value: object) -> Answer:
    """An answer as the question has it. FaultyAnswers when it cannot be."""
    if name not in questionnaire.questions:
        hint = near(name, questionnaire.questions)
        raise FaultyAnswers([f'"{quoted(name)}": there is no such question{hint}'])
    question = questionnaire.questions[name]
    try:
        return question.admit(questionnaire, value)
    except NotAnAnswer as wrong:
        shown = quoted(json.dumps(value, ensure_ascii=False))
        told = TOLD[wrong.reason].format(shown=shown, limit=wrong.limit)
        raise FaultyAnswers([f'"{name}": {told}']) from None
