"""A server that leaves lets in whoever stands before its door, and nobody else."""

import socket
from contextlib import suppress
from types import SimpleNamespace

import pytest
from gunicorn.errors import HaltServer

from reflect.web import leaving, server


@pytest.fixture
def door():
    with socket.create_server(("127.0.0.1", 0)) as door:
        yield door


def come(door) -> socket.socket:
    return socket.create_connection(door.getsockname(), timeout=0.3)


def test_who_stood_before_the_door_comes_in_and_who_comes_later_does_not(door):
    with come(door) as early:
        leaving.shut(door)
        with pytest.raises(TimeoutError):
            come(door)
        assert leaving.queue(door) == 1
        inside, _ = door.accept()
        with inside:
            early.sendall(b"a form")
            assert inside.recv(6) == b"a form"
        assert leaving.queue(door) == 0


def test_it_leaves_when_everybody_is_in(door):
    with come(door):
        taken = []
        door.settimeout(0)

        def begin() -> None:  # a worker, in the place of one that just ended
            with suppress(BlockingIOError):
                taken.append(door.accept()[0])

        leaving.leave([door], begin)
        assert len(taken) == 1
        taken[0].close()


def test_it_leaves_at_last_when_nobody_lets_them_in(door, monkeypatch):
    monkeypatch.setattr(leaving, "PATIENCE", 0.1)
    with come(door):
        leaving.leave([door])
        assert leaving.queue(door) == 1


def test_where_a_door_cannot_be_shut_it_leaves_at_once():
    no_door = socket.socket()
    no_door.close()
    leaving.leave([no_door])


def test_a_door_of_the_file_system_is_left_as_it_is_and_nobody_is_kept_waiting(door, tmp_path):
    with socket.socket(socket.AF_UNIX) as other:
        other.bind(str(tmp_path / "door"))
        other.listen()
        leaving.leave([other])
        with socket.socket(socket.AF_UNIX) as early, come(door):
            early.connect(str(tmp_path / "door"))
            taken = []
            leaving.leave([other, door], lambda: taken or taken.append(door.accept()[0]))
            assert taken
            taken[0].close()


@pytest.mark.parametrize("whose", [{"systemd": True}, {"reexec_pid": 7}, {"master_pid": 7}])
def test_a_door_that_others_have_too_is_never_shut(door, whose):
    own = {"systemd": False, "reexec_pid": 0, "master_pid": 0}
    here = SimpleNamespace(LISTENERS=[SimpleNamespace(sock=door)], **(own | whose))
    told = []
    server.end(here, told.append)
    assert told == [True]
    come(door).close()


def test_a_server_whose_workers_cannot_begin_ends(door):
    def reap() -> None:
        raise HaltServer("no", 3)

    here = SimpleNamespace(LISTENERS=[SimpleNamespace(sock=door)], reap_workers=reap)
    vars(here).update(systemd=False, reexec_pid=0, master_pid=0)
    told = []
    server.end(here, told.append)
    assert told == [True]
