"""Whatever is sent, by whomever, to whichever address: refused or kept, and nothing breaks."""

import pytest

from tests.house.besieging import Siege

ATTEMPTS = 1000  # on each database; `make evidence of=hostile` makes a hundred times as many


def test_nothing_hostile_breaks_anything_or_brings_out_what_is_anothers(app, request):
    siege = Siege(app, seed=ATTEMPTS + len(request.node.name))

    siege.withstand(ATTEMPTS)

    assert {200, 302, 400, 401, 403, 404, 405, 413} <= siege.statuses.keys()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("status", "found"), [(200, "kanarie"), (500, "500")])
def test_a_page_that_tells_what_is_anothers_or_breaks_is_found(app, status, found):
    siege = Siege(app, seed=1)
    told = " ".join(siege.town.canaries), status
    app.view_functions = dict.fromkeys(app.view_functions, lambda **_: told)

    with pytest.raises(AssertionError, match=found):
        siege.withstand(30)
