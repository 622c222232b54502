"""An administrator adds organisations and gives them other names; nothing else of them is shown."""

import pytest

from tests.pages import Page
from tests.web.importing import administrator

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
HERE = "/admin/organisations"


def test_an_organisation_is_added_and_renamed_and_its_groups_stay_its_own(training, trainer):
    group = training.group(trainer, name="kanarie-in-een-groep")
    admin = administrator(training)
    page = Page.at(admin, HERE)
    assert "1 groep " in page.text
    assert "kanarie" not in page.text

    page = page.send("Voeg toe", name="  Hogeschool \u00a0 Zuid ")
    assert "De organisatie is toegevoegd." in page.text
    assert "Hogeschool Zuid" in page.text
    page = page.follow("Andere naam Academie voor Jeugd").send("Bewaar de naam", name="Academie")

    assert "De nieuwe naam is bewaard." in page.text
    assert "· Academie " in Page.at(training.signed_in(), f"/groups/{group}").text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (" ", "Vul een naam in."),
        ("x" * 201, "Deze naam is te lang. Hij mag 200 tekens hebben."),
        ("Academie voor Jeugd", "Er is al een organisatie met deze naam."),
    ],
)
def test_a_name_that_cannot_be_is_told_at_its_field(training, typed, said):
    admin = administrator(training)
    other = Page.at(admin, HERE).send("Voeg toe", name="Andere").follow("Andere naam Andere")

    for page, button in ((Page.at(admin, HERE), "Voeg toe"), (other, "Bewaar de naam")):
        wrong = page.send(button, name=typed)
        assert (wrong.status, wrong.errors) == (400, [said])


def test_an_organisation_that_is_not_there_does_not_exist(training):
    assert administrator(training).get(f"{HERE}/{'x' * 22}").status_code == 404
