"""Small pictures in SVG."""

from reflect.commands.findings.page import columns


def test_a_column_is_as_high_as_its_count_and_none_is_not_drawn():
    picture = columns((0, 1, 2))
    assert picture.count("<rect") == 2
    assert '<rect x="8" y="20" width="7" height="20"/>' in picture
    assert "<rect" not in columns((0, 0))
