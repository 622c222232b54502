"""A report as plain text says what its blocks say."""

from dataclasses import dataclass

import pytest

from reflect.language import language
from reflect.reports import plain
from reflect.reports.blocks import Block, Paragraph, Part, Picture
from tests.reports.making import report
from tests.reports.reading import packed, texts


@pytest.mark.parametrize("code", ["nl", "en"])
def test_every_part_of_a_report_can_be_told_as_text(code):
    told = report(code=code)

    names = {language(code)(f"report.column_{column}") for column in ("statement", "domain")}
    written = packed(plain(tuple(told.values())))
    for part in told.values():
        for block in part.blocks:
            said = [block.alt] if isinstance(block, Picture) else texts(block)
            assert {text for text in said if packed(text) not in written} <= names


def test_what_steers_a_terminal_or_turns_the_direction_is_left_out():
    told = plain([Part("x", "T", (Paragraph("a\x1b[2J\u202eb\ud800\nc"),))])

    assert told == "T\n=\n\na[2Jb\nc\n"


def test_a_block_of_a_kind_that_nobody_knows_is_not_passed_over():
    @dataclass(frozen=True)
    class Unheard(Block):
        pass

    with pytest.raises(TypeError, match="no block"):
        plain([Part("x", "T", (Unheard(),))])
