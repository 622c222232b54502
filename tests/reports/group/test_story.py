"""The picture of a group in parts: what is told, what is not, and what to talk about."""

from reflect.disclosure import Withheld
from reflect.reports.blocks import Figures, Labelled, Picture
from reflect.reports.group import parts, report
from tests.reports.group.changing import a_change
from tests.reports.group.gathering import EVALUATION, a_release, a_telling, told
from tests.reports.reading import read, reader, said

FIGURES = (
    told("domain:zien", "3.4", people="10-14"),
    told("domain:wegen", "1.5", "at_most"),
    told("context:tijd", "4.9", "at_least", "25+"),
    told("grade:cijfer", "6.8", low=0, high=10),
)
WITHHELD = (Withheld("domain:doen", "too_few"), Withheld("confidence:zeker-zien", "ledger"))


def picture(**changes):
    telling = a_telling(*FIGURES, withheld=WITHHELD, **changes)
    return {part.id: part for part in parts(telling)}


def labelled(part):
    return {block.label: block.texts for block in part.blocks if isinstance(block, Labelled)}


def test_it_says_whose_picture_it_is_and_of_when():
    cover = picture()["picture"]

    assert (cover.title, cover.above) == ("Groepsbeeld van Groep A", "Alles & meer")
    assert labelled(cover) == {
        "Groep": ("Groep A",),
        "Organisatie": ("Hogeschool X",),
        "Meting": ("Tweede meting, na de training",),
        "Gesloten op": ("21 november 2026",),
    }


def test_of_several_groups_the_organisation_stands_for_them():
    assert picture(group="")["picture"].title == "Groepsbeeld van Hogeschool X"
    several = picture(group="", organisation="")["picture"]
    assert several.title == "Groepsbeeld van meerdere groepen"
    assert "Organisatie" not in labelled(several)


def test_the_foot_of_a_page_has_room_for_a_name_however_long():
    told_by = read(report(a_telling(*FIGURES, withheld=WITHHELD, group="Lang " * 50)))

    assert f"Groepsbeeld · {'Lang ' * 11}Lang… · gesloten op" in told_by
    alone = read(report(a_telling(*FIGURES, withheld=WITHHELD, group="")))
    assert "Groepsbeeld · Hogeschool X · gesloten op" in alone


def test_a_domain_stands_there_in_a_bar_a_sentence_and_a_table():
    domains = picture()["domains"]

    (bars,) = (block for block in domains.blocks if isinstance(block, Picture))
    assert [(mark.label, mark.number or mark.words) for mark in bars.marks] == [
        ("Zien", "3,4"),
        ("Wegen", "hoogstens 1,5"),
        ("Doen", "niet te zien"),
    ]
    assert "Wegen: hoogstens 1,5; Doen: niet te zien" in bars.alt
    sentence = "Het gemiddelde van deze groep is 3,4 op een schaal van 1 tot 5. Over zien."
    assert labelled(domains)["Zien"] == (sentence,)
    (table,) = (block for block in domains.blocks if isinstance(block, Figures))
    assert table.rows[0] == ("Zien", "3,4", "1 tot 5", "10 tot en met 14 mensen")


def test_how_to_read_it_stands_in_the_first_part_only():
    told_by = [key for key, part in picture().items() if "Zo lees je dit" in labelled(part)]

    assert told_by == ["domains"]


def test_a_grade_stands_beside_the_figure_that_the_questionnaire_names():
    (beside,) = labelled(picture()["grades"])["Ernaast gelegd"]

    assert beside.endswith("is 6,8 op een schaal van 0 tot 10. Ter vergelijking: 7,5 (de regio).")


def test_what_is_withheld_is_named_with_a_calm_reason():
    hidden = picture()["withheld"]

    assert "Er is niets mis met deze antwoorden." in said(hidden)[2]
    assert labelled(hidden)["Niet te zien"] == ("Ik doe zeker-zien.",)  # the last of both
    assert "Te weinig antwoorden" in labelled(hidden)
    assert "Doen" in said(hidden)


def test_of_groups_together_it_says_that_limits_are_not_added_up():
    united = a_telling(*FIGURES, withheld=[Withheld("domain:doen", "bound")], scope="all")
    hidden = next(part for part in parts(united) if part.id == "withheld")

    assert labelled(hidden)["Alleen grenzen"][0].endswith("Die kun je niet samentellen.")


def test_questions_ask_and_do_not_judge():
    talk = picture()["talk"]

    assert labelled(talk)["Waar het gemiddelde het hoogst is"][0] == "Het hoogst bij ‘Zien’."  # noqa: RUF001 - quotes as they are printed
    assert labelled(talk)["Waar het gemiddelde het laagst is"][0] == "Het laagst bij ‘Wegen’."  # noqa: RUF001 - likewise
    assert "Hoog is niet goed en laag is niet slecht." in said(talk)[-1]


def test_equals_are_asked_about_together():
    figures = (told(f"domain:{name}", value) for name, value in
               (("zien", "4.0"), ("wegen", "4.0"), ("doen", "2.0")))  # fmt: skip
    talk = {part.id: part for part in parts(a_telling(*figures))}["talk"]

    assert "Het hoogst bij ‘Zien’ en ‘Wegen’." in said(talk)  # noqa: RUF001 - likewise


def test_what_moved_most_is_asked_about_too():
    then = a_release(told("domain:zien", "3.0"), moment=1)
    for is_same, whom in ((True, "over dezelfde mensen"), (False, "niet precies dezelfde mensen")):
        since = a_change(("domain:zien", "0.5", is_same), then=then)

        (lead, *asked) = labelled(picture(since=[since])["talk"])[
            "Waar het gemiddelde het meest verschoof"
        ]

        assert "Het verschil: 0,5\u00a0hoger." in lead
        assert whom in lead
        assert len(asked) == 2


def test_when_all_are_equal_only_the_whole_is_asked_about():
    figures = (told(f"domain:{name}", "3.0") for name in ("zien", "wegen", "doen"))
    talk = {part.id: part for part in parts(a_telling(*figures))}["talk"]

    assert list(labelled(talk)) == ["Het hele beeld"]


def test_a_release_that_tells_nothing_stays_calm():
    (cover, hidden) = parts(a_telling(withheld=WITHHELD))

    assert "Zo blijft ieders antwoord van hemzelf." in said(cover)[2]
    assert "Zo lees je dit" in labelled(cover)
    assert hidden.id == "withheld"


def test_an_evaluation_speaks_of_the_training():
    figures = told("context:veilig", "4.2"), told("grade:cijfer", "7.1", low=1, high=10)
    shown = {part.id: part for part in parts(a_telling(*figures, of=EVALUATION))}

    assert shown["picture"].title == "Wat de groep van de training vond"
    assert "Meting" not in labelled(shown["picture"])
    assert any(isinstance(block, Picture) for block in shown["contexts"].blocks)
    assert "Wat wil je in een volgende training zeker houden?" in said(shown["talk"])
    nothing = parts(a_telling(of=EVALUATION))[0]
    assert "is vernietigd" in said(nothing)[2]


def test_the_file_is_dated_by_the_closing_and_says_what_the_parts_say():
    telling = a_telling(*FIGURES, withheld=WITHHELD)
    paper = report(telling)

    assert paper.name == "groepsbeeld-alles-2-2026-11-21.pdf"
    assert paper == report(telling)
    assert reader(paper).metadata.title == "Alles & meer: Groepsbeeld van Groep A"
    assert "Groepsbeeld · Groep A · gesloten op 21 november 2026" in read(paper)
    assert "Zien 3,4 1 tot 5 10 tot en met 14 mensen" in read(paper)
