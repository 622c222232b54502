"""What stands in the part of a domain."""

from reflect.reports.blocks import Band, Labelled, Links, Paragraph
from tests.reports.making import ANSWERS, report
from tests.reports.reading import said


def labelled(part):
    return {block.label: block.texts for block in part.blocks if isinstance(block, Labelled)}


def test_a_score_stands_on_its_scale_with_its_band_and_what_it_rests_on():
    part = report()["domain-zien"]

    band = part.blocks[0]
    assert isinstance(band, Band)
    assert (band.number, band.scale) == ("3,8", "op een schaal van 1 tot 5")
    assert (band.title, band.based_on) == ("Hoog", "gebaseerd op 4 van 4 stellingen")
    assert part.blocks[1] == Paragraph("Dat kan hoog betekenen.")
    assert labelled(part)["Om mee te nemen"] == ("Vraag: hoe komt hoog?",)
    assert part.above == "Domein 1 van 3"


def test_a_gap_with_confidence_is_named_and_not_judged():
    low, high = (labelled(report()[f"domain-{name}"]) for name in ("zien", "wegen"))
    none = labelled(report(ANSWERS | {"zeker-zien": 7})["domain-zien"])

    assert low["Zo zeker voel je je"][0].startswith("0 van 10. Je antwoorden laten meer zien")
    assert high["Zo zeker voel je je"][0].startswith("10 van 10. Je voelt je zekerder dan")
    assert none["Zo zeker voel je je"] == ("7 van 10.",)


def test_highest_and_lowest_stand_there_with_the_answer_as_it_was_given():
    told = labelled(report()["domain-zien"])

    assert told["Je hoogste stelling"] == ("Ik doe zien1. · altijd",)
    assert told["Je laagste stelling"] == ("Ik doe zien3. · zelden",)


def test_a_reversed_statement_among_the_highest_says_that_it_is():
    told = labelled(report(ANSWERS | {"zien4": 1, "zien2": 2})["domain-zien"])

    assert told["Je hoogste stellingen"] == (
        "Ik doe zien1. · altijd",
        "Ik doe zien4. (andersom geteld) · nooit",
    )
    assert told["Je laagste stellingen"] == ("Ik doe zien2. · zelden", "Ik doe zien3. · zelden")


def test_nothing_is_highest_where_all_is_equal():
    assert "Je hoogste stelling" not in labelled(report()["domain-wegen"])


def test_a_domain_without_a_score_says_why_and_calmly():
    few, none = report()["domain-doen"], report({})["domain-zien"]
    unasked = report(phase="later")["domain-doen"]

    assert "Je gaf antwoord op 1 van 4 stellingen; een score begint bij 3." in said(few)[2]
    assert "want je gaf bij deze stellingen geen antwoord" in said(none)[2]
    assert "hoorden niet bij jouw vragenlijst" in said(unasked)[2]
    assert [block.kind for block in unasked.blocks] == ["paragraph", "note"]


def test_further_reading_is_a_link():
    (links,) = (b for b in report()["domain-zien"].blocks if isinstance(b, Links))

    assert links.links[0].url == "https://example.org/a?b=1&c=2"
