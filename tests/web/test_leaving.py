"""A server that leaves lets in whoever stands before its door, and nobody else."""

import socket
from threading import Timer

import pytest

from reflect.web import leaving


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
        Timer(0.1, lambda: taken.append(door.accept()[0])).start()
        leaving.leave([door])
        assert taken
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
