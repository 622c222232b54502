"""Who came late is told apart from the first picture; without them nothing says so."""

from dataclasses import replace
from datetime import date

from reflect.disclosure import Withheld
from reflect.questionnaire import measures
from reflect.reports.blocks import Figures, Lead
from reflect.reports.group import parts, report
from reflect.reports.group.screens import screens
from tests.reports.group.gathering import a_release, a_telling, told
from tests.reports.making import shipped
from tests.reports.reading import read, reader, said

FIRST = (told("domain:zien", "3.4"),)
LATE = replace(
    a_release(told("domain:zien", "2.2"), withheld=[Withheld("domain:doen", "too_few")]),
    turn=2,
    closed=date(2026, 12, 3),
)


def test_a_late_set_is_a_part_of_its_own_and_the_first_picture_stays_as_it_was():
    alone, both = parts(a_telling(*FIRST)), parts(a_telling(*FIRST, late=[LATE]))

    assert both[: len(alone)] == alone
    (late,) = both[len(alone) :]
    assert (late.id, late.title) == ("late-1", "Later ingevuld: een eigen groepsbeeld")
    assert "3 december 2026" in next(block.text for block in late.blocks if isinstance(block, Lead))
    (table,) = (block for block in late.blocks if isinstance(block, Figures))
    assert table.rows == (("Zien", "2,2", "1 tot 5", "5 tot en met 9 mensen"),)
    assert "Te weinig antwoorden" in said(late)


def test_without_a_late_set_nothing_says_whether_anybody_was_late():
    telling = a_telling(*FIRST)

    words = str([parts(telling), screens(telling)])
    assert "Later ingevuld" not in words


def test_more_sets_have_a_number():
    titles = [part.title for part in parts(a_telling(*FIRST, late=[LATE, replace(LATE, turn=3)]))]

    assert titles[-1] == "Later ingevuld: een eigen groepsbeeld (2)"


def test_a_room_sees_it_on_screens_of_its_own():
    shown = screens(a_telling(*FIRST, late=[LATE]))

    ours = [one for one in shown if "Later ingevuld" in one.title + one.above]
    assert ours == list(shown[-len(ours) :])
    assert [mark.number for mark in ours[1].picture.marks] == ["2,2", ""]


def test_a_file_with_a_late_set_is_dated_by_it_and_says_when_the_moment_closed():
    paper = report(a_telling(*FIRST, late=[LATE]))

    assert paper.name == "groepsbeeld-alles-2-2026-12-03.pdf"
    assert "gesloten op 21 november 2026" in read(paper)
    assert "Zien 2,2 1 tot 5 5 tot en met 9 mensen" in read(paper)


def test_a_small_table_stands_on_one_page():
    of = shipped()
    figures = [told(one.id, "3.4", low=one.low, high=one.high) for one in measures(of)]
    late = replace(a_release(*figures, of=of), turn=2)

    last = reader(report(a_telling(*figures, of=of, late=[late]))).pages[-1].extract_text()
    assert last.index("De gemiddelden over het werk") < last.index("Ik heb tijd genoeg")
    assert "Wij oefenen in ons team" in last
