"""What the tests of pages ask for: people, with browsers of their own."""

import pytest

from tests.web.evaluating import Evaluated
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


@pytest.fixture
def evaluated(training) -> Evaluated:
    """A group whose evaluation is open."""
    return Evaluated(training).opened()


@pytest.fixture
def member(evaluated) -> Somebody:
    """A member of that group, who is signed in."""
    return evaluated.joined()
