"""How somebody begins a preview."""

from reflect.questionnaire import read_definition
from tests.pages import Page
from tests.web.reflecting import DEFINITIONS

HERE = "/questionnaires/save-begeleiding/preview"


def begin(client, questionnaire="save-begeleiding", **wishes) -> Page:
    start = Page.at(client, f"/questionnaires/{questionnaire}/preview")
    return start.send("Begin het voorbeeld", **wishes)


def small(app, client, name, **wishes) -> Page:
    """The first section of one of the small definitions."""
    app.extensions["reflect"].library.add(read_definition(name, DEFINITIONS))
    return begin(client, name, **wishes)
