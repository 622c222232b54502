"""Two moments of a group: a difference only where two published means can be subtracted."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from reflect.reports.blocks import Figures, Picture
from reflect.reports.group.change import change, differences, moved
from tests.reports.group.gathering import a_release, a_telling, told
from tests.reports.reading import said

NOW = (
    told("domain:zien", "3.4"),
    told("domain:wegen", "2.0"),
    told("domain:doen", "1.5", "at_most"),
    told("context:tijd", "3.0"),
)


def beside(*figures, phase="after", **changes):
    earlier = a_release(*figures, phase=phase, moment=1)
    return a_telling(*NOW, earlier=replace(earlier, **changes))


def rows(telling):
    (part,) = change(telling)
    (table,) = (block for block in part.blocks if isinstance(block, Figures))
    return {row[0]: row[1:] for row in table.rows}


def test_two_means_are_subtracted_and_said_in_words():
    telling = beside(told("domain:zien", "3.0"), told("domain:wegen", "2.3"))

    assert rows(telling) == {
        "Zien": ("3,0", "3,4", "0,4 hoger"),
        "Wegen": ("2,3", "2,0", "0,3 lager"),
    }
    assert "niet precies dezelfde mensen" in " ".join(said(*change(telling)))


def test_lines_run_between_two_published_means_and_say_so_in_words():
    telling = beside(told("domain:zien", "3.0"), told("domain:doen", "2.5"))

    (part,) = change(telling)
    (lines,) = (block for block in part.blocks if isinstance(block, Picture))

    assert lines.steps == ("Toen", "Nu")
    assert [[point.value for point in mark.points] for mark in lines.marks] == [
        [Fraction("3.0"), Fraction("3.4")]
    ]
    assert "Zien: 3,0 → 3,4" in lines.alt


def test_a_bound_is_no_mean_and_has_no_difference():
    telling = beside(told("domain:doen", "2.5"), told("domain:zien", "4.6", "at_least"))

    assert rows(telling) == {
        "Zien": ("minstens 4,6", "3,4", "niet te zeggen"),
        "Doen": ("2,5", "hoogstens 1,5", "niet te zeggen"),
    }


def test_equal_means_are_called_the_same():
    assert rows(beside(told("context:tijd", "3.0"))) == {"Ik doe tijd.": ("3,0", "3,0", "gelijk")}


def test_a_domain_of_other_statements_in_that_phase_is_not_subtracted():
    then = told("domain:doen", "2.5"), told("domain:zien", "3.0")
    now = told("domain:doen", "3.5"), told("domain:zien", "3.5")
    earlier = a_release(*then, moment=1)

    later = a_telling(*now, earlier=earlier, phase="later", moment=2)

    assert differences(later) == {"domain:zien": Decimal("0.5")}


def test_the_domain_that_moved_most_is_named_with_its_equals():
    telling = beside(told("domain:zien", "3.0"), told("domain:wegen", "2.4"))

    assert moved(telling) == ("domain:zien", "domain:wegen")


def test_a_tenth_may_be_rounding_and_is_no_movement():
    assert moved(beside(told("domain:zien", "3.3"), told("context:tijd", "1.0"))) == ()


def test_another_version_is_not_laid_beside_this_one():
    telling = beside(told("domain:zien", "1.0"), fingerprint="another")

    assert "andere versie" in " ".join(said(*change(telling)))
    assert differences(telling) == {}


def test_without_anything_in_common_it_says_so():
    assert "van beide metingen" in " ".join(said(*change(beside())))


def test_without_an_earlier_moment_there_is_no_part():
    assert change(a_telling(*NOW)) == ()
    assert moved(a_telling(*NOW)) == ()
