"""Many outputs ranked by several processes: the same lines, in the same order, as by one.

Where the system can fork, the needs are read once and the processes share them; elsewhere each reads them
for itself, which costs time and memory but changes no line.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date

from matching.jsonl import ranking_line
from matching.ranker import Among, Ranker
from matching.records import Listing
from matching.reference_book import default_book

AT_ONCE = 20
"""Outputs that a process takes at a time: so few that all end at about the same time."""


def n_cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def ranked_lines(
    outputs: Sequence[Listing],
    needs: Sequence[Listing],
    *,
    today: date | None = None,
    top: int,
    processes: int,
    start_method: str | None = None,
) -> Iterator[str]:
    """The rankings of `Ranker.rank_all` by the default book, as lines of JSON.

    Args:
        processes: how many work beside each other; no more are started than there is work for.
        start_method: `fork` or `spawn`; None forks where the system can.
    """
    processes = min(processes, -(-len(outputs) // AT_ONCE))
    if processes <= 1:
        yield from map(ranking_line, Ranker(default_book()).rank_all(outputs, needs, today=today, top=top))
        return
    can_fork = "fork" in multiprocessing.get_all_start_methods()
    method = start_method or ("fork" if can_fork else "spawn")
    if method == "fork":
        _begin(needs)
        gc.freeze()  # what is there already is not looked through again, so its pages stay shared
    pool = ProcessPoolExecutor(
        processes,
        mp_context=multiprocessing.get_context(method),
        initializer=_begin,
        initargs=(needs,),
    )
    try:
        some = [outputs[start : start + AT_ONCE] for start in range(0, len(outputs), AT_ONCE)]
        for lines in pool.map(_ranked, some, [today] * len(some), [top] * len(some)):
            yield from lines
    finally:
        # Who reads no further (`| head`) does not wait for the rest.
        pool.shutdown(cancel_futures=True)
        _shared.clear()
        gc.unfreeze()


_shared: dict[str, Among] = {}
"""The needs made ready, in each process that ranks: under `among`."""


def _begin(needs: Sequence[Listing]) -> None:
    """Makes the needs ready, unless this process was forked from one that has done so."""
    if "among" not in _shared:
        _shared["among"] = Ranker(default_book()).among(needs)


def _ranked(outputs: Sequence[Listing], today: date | None, top: int) -> list[str]:
    among = _shared["among"]
    return [ranking_line(among.rank(output, today=today, top=top)) for output in outputs]
