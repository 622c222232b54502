"""The path: who gets which sections and questions."""

from reflect.questionnaire import asked, path
from tests.questionnaire.building import a_questionnaire, choice, open_question, section

FORK = a_questionnaire(
    section("rol", choice("rol", "lokaal", "gi")),
    section(
        "gi",
        choice("team", "a", "b"),
        open_question("gi-vraag", show_if={"equals": ["rol", "gi"]}),
        show_if={"equals": ["rol", "gi"]},
    ),
    section("team-a", open_question("team-vraag", show_if={"equals": ["team", "a"]})),
    section("later", open_question("terug"), open_question("nu", phases=["after"])),
    section("slot", open_question("dan", phases=["later"]), phases=["before", "later"]),
)


def steps(phase, **answers):
    return {step.section.id: [q.id for q in step.questions] for step in path(FORK, phase, answers)}


def test_a_section_is_shown_by_its_rule():
    assert "gi" not in steps("after", rol="lokaal")
    assert steps("after", rol="gi")["gi"] == ["team", "gi-vraag"]


def test_a_section_of_which_nothing_is_asked_is_left_out():
    assert "team-a" not in steps("after", rol="gi", team="b")
    assert steps("after", rol="gi", team="a")["team-a"] == ["team-vraag"]


def test_an_answer_that_is_itself_off_the_path_opens_nothing():
    assert "team-a" not in steps("after", rol="lokaal", team="a")


def test_a_moment_asks_what_belongs_to_its_phase():
    assert steps("before") == {"rol": ["rol"], "later": ["terug"]}
    assert steps("after")["later"] == ["terug", "nu"]
    assert steps("later")["slot"] == ["dan"]


def test_a_passage_is_on_the_path_and_asks_nothing():
    passage = {"id": "lees", "type": "passage", "text": {"nl": "Lees dit."}}
    questionnaire = a_questionnaire(section("een", passage, open_question("a")))
    found = path(questionnaire, "after", {})
    assert [q.id for q in found[0].questions] == ["lees", "a"]
    assert list(asked(found)) == ["a"]
