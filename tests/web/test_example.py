"""What rides along in the forms of a preview: ours alone, whole, and no more than fits."""

import pytest

from reflect.web import example
from tests.pages import Page
from tests.web.previewing import HERE, begin, small

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.mark.parametrize("spoiled", ["cut", "changed", "x", "é", "\0", "", "A" * 4000, "other"])
@pytest.mark.parametrize("way", ["", "/report.pdf"])
def test_what_was_tampered_with_leads_back_to_the_start(client, spoiled, way):
    sealed = begin(client).html.select_one("input[name=carried]")["value"]
    other = begin(client, "onveiligheid-opheffen").html.select_one("input[name=carried]")["value"]
    ways = {"cut": sealed[:-8], "changed": f"{sealed[:20]}AAAA{sealed[24:]}", "other": other}
    page = Page(client, client.post(HERE + way, data={"carried": ways.get(spoiled, spoiled)}))
    assert page.status == 400
    assert "We konden niet verder met dit voorbeeld." in page.text
    assert page.send("Begin het voorbeeld").status == 200


@pytest.mark.parametrize(
    "sent", [{}, {"phase": "never", "spoken": "xx"}, {"at": "../x", "go": "x"}]
)
def test_what_nobody_can_choose_begins_at_the_beginning(client, sent):
    page = Page(client, client.post(HERE, data=sent))
    assert (page.status, page.html.html["lang"]) == (200, "nl")
    assert "Onderdeel 1 van 7" in page.text


def test_more_than_fits_in_a_form_is_told_while_it_still_stands_there(app, client, monkeypatch):
    page = small(app, client, "show-if").send("Verder", q_rol="gi")
    monkeypatch.setattr(example, "LARGEST", 700)
    full = page.send("Verder", q_b="woord " * 300)
    assert full.status == 400
    assert full.errors == [
        "Dit is te veel tekst voor een voorbeeld. Maak je antwoorden hieronder korter."
    ]
    assert full.html.textarea.get_text().count("woord") == 300
    assert full.send("Verder", q_b="kort").heading == "Drie"
