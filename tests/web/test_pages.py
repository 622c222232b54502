"""What all templates say is one thing, so that no import of a macro compares it anew."""

import pytest


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_templates_share_what_all_of_them_say(app):
    templates = app.jinja_env
    for name in ("layout.html", "macros/forms.html"):
        assert templates.get_template(name).globals is templates.globals
