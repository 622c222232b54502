"""The invitation on paper: the code, the way, and who sees what; equal to the byte."""

from reflect.reports.blocks import Mark, Picture
from reflect.reports.charts import drawing
from reflect.reports.invitation import invitation
from reflect.reports.squares import squares
from tests.reports.hostile import HOSTILE
from tests.reports.inviting import LINK, to
from tests.reports.reading import read


def test_the_sheet_says_the_code_and_who_sees_what_on_one_page():
    text = read(invitation(to()))

    assert "7K3M-9QRT" in text
    assert "vanaf 5 mensen" in text
    assert "Je werkgever ziet je antwoorden niet" in text
    assert invitation(to()).body == invitation(to()).body
    assert "Your employer does not see your answers" in read(invitation(to(code="en")))


def test_any_name_of_a_group_stands_on_it():
    for name in HOSTILE.values():
        assert invitation(to(name[:200])).body.startswith(b"%PDF-1.7")


def test_paper_has_the_dark_squares_of_the_code_and_no_other():
    picture = Picture("qr", (Mark(LINK, None),), alt=LINK)
    rows = squares(LINK)

    drawn = drawing(picture, 400)

    step = drawn.width / len(rows)
    assert sum(round(one.width / step) for one in drawn.contents) == sum(map(sum, rows))
