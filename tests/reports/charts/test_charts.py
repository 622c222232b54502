"""Charts: a fixed scale, every mark in its place, nothing outside the paper."""

from fractions import Fraction

import pytest
from reportlab.graphics.shapes import Circle, Line, Polygon, Rect, String

from reflect.reports.blocks import Mark, Picture, Point
from reflect.reports.charts import CHARTS, drawing
from reflect.reports.colours import ACCENT
from tests.reports.making import shipped

LONG = "Een heel lange naam van een domein die niet op een enkele regel past, en nog wat"
MARKS = (
    Mark(LONG, Fraction(1), "1,0", "Ruimte om eerder te kijken", Fraction(5)),
    Mark("Kort", Fraction(5), "5,0", "Hoog", Fraction(5)),
    Mark("Half", Fraction(5, 2), "2,5", "Midden"),
    Mark("Leeg", None, "", "geen score", Fraction(2)),
    Mark("Niets", None),
)


def drawn(chart, marks=MARKS, width=340.0, **more):
    return drawing(Picture(chart, marks, "woorden", **more), width)


@pytest.mark.parametrize("chart", CHARTS)
def test_all_of_a_chart_lies_on_the_paper(chart):
    marks = MARKS[:1] if chart == "gauge" else MARKS

    sheet = drawn(chart, marks, edges=(Fraction(5, 2), Fraction(15, 4)))

    left, bottom, right, top = sheet.getBounds()
    assert left >= -1
    assert right <= sheet.width + 1
    assert bottom >= -2
    assert top <= sheet.height + 3


@pytest.mark.parametrize("code", ["nl", "en"])
@pytest.mark.parametrize("width", [230.0, 340.0])
def test_every_long_name_around_a_radar_is_seen_whole_on_a_phone_too(width, code):
    names = [domain.title[code] for domain in shipped().domains]

    for turned in range(len(names)):
        marks = tuple(Mark(name, Fraction(3)) for name in (*names[turned:], *names[:turned]))
        sheet = drawn("radar", marks, width)
        left, bottom, right, top = sheet.getBounds()
        assert left >= 0
        assert right <= width
        assert bottom >= 0
        assert top <= sheet.height


@pytest.mark.parametrize("chart", sorted(CHARTS.keys() - {"qr"}))  # a code has no scale
def test_the_scale_is_written_in_full_whatever_the_scores(chart):
    sheet = drawn(chart, (Mark("a", Fraction(2)),), low=1, high=5)

    figures = {shape.text for shape in sheet.contents if isinstance(shape, String)}
    assert {"1", "2", "3", "4", "5"} <= figures


def test_a_bar_has_its_length_by_the_scale_and_not_by_the_others():
    alone, among = drawn("bars", MARKS[2:3]), drawn("bars")

    def lengths(sheet):
        return [s.width for s in sheet.contents if isinstance(s, Rect) and s.fillColor == ACCENT]

    assert lengths(alone) == [340 * 3 / 8]
    assert lengths(among) == [2.0, 340.0, 340 * 3 / 8]


def test_a_gauge_puts_its_dot_where_the_score_is():
    sheet = drawn("gauge", (Mark("a", Fraction(3)),))

    (dot,) = (shape for shape in sheet.contents if isinstance(shape, Circle))
    assert dot.cx == sheet.width / 2


def test_a_radar_has_no_line_over_a_missing_score():
    sheet = drawn("radar")

    lines = [s for s in sheet.contents if isinstance(s, Line) and s.strokeColor == ACCENT]
    dots = [shape for shape in sheet.contents if isinstance(shape, Circle)]
    webs = [shape for shape in sheet.contents if isinstance(shape, Polygon)]
    assert (len(lines), len(dots), len(webs)) == (2, 3, 4)


def test_ranges_tell_first_from_second_without_colour():
    sheet = drawn("ranges")

    dots = [shape for shape in sheet.contents if isinstance(shape, Circle)]
    assert sum(dot.fillColor == ACCENT for dot in dots) == 3
    assert sum(dot.fillColor != ACCENT for dot in dots) == 3


def test_a_slope_runs_along_its_moments_and_skips_what_is_missing():
    points = (Point(Fraction(1), "1,0"), Point(None), Point(Fraction(5), "5,0"))
    sheet = drawn("slope", (Mark("a", None, points=points),), 180.0, steps=("1e", "2e", "3e"))

    (line,) = (s for s in sheet.contents if isinstance(s, Line) and s.strokeColor == ACCENT)
    first, last = (shape for shape in sheet.contents if isinstance(shape, Circle))
    assert (line.x1, line.y1, line.x2, line.y2) == (first.cx, first.cy, last.cx, last.cy)
    assert last.cy - first.cy == 42.0
    assert (first.fillColor == ACCENT, last.fillColor == ACCENT) == (False, True)
    figures = {s.text: s.y for s in sheet.contents if isinstance(s, String)}
    assert figures["1,0"] < first.cy < last.cy < figures["5,0"]


def test_on_wide_paper_two_slopes_stand_beside_each_other():
    marks = tuple(Mark(name, None, points=(Point(Fraction(3)),) * 2) for name in "abc")
    phone, paper = (drawn("slope", marks, width, steps=("1e", "2e")) for width in (230.0, 380.0))

    assert len({s.cx for s in phone.contents if isinstance(s, Circle)}) == 2
    assert len({s.cx for s in paper.contents if isinstance(s, Circle)}) == 4
    assert paper.height < phone.height


def test_strips_share_a_scale_and_their_labels_and_say_why_a_dot_is_missing():
    points = ((Point(Fraction(1), "1,0"), Point(Fraction(5), "5,0")), (Point(None, "weg"),) * 2)
    marks = tuple(Mark(name, None, points=told) for name, told in zip("ab", points, strict=True))
    sheet = drawn("strips", marks, steps=("1e", "2e"))

    low, high = (shape for shape in sheet.contents if isinstance(shape, Circle))
    ticks = {s.x for s in sheet.contents if isinstance(s, String) and s.text in ("1", "5")}
    assert {low.cx, high.cx} <= ticks
    assert low.cy == high.cy
    texts = [s.text for s in sheet.contents if isinstance(s, String)]
    assert (texts.count("a"), texts.count("weg")) == (1, 2)


def test_what_is_of_all_together_stands_below_a_line_of_its_own():
    marks = Mark("a", Fraction(1), "1,0"), Mark("allen", Fraction(3), "3,0", is_whole=True)
    sheet = drawn("strips", marks)

    upper, lower = (shape.cy for shape in sheet.contents if isinstance(shape, Circle))
    across = [s for s in sheet.contents if isinstance(s, Line) and s.x2 - s.x1 == sheet.width]
    assert [lower < line.y1 < upper for line in across] == [True]


def test_a_name_without_end_leaves_room_for_the_dots_beside_it():
    endless = Mark("x" * 200, Fraction(1), "1,0")

    sheet = drawn("strips", (endless, Mark(LONG, Fraction(5), "5,0")), 230.0)

    dots = [shape.cx for shape in sheet.contents if isinstance(shape, Circle)]
    assert max(dots) - min(dots) > 60
    labels = [s.text for s in sheet.contents if isinstance(s, String) and s.x == 0]
    assert [label[-1] for label in labels] == ["…", "n", "…"]
