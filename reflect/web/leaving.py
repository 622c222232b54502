"""How a server leaves: it shuts its door, lets in whoever stood before it, and ends what it is at.

A socket that is closed resets the connections that nobody took from its queue yet, and a proxy
sends no form a second time. So no new connection comes in first, and the queue is emptied.
"""

import socket
import struct
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from ctypes import addressof, create_string_buffer

INTERNET = (socket.AF_INET, socket.AF_INET6)
ATTACH_FILTER = 26  # SO_ATTACH_FILTER of Linux: a program that says which packets a socket gets
FLAGS, SYN = 13, 2  # the byte of a TCP packet that has its flags, and the flag that begins one
ONE = "HBBI"  # an instruction: what, then so many on where it holds or does not, and a number
PROGRAM = (
    (0x30, 0, 0, FLAGS),  # take the flags
    (0x45, 0, 1, SYN),  # does it begin a connection?
    (0x06, 0, 0, 0),  # then nobody gets it: whoever sent it tries again, elsewhere
    (0x06, 0, 0, 0xFFFFFFFF),  # else it goes on, whole
)
QUEUED = 24  # where, in what Linux tells of a socket that listens, the length of its queue is
PATIENCE = 5.0  # seconds until it leaves all the same
QUIET = 0.1  # seconds of an empty queue: what had begun before the door was shut has come in
LOOK = 0.02


def leave(doors: Sequence[socket.socket], tend: Callable[[], object] = lambda: None) -> None:
    """Shut these doors, and wait until whoever stood before them is in: the workers take them in.

    `tend` is called meanwhile: it sees to it that there are workers. Where a system cannot do that
    (it is of Linux, and of doors of the internet), nothing happens.
    """
    doors = [door for door in doors if door.family in INTERNET]
    with suppress(OSError):
        for door in doors:
            shut(door)
        until = time.monotonic() + PATIENCE
        quiet = 0.0
        while doors and quiet < QUIET and time.monotonic() < until:
            tend()
            time.sleep(LOOK)
            quiet = 0.0 if any(queue(door) for door in doors) else quiet + LOOK


def shut(door: socket.socket) -> None:
    """From now on nobody new comes in by it, in any process. OSError where that cannot be."""
    code = create_string_buffer(b"".join(struct.pack(ONE, *step) for step in PROGRAM))
    program = struct.pack("HP", len(PROGRAM), addressof(code))
    door.setsockopt(socket.SOL_SOCKET, ATTACH_FILTER, program)


def queue(door: socket.socket) -> int:
    """How many connections stand before it that nobody took yet."""
    told = door.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, QUEUED + 4)
    return int(struct.unpack_from("I", told, QUEUED)[0])
