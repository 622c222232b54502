"""Staff see the pages of their roles, and no others."""

import pytest

from tests.pages import Page
from tests.web.importing import HERE

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def test_staff_land_on_the_page_of_their_role_and_who_is_both_can_go_to_both(training):
    training.trainer()
    assert Page.at(training.signed_in(), "/staff/sign-in").path == "/groups"

    training.trainer(role="administrator")
    page = Page.at(training.signed_in(), "/staff/sign-in")
    assert page.path == "/admin"
    assert page.follow("Groepen").path == "/groups"
    assert page.follow("Groepen").follow("Beheer").follow("Vragenlijsten").path == HERE


def test_to_a_trainer_the_pages_of_an_administrator_do_not_exist(browser):
    assert browser.get(HERE).status_code == 404
    assert "Beheer" not in Page.at(browser, "/groups").html.nav.get_text()
