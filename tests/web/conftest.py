"""What the tests of pages ask for: people, with browsers of their own."""

import pytest

from tests.web.reflecting import Somebody, somebody
from tests.web.training import Training


@pytest.fixture
def noor(app) -> Somebody:
    """A professional who is signed in."""
    return somebody(app)


@pytest.fixture
def training(app) -> Training:
    """An organisation with a trainer, to make groups in."""
    return Training(app)


@pytest.fixture
def trainer(training) -> str:
    """The id of its trainer."""
    return training.trainer()


@pytest.fixture
def browser(training):
    """A browser of that trainer, who is signed in."""
    training.trainer()
    return training.signed_in()
