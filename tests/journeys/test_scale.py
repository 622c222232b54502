"""Several servers at one database: one dies, one is restarted, and whoever fills in goes on."""

from tests.journeys.fleet import fleet


def test_a_server_is_killed_and_another_restarted_while_people_fill_in(postgres, tmp_path):
    with fleet(tmp_path, postgres, size=2, visitors=4) as here:
        first, second = here.parts
        assert here.kill(first) == []
        assert here.restart(second) == []
        here.people.end()

        assert here.people.lost() == []
        assert here.people.doubled() == {}
