"""What the words of a change go by: a rule of thumb, or what is known of chance."""

from reflect.reports.blocks import Details, Figures, Note
from tests.reports.making import DOMAINS, a_domain, everything
from tests.reports.reading import said
from tests.reports.story.changing import change, of_kind, past

KNOWN = {"n": 240, "sd": 0.15, "reliability": 0.8, "source": "een onderzoek"}


def test_with_a_reference_the_words_go_by_chance_and_its_source_is_told():
    domains = [a_domain(name) | {"reference": KNOWN} for name in DOMAINS]
    known = everything(domains=domains)
    part = change(past(of=known), of=known)
    words = [row[3] for row in of_kind(part, Figures)[0].rows]
    assert words == ["geen duidelijk verschil", "duidelijk lager"]
    (details,) = of_kind(part, Details)
    assert details.blocks[0].rows[0][2:] == ("+0,60", "RCI 1,58; duidelijk boven 0,74")
    assert Note("Over toeval: een onderzoek.") in details.blocks
    assert "zeggen we pas ‘duidelijk’" in " ".join(said(part))  # noqa: RUF001
