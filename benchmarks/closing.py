"""A moment of very many closes, while somebody saves an answer every now and then."""

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from subprocess import PIPE, Popen, run
from tempfile import TemporaryDirectory

import crowds
import instances

from reflect.commands.instance import prepare
from reflect.config import read_config
from reflect.language import now
from reflect.records import releases
from reflect.records.engine import Database, Session

SIZES = (500, 10_000)
FAR = (*SIZES, 100_000)
ALONE = 4  # seconds of saving before anything closes
APART = 3  # people who are not there the second time: the ledger refuses all
TYPIST = Path(__file__).with_name("typist.py")


@dataclass(frozen=True)
class Closed:
    """What a closing took: seconds, of those CPU, MB of memory on top, ms of its longest write."""

    seconds: float
    cpu: float
    memory: float
    longest: float


@dataclass(frozen=True)
class Taken:
    """A closing of so many, and ms of p95 and p99 of the answers saved alone and meanwhile."""

    people: int
    closed: Closed
    alone: tuple[float, float]
    meanwhile: tuple[float, float]


def measured(size: int, *, refused: bool = False) -> Taken:
    """Close a moment of so many. refused: of a group that overlaps one that was told, all but."""
    with TemporaryDirectory() as folder:
        moment = _furnished(Path(folder), size, refused=refused)
        saver = Popen([sys.executable, TYPIST, folder], stdin=PIPE, stdout=PIPE, text=True)
        time.sleep(ALONE)
        told = run(
            [sys.executable, __file__, "close", folder, moment], stdout=PIPE, check=True, text=True
        )
        saved = json.loads(saver.communicate("stop\n")[0])
    begun, ended, *figures = json.loads(told.stdout)
    alone = [took for at, took in saved if at + took < begun]
    meanwhile = [took for at, took in saved if begun <= at + took and at <= ended]
    return Taken(size, Closed(*figures), _late(alone), _late(meanwhile))


def line(taken: Taken, what: str) -> str:
    """The figures as `make bench` prints them."""
    one = taken.closed
    return (
        f"- closing {taken.people:,} people, {what}: {one.seconds:.1f} s ({one.cpu:.1f} of CPU), "
        f"{one.memory:.0f} MB more, longest write {one.longest:.0f} ms; "
        f"an answer is saved in p95 {taken.meanwhile[0]:.0f}, p99 {taken.meanwhile[1]:.0f} ms "
        f"(alone {taken.alone[0]:.0f}, {taken.alone[1]:.0f})"
    )


def lines(sizes: tuple[int, ...] = SIZES) -> Iterator[str]:
    """Each size, told; and the smallest where all of it is refused."""
    yield line(measured(sizes[0], refused=True), "all of it refused")
    for size in sizes:
        yield line(measured(size), "all of it told")


def _late(seconds: list[float]) -> tuple[float, float]:
    """Milliseconds that 95 and 99 of 100 do not exceed."""
    cuts = quantiles(seconds, n=100, method="inclusive")
    return 1000 * cuts[94], 1000 * cuts[98]


def _furnished(folder: Path, size: int, *, refused: bool) -> str:
    """An instance with a moment that is to be closed; its id."""
    ring, database = prepare(read_config(instance=folder))
    moment = crowds.open_group(database, ring, "after")
    everybody = crowds.people(database, size + APART if refused else size)
    crowds.respond(database, ring, moment, everybody)
    if refused:
        releases.close(database, ring, moment, _rules(), now())
        moment = crowds.open_group(database, ring, "after")
        crowds.respond(database, ring, moment, everybody[APART:])
    database.close()
    return moment


def _rules() -> releases.Rules:
    return releases.rules(instances.questionnaire(), "after", 5)


def _close(folder: Path, moment: str) -> None:
    """In a process of its own: close, and print when it began and ended, and what it took."""
    ring, database = prepare(read_config(instance=folder))
    rules = _rules()
    writes = _timed(database)
    held, cpu, begun = _held(), time.process_time(), time.time()
    releases.close(database, ring, moment, rules, now())
    ended = time.time()
    cpu, more = time.process_time() - cpu, _held() - held
    print(json.dumps([begun, ended, ended - begun, cpu, more, 1000 * max(writes)]))


def _held() -> float:
    """MB of memory at the most so far, of this program: `ru_maxrss` counts who started it too."""
    status = Path("/proc/self/status").read_text("ascii")
    most = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(most.split()[1]) / 1024


def _timed(database: Database) -> list[float]:
    """The seconds of each of its transactions that write, from when it has the lock."""
    writes: list[float] = []
    writing = database.writing

    @contextmanager
    def timed() -> Iterator[Session]:
        with writing() as db:
            db.connection()
            before = time.perf_counter()
            yield db
        writes.append(time.perf_counter() - before)

    database.writing = timed  # type: ignore[method-assign, assignment] # to listen, as nothing else can
    return writes


def main() -> None:
    """Print the figures; or be the process that closes."""
    match sys.argv[1:]:
        case ["close", folder, moment]:
            _close(Path(folder), moment)
        case _:
            for told in lines():
                print(told, flush=True)


if __name__ == "__main__":
    main()
