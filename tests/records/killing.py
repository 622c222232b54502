"""A rotation that is killed at a step of its own, as often as wished; and what has to hold then."""

import os
import signal
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

from sqlalchemy.orm import Session

from reflect.records import inspection, instance, keyfiles, rotation, sealing
from reflect.records.engine import Database
from reflect.records.ring import KeyRing
from tests.records.everything import Everything, is_found
from tests.records.making import AT


def rotate(database, ring, folder):
    """As the command does it."""
    if not rotation.begun(database, ring):
        rotation.renew(database, ring, folder, AT)
    return rotation.carry(database, ring, AT)


def faults(database, ring):
    """What of all that is sealed does not open."""
    with database.reading() as db:
        return [one.fault for one in inspection.look(db, ring, None) if one.fault]


class Steps:
    """Counts what a rotation does to files and tables, and ends the process at one of them."""

    def __init__(self, last=None):
        self.count, self.last = 0, last

    def counted(self, work):
        def step(*words, **more):
            self._count()  # before, and after: nothing is left between two steps
            done = work(*words, **more)
            self._count()
            return done

        return step

    def _count(self):
        self.count += 1
        if self.count == self.last:
            os.kill(os.getpid(), signal.SIGKILL)

    def patched(self):
        """Everything that lasts: statements, commits, files."""
        stack = mock.patch.multiple(
            Session, commit=self.counted(Session.commit), execute=self.counted(Session.execute)
        )
        files = mock.patch.multiple(
            keyfiles, write=self.counted(keyfiles.write), settle=self.counted(keyfiles.settle)
        )
        seals = mock.patch.multiple(
            sealing, seal=self.counted(sealing.seal), wrap=self.counted(sealing.wrap)
        )
        return stack, files, seals


def steps(database, folder, last=None):
    """Rotate in a process of its own; how many steps it took, or nothing where it was killed."""
    database.close()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        counter = Steps(last)
        stack, files, seals = counter.patched()
        with stack, files, seals:
            rotate(database, KeyRing.read(folder), folder)
        os.write(writing, str(counter.count).encode())
        os._exit(0)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading) as told:
        counted = told.read()
    assert os.WIFSIGNALED(status) == (counted == "")
    return int(counted or 0)


@dataclass
class Trial:
    """One database that goes through it again and again."""

    database: Database
    folder: Path
    here: Everything
    whole: int = field(init=False)

    def __post_init__(self) -> None:
        self.whole = steps(self.database, self.folder)

    def killed_at(self, part: float) -> None:
        """Killed that far: everything opens and is found; begun again, it is finished."""
        assert steps(self.database, self.folder, 1 + int(part * (self.whole - 1))) == 0
        ring = instance.ready(self.database, self.folder)
        assert faults(self.database, ring) == []
        assert is_found(self.database, ring, self.here)
        assert rotate(self.database, ring, self.folder).faults == {}
        assert not rotation.begun(self.database, ring)
