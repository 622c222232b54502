"""Everything about somebody in one file, which is made while it is sent."""

import csv
import json
from io import BytesIO, StringIO
from zipfile import ZipFile

from flask.testing import FlaskClient
from pypdf import PdfReader

from reflect.questionnaire import Questionnaire, canonical
from reflect.records import definitions, responses
from reflect.records.belongings import tables
from reflect.records.responses import Frozen
from tests.pages import Page
from tests.web.reflecting import EVERY, QUESTIONNAIRE, SITE, joined

WORDS = "kanarie =1+1"


def taken(noor) -> ZipFile:
    """The file that she downloads."""
    answer = noor.post("/account/download")
    assert answer.status_code == 200
    assert answer.mimetype == "application/zip"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="reflect-2026-11-21.zip"'
    assert answer.headers["Cache-Control"] == "no-store"
    whole = ZipFile(BytesIO(answer.get_data()))
    answer.close()  # as a server does
    assert whole.testzip() is None
    return whole


def test_everything_is_taken_along_in_one_file(noor, training):
    group = joined(noor, training)
    sent = noor.submitted(
        moment=training.moments(group)[0], answers=EVERY | {"signalen-hoger": WORDS}
    )
    draft = noor.draft(answers={"a1": 2, "signalen-hoger": "=2+5"})
    whole = taken(noor)
    names = sorted(whole.namelist())
    folder = "reflections/{}-onveiligheid-opheffen-2026-11-21/"
    assert [name for name in names if "reflections" not in name] == [
        "README.txt",
        "codebooks/onveiligheid-opheffen-1.csv",
        "codebooks/onveiligheid-opheffen-1.md",
        "data.json",
        "who-sees-what.txt",
    ]
    sheets = [name for name in names if name.endswith("answers.csv")]
    assert len(sheets) == 2
    assert all(name.startswith((folder.format(1), folder.format(2))) for name in sheets)
    (paper,) = (name for name in names if name.endswith(".pdf"))
    printed = PdfReader(BytesIO(whole.read(paper))).pages
    assert "kanarie" in " ".join(page.extract_text() for page in printed)
    data = json.loads(whole.read("data.json"))
    assert {row["response"][0]["id"] for row in data["responses"]} == {sent, draft}
    assert data["groups"][group]["name"] == "Voorjaar"
    assert data["person"]["membership"][0]["research"] is True
    assert WORDS in whole.read("data.json").decode()
    readme = whole.read("README.txt").decode()
    assert readme.startswith("Alles wat Reflect over je bewaart")
    assert "- Voorjaar. Je doet mee sinds 21 november 2026." in readme
    assert all(f"\n- {table.name}: " in readme for table in tables())
    assert "- Werkgever: nooit" in whole.read("who-sees-what.txt").decode()


def test_a_sheet_of_answers_opens_in_a_dutch_excel_and_reckons_nothing(noor):
    noor.draft(answers={"a1": 2, "signalen-hoger": "=2+5"})
    whole = taken(noor)
    (name,) = (name for name in whole.namelist() if name.endswith("answers.csv"))
    text = whole.read(name).decode()
    assert text.startswith("\ufeff")
    rows = csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";")
    answers = {row[1]: row[4] for row in rows}
    assert answers["a1"] == "2"
    assert answers["signalen-hoger"] == "'=2+5"


def test_every_table_about_a_person_is_in_what_is_taken_along(noor):
    noor.submitted()
    data = json.loads(taken(noor).read("data.json"))
    handed = set(data["person"]).union(*(row for row in data["responses"]))
    assert {table.name for table in tables()} <= handed


def test_what_is_taken_along_is_in_ones_own_language(noor):
    noor.see("/account").send("English")
    assert taken(noor).read("README.txt").decode().startswith("Everything that Reflect keeps")


def test_what_is_erased_while_it_is_sent_is_left_out(noor):
    gone, stays = noor.submitted(), noor.submitted()
    browser = FlaskClient(noor.app)
    browser.set_cookie("session", noor.session, domain="127.0.0.1")
    form = {"csrf_token": noor.token}
    answer = browser.post("/account/download", data=form, base_url=SITE, buffered=False)
    bits = answer.iter_encoded()
    first = next(bits)
    with noor.house.database.writing() as db:
        responses.erase(db, noor.me.person_id, gone)
        db.commit()
    whole = ZipFile(BytesIO(first + b"".join(bits)))
    answer.close()
    assert whole.testzip() is None
    (left,) = json.loads(whole.read("data.json"))["responses"]
    assert left["response"][0]["id"] == stays
    assert len([name for name in whole.namelist() if name.endswith(".pdf")]) == 1


def test_a_reflection_that_was_damaged_keeps_nobody_from_the_others(noor):
    damaged, _ = noor.submitted(), noor.submitted()
    with noor.house.database.writing() as db:
        db.get(Frozen, damaged).sealed = b"spoilt"
        db.commit()
    names = taken(noor).namelist()
    assert len([name for name in names if name.endswith(".pdf")]) == 1


def test_two_contents_of_one_version_have_a_codebook_each(noor):
    plain = json.loads(noor.house.library.latest(QUESTIONNAIRE).canonical)
    other = Questionnaire.from_json(canonical(plain | {"minutes": 77}))
    noor.draft(answers={"a1": 2})
    with noor.house.database.writing() as db:
        pinned = definitions.pin(db, other)
        responses.start_alone(db, noor.me, pinned, "after", noor.house.clock())
        db.commit()
    books = [name for name in taken(noor).namelist() if name.endswith(".md")]
    assert len(set(books)) == 2


def test_who_asks_for_many_files_at_once_leaves_room_for_the_pages_of_others(noor):
    form = {"csrf_token": noor.token}
    under_way = noor.browser.post("/account/download", data=form)
    assert under_way.status_code == 200
    second = noor.browser.post("/account/download", data=form, follow_redirects=True)
    assert "Probeer het over een minuut nog een keer." in Page(noor.browser, second).text
    under_way.close()
    assert "README.txt" in taken(noor).namelist()


def test_a_file_that_is_asked_for_by_another_site_is_not_made(noor):
    page = Page(noor.browser, noor.browser.post("/account/download", follow_redirects=True))
    assert "Deze pagina was verlopen." in page.text
