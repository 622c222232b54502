"""The way in."""

from tests.pages import Page


def test_the_start_page_says_that_this_is_a_mirror(client):
    page = Page.at(client, "/")
    assert page.heading == "Jouw spiegel, geen toets"
    assert "Je werkgever ziet je antwoorden niet." in page.text


def test_an_unknown_group_code_is_said_where_it_was_typed(client):
    page = Page.at(client, "/").send("Ga naar mijn groep", group_code="AAAA-AAAA")
    assert page.status == 404
    assert page.errors
    assert page.field("Groepscode")["value"] == "AAAA-AAAA"


def test_somebody_begins_alone_and_gets_a_code_that_opens_it_again(client, app):
    page = Page.at(client, "/start/onveiligheid-opheffen").send("Begin voor mijzelf")
    code = page.html.select_one("#personal-code").get_text()
    page = page.send("Ik heb mijn code bewaard")
    assert "Onveiligheid opheffen" in page.text
    elsewhere = Page.at(app.test_client(), "/account/sign-in").send("Ga verder", code=code.lower())
    assert elsewhere.heading == "Mijn reflecties"
    section = elsewhere.follow("Ga verder")
    section = section.send("Bewaar en ga verder", q_a1="4", q_a2="na")
    assert section.status == 200
    back = section.follow("Terug")
    assert back.field("vaak")
    review = Page.at(client, section.path.rsplit("/", 1)[0] + "/review")
    report = review.send("Verstuur")
    assert report.status == 200
    pdf = client.post(report.path + ".pdf")
    assert pdf.status_code == 302
    pdf = client.post(
        report.path + ".pdf",
        data={"csrf_token": report.html.find("input", {"name": "csrf_token"})["value"]},
    )
    assert pdf.data.startswith(b"%PDF")
