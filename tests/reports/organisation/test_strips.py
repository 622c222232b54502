"""A measure over groups: picture, table and sentence say the same, and name no highest."""

from fractions import Fraction

import pytest

from reflect.disclosure import Withheld
from reflect.reports.organisation.strips import strip
from tests.reports.group.gathering import QUESTIONNAIRES, told
from tests.reports.organisation.gathering import a_telling, groups, united

SEEING = "domain:zien"
REGION = next(one for one in QUESTIONNAIRES if one.id == "samen-werken-aan-veiligheid")
WITHHELD = (Withheld(SEEING, "too_few"),)


def test_a_strip_says_the_same_in_a_picture_a_table_and_a_sentence():
    whole = united(told(SEEING, "3.1", people="25+"))
    beside = groups(
        a_telling("A", told(SEEING, "4.0")),
        a_telling("B", told(SEEING, "2.5", people="10-14")),
        a_telling("C", told(SEEING, "1.5", "at_most")),
        a_telling("D", withheld=WITHHELD),
        whole=whole,
    )

    seen = strip(beside, SEEING)

    rows = [("A", "4,0"), ("B", "2,5"), ("C", "hoogstens 1,5"), ("D", "niet te zien")]
    rows.append(("De hele organisatie", "3,1"))
    assert [row[:2] for row in seen.table.rows] == rows
    assert [row[2] for row in seen.table.rows][1:4] == [
        "10 tot en met 14 mensen",
        "5 tot en met 9 mensen",
        "niet te zien",
    ]
    assert [(one.label, one.words) for one in seen.picture.marks] == rows
    assert [one.label for one in seen.picture.marks if one.is_whole] == ["De hele organisatie"]
    values = [one.value for one in seen.picture.marks]
    assert values == [4, Fraction(5, 2), None, None, Fraction(31, 10)]
    assert seen.picture.alt.endswith("; ".join(f"{name}: {value}" for name, value in rows) + ".")
    assert seen.sentence == "De gemiddelden van 2 van de 4 groepen lopen van 2,5 tot 4,0."


@pytest.mark.parametrize(
    ("bound", "words"), [(None, "te zien: 2,0"), ("at_most", "alleen een grens")]
)
def test_where_nothing_differs_no_range_is_told(bound, words):
    beside = groups(*(a_telling(name, told(SEEING, "2.0", bound)) for name in "AB"))

    assert words in strip(beside, SEEING).sentence


def test_only_a_grade_that_has_a_figure_beside_it_has_a_line():
    figures = (
        told("grade:cijfer", "7.1", low=1, high=10),
        told("confidence:zeker-kennen", "6.0", high=10),
    )
    beside = groups(*(a_telling(name, *figures, of=REGION) for name in "AB"))

    grade, confidence = (strip(beside, one.measure) for one in figures)

    assert grade.picture.edges == (Fraction(15, 2),)
    assert "7,5 (Evaluatie Samen Werken aan Veiligheid, Holland Rijnland)" in grade.reference
    assert (confidence.picture.edges, confidence.reference) == ((), "")
