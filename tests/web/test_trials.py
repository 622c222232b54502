"""An upload is tried out, before anybody else sees it."""

import pytest

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
