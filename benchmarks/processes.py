"""What processes cost, as Linux tells it in /proc: CPU of a whole tree, memory of its workers."""

import os
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")
TICK = os.sysconf("SC_CLK_TCK")  # of the CPU clock, a second: /proc/<pid>/stat counts in these
REAPED = slice(13, 15)  # its cutime and cstime, after the name, which may itself hold spaces
NANO = 1e-9
TRIES = 5  # looks at workers of which one may end meanwhile: they are replaced now and then


def children(pid: int) -> list[int]:
    """The processes that a process started and that still live."""
    return [int(child) for child in (PROC / f"{pid}/task/{pid}/children").read_text().split()]


def cpu(root: int) -> float:
    """Seconds of CPU that a process and its children used so far, those that ended included."""
    for _ in range(TRIES):
        with suppress(FileNotFoundError, ProcessLookupError):
            return _used(root)
    return _used(root)


def _used(root: int) -> float:
    ended = (PROC / f"{root}/stat").read_text().rpartition(")")[2].split()[REAPED]
    living = sum(_running(pid) for pid in (root, *children(root)))
    return living + sum(int(ticks) for ticks in ended) / TICK


def memory(pid: int) -> dict[str, float]:
    """MB in memory: "rss" is all of it, "pss" has what is shared in shares, "own" is not shared."""
    lines = (PROC / f"{pid}/smaps_rollup").read_text().splitlines()[1:]
    sizes = {
        name: int(rest.split()[0]) for name, _, rest in (line.partition(":") for line in lines)
    }
    own = sizes["Private_Clean"] + sizes["Private_Dirty"]
    return {"rss": sizes["Rss"] / 1024, "pss": sizes["Pss"] / 1024, "own": own / 1024}


def memories(root: int) -> list[dict[str, float]]:
    """The same of each process that another started, but for one that is ending just now."""
    found = []
    for pid in children(root):
        with suppress(FileNotFoundError, ProcessLookupError):
            found.append(memory(pid))
    return found


def _running(pid: int) -> float:
    """Seconds that the threads of a process ran: to the nanosecond, where `stat` has ticks."""
    threads = (PROC / f"{pid}/task").glob("*/schedstat")
    return NANO * sum(int(thread.read_text().split()[0]) for thread in threads)
