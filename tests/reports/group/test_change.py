"""How a group changed: as it was stored, over the same people or not, and never reckoned."""

from fractions import Fraction

from reflect.reports.blocks import Figures, Labelled, Picture
from reflect.reports.group.change import change, moved
from tests.reports.group.changing import a_change
from tests.reports.group.gathering import a_release, a_telling, told
from tests.reports.reading import said

NOW = (
    told("domain:zien", "3.4"),
    told("domain:wegen", "2.0"),
    told("domain:doen", "1.5", "at_most"),
    told("context:tijd", "3.0"),
)
THEN = (
    told("domain:zien", "3.0"),
    told("domain:wegen", "2.3"),
    told("domain:doen", "2.5"),
    told("context:tijd", "3.0"),
)
SAME, OTHER = "dezelfde mensen, beide keren", "niet precies dezelfde mensen"


def beside(*shifts, withheld=(), then=THEN):
    since = a_change(*shifts, then=a_release(*then, moment=1), withheld=withheld)
    return a_telling(*NOW, since=[since])


def blocks(telling, kind):
    (part,) = change(telling)
    return [block for block in part.blocks if isinstance(block, kind)]


def rows(telling):
    return {row[0]: row[1:] for table in blocks(telling, Figures) for row in table.rows}


def words(telling):
    return " ".join(said(*change(telling)))


def test_what_was_stored_is_told_though_the_two_means_differ_by_something_else():
    telling = beside(("domain:zien", "0.5", True), ("domain:wegen", "-0.3", False))

    assert rows(telling) == {
        "Zien": ("3,0", "3,4", "0,5\u00a0hoger", SAME),
        "Wegen": ("2,3", "2,0", "0,3\u00a0lager", OTHER),
    }
    assert "Waar het kan, gaat het verschil over dezelfde mensen, beide keren" in words(telling)
    assert "iets anders zijn dan ‘nu’ min ‘toen’" in words(telling)  # noqa: RUF001 - as printed


def test_a_change_of_one_kind_says_only_what_goes_for_it():
    same = words(beside(("domain:zien", "0.5", True)))
    other = words(beside(("domain:zien", "0.4", False)))

    assert "Toen en nu: dezelfde mensen, beide keren" in same
    assert "Toen en nu: niet precies dezelfde mensen" in other
    assert "Niet precies" not in same
    assert "beide keren: het verschil is gerekend" in same
    assert "Dezelfde mensen" not in other
    assert "Niet precies dezelfde mensen: wie er toen was" in other


def test_lines_run_between_the_published_means_and_say_the_stored_change():
    (lines,) = blocks(beside(("domain:zien", "0.5", True)), Picture)

    assert lines.steps == ("Toen", "Nu")
    assert [[point.value for point in mark.points] for mark in lines.marks] == [
        [Fraction("3.0"), Fraction("3.4")]
    ]
    assert "Zien: 3,0 → 3,4 (0,5\u00a0hoger)" in lines.alt


def test_beside_a_bound_both_are_shown_and_no_difference():
    telling = beside(("context:tijd", "0.0", False), withheld=[("domain:doen", "bound")])

    assert rows(telling) == {
        "Doen": ("2,5", "hoogstens 1,5", "niet te zeggen"),
        "Ik doe tijd.": ("3,0", "3,0", "gelijk"),
    }
    assert "Naast een grens" in words(telling)


def test_what_one_moment_withheld_is_named_calmly_and_so_is_what_asked_something_else():
    telling = beside(("domain:zien", "0.4", False), withheld=[("context:tijd", "ledger")])

    found = {block.label: block.texts for block in blocks(telling, Labelled)}
    assert found["Geen verschil te zien"][1:] == ("Ik doe tijd.",)
    assert found["Toen andere stellingen"][1:] == ("Wegen", "Doen")


def test_where_nothing_may_be_told_of_the_change_it_says_so():
    telling = beside(withheld=[(one.measure, "too_few") for one in NOW])

    assert "geen verschil dat we kunnen laten zien" in words(telling)
    assert rows(telling) == {}


def test_each_earlier_moment_has_a_part_of_its_own():
    first, second = (
        a_change(("domain:zien", gap, True), then=a_release(*THEN, moment=number), to=3)
        for number, gap in ((1, "0.5"), (2, "0.2"))
    )

    telling = a_telling(*NOW, moment=3, since=[first, second])

    assert [part.title for part in change(telling)] == [
        "Sinds de eerste meting",
        "Sinds de tweede meting",
    ]
    assert [shift.value for shift in moved(telling)] == [second.shifts["domain:zien"].value]


def test_the_domain_that_moved_most_is_named_with_its_equals():
    telling = beside(("domain:zien", "0.4", True), ("domain:wegen", "-0.4", False))

    assert [shift.measure for shift in moved(telling)] == ["domain:zien", "domain:wegen"]


def test_a_tenth_may_be_rounding_and_is_no_movement():
    assert moved(beside(("domain:zien", "0.1", False), ("context:tijd", "2.0", True))) == ()


def test_without_a_stored_change_there_is_no_part():
    assert change(a_telling(*NOW)) == ()
    assert moved(a_telling(*NOW)) == ()
