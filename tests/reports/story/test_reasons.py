"""What the details of a domain say, in words."""

from reflect.reports.blocks import Details, Figures
from tests.reports.making import ANSWERS, report
from tests.reports.reading import said


def details(name, answers=ANSWERS):
    (found,) = (b for b in report(answers)[f"domain-{name}"].blocks if isinstance(b, Details))
    return found


def table(name, answers=ANSWERS):
    (figures,) = (block for block in details(name, answers).blocks if isinstance(block, Figures))
    return figures


def test_an_answer_stands_there_as_it_was_given_with_its_place_and_what_it_counts_as():
    assert table("zien").head == (
        *("Stelling", "Jouw antwoord", "Plek op de schaal", "Gewicht", "Telt als"),
    )
    assert table("zien").rows[1] == (
        *(
            "Ik doe zien2.",
            "vaak (4)",
            "(4\u00a0\u2212\u00a01)\u00a0/\u00a04\u00a0=\u00a00,75",
            "1",
            "4",
        ),
    )


def test_a_reversed_statement_is_counted_from_the_other_end_and_says_so():
    assert table("zien").rows[3] == (
        "Ik doe zien4. (andersom geteld)",
        *("zelden (2)", "(5\u00a0\u2212\u00a02)\u00a0/\u00a04\u00a0=\u00a00,75", "2", "4"),
    )


def test_what_is_not_applicable_and_what_was_skipped_is_there_and_does_not_count():
    assert [(row[1], row[2], row[4]) for row in table("doen").rows[1:3]] == [
        ("n.v.t.", "\u2013", "telt niet mee"),
        ("geen antwoord", "\u2013", "telt niet mee"),
    ]


def test_without_any_answer_there_is_nothing_to_unfold():
    assert "Waarom staat dit hier?" not in said(report({})["domain-zien"])
