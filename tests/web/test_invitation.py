"""The code of a group on paper, as a file and on the wall."""

import pytest

from tests.pages import Page


@pytest.fixture
def group(training, trainer):
    return training.group(trainer)


def test_sheet_and_wall_show_the_code_and_the_way(browser, group):
    page = Page.at(browser, f"/groups/{group}")
    code = page.html.find(id="join-code").get_text()

    for link in ("Uitnodiging om te printen", "Code op het scherm in de zaal"):
        shown = page.follow(link)
        assert code in shown.text
        assert shown.heading == "Doe mee met Voorjaar"
        assert shown.html.find("svg", {"class": "qr"})
        assert "127.0.0.1:8000" in shown.text


def test_the_sheet_is_handed_over_as_a_pdf(browser, group):
    answer = browser.get(f"/groups/{group}/invitation.pdf")

    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF-1.7")
    assert "uitnodiging.pdf" in answer.headers["Content-Disposition"]
    assert browser.get(f"/groups/{group}/invitation.pdf").data == answer.data


def test_without_a_code_there_is_no_invitation(browser, group):
    Page.at(browser, f"/groups/{group}").send("Stop de code")

    assert Page.at(browser, f"/groups/{group}/invitation").path == f"/groups/{group}"
    assert browser.get(f"/groups/{group}/invitation.pdf").status_code == 404
