"""An upload is tried out, before anybody else sees it."""

import json

import pytest

from reflect.config import folder
from tests.web.importing import TITLE, a_definition, administrator, onward, send, to_report

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.fixture
def admin(training):
    return administrator(training)


def test_an_upload_can_be_walked_through_up_to_its_report_as_people_will(admin):
    page = send(admin, a_definition()).follow("Bekijk een voorbeeld").send("Begin het voorbeeld")
    assert "Ik liet stiltes vallen." in page.text
    report = to_report(page.send(onward(page), q_stilte="4"))
    assert report.heading == f"Voorbeeld: {TITLE}"
    form = report.html.select_one("form.take-along")
    carried = form.find("input", {"name": "carried"})["value"]
    assert admin.post(form["action"], data={"carried": carried}).data.startswith(b"%PDF")
    assert report.send("Terug").follow("Stop met het voorbeeld").heading == TITLE


def test_an_evaluation_is_tried_out_as_its_one_page_and_has_no_report(admin):
    plain = json.loads((folder("questionnaires") / "training-evaluatie-1.json").read_text("utf-8"))

    page = send(admin, plain | {"version": 2}).follow("Bekijk een voorbeeld")

    assert page.heading == "Evaluatie van de training"
    assert len(page.html.select("fieldset")) == 6
    assert "zonder verslag" in page.text
    assert page.send("Wis antwoord", q_cijfer="8").text == page.text
    assert admin.post(f"{page.path}/report.pdf").status_code == 404
