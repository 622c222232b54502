"""The same pictures on a page, under a policy that allows no inline style."""

import re
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest

from reflect.reports import Picture, svg
from reflect.reports.blocks import Band, Mark
from tests.reports.making import ANSWERS, report

PICTURES = {
    picture.chart: picture
    for part in report(ANSWERS | {"doen3": 4, "doen4": 4}).values()
    for block in part.blocks
    for picture in [block.picture if isinstance(block, Band) else block]
    if isinstance(picture, Picture)
}


@pytest.mark.parametrize("chart", ["bars", "gauge", "radar", "ranges"])
def test_no_picture_styles_itself_inline(chart):
    drawn = svg(PICTURES[chart], "p1")

    for element in ET.fromstring(drawn).iter():  # noqa: S314 - we wrote it ourselves
        assert not {"style", "onload", "href"} & set(element.attrib)
    assert not re.search(r"<(style|script|image|foreignObject)", drawn)


def test_a_picture_is_an_image_with_a_title_and_a_description():
    root = ET.fromstring(svg(PICTURES["bars"], "p1"))  # noqa: S314 - we wrote it ourselves

    assert root.get("role") == "img"
    title, told = list(root)[:2]
    assert (root.get("aria-labelledby"), title.get("id")) == ("p1-title", "p1-title")
    assert (root.get("aria-describedby"), told.get("id")) == ("p1-desc", "p1-desc")
    assert title.text == "Je scores per domein"
    assert "Zien: 3,8, Hoog" in told.text


def test_decoration_is_hidden_from_whoever_listens():
    root = ET.fromstring(svg(PICTURES["gauge"], "p1"))  # noqa: S314 - we wrote it ourselves

    assert (root.get("aria-hidden"), root.get("role")) == ("true", None)


def test_colours_are_classes_so_that_a_dark_page_can_change_them():
    drawn = svg(PICTURES["bars"], "p1")

    assert 'class="fill-accent"' in drawn
    assert 'class="fill-ink"' in drawn
    assert 'fill="currentColor"' in drawn


def test_words_in_a_picture_are_words():
    mark = Mark("<script>alert(1)</script> & zo", Fraction(3), '"3"')

    drawn = svg(Picture("bars", (mark,), "a < b", "t > u"), 'x"y')

    assert "<script" not in drawn
    ET.fromstring(drawn)  # noqa: S314 - that it reads as XML is the test


def test_the_bar_is_as_long_as_the_score():
    drawn = svg(Picture("bars", (Mark("a", Fraction(3)),), "b"), "p", width=400)

    assert re.findall(r'<rect[^>]* width="([0-9.]+)"', drawn) == ["400", "200"]
