"""Work done by real processes at once: what threads of one process do not show."""

import multiprocessing

forking = multiprocessing.get_context("fork")


def at_once(work, *calls):
    """Call `work` with each of `calls`, each in a process of its own; gives what came of it."""
    pool = forking.Pool(len(calls))
    done = pool.starmap(work, calls, chunksize=1)
    pool.close()
    pool.join()
    return done
