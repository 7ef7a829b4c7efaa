"""How long the job takes when a whole country of listings is to be compared anew, as after an update.

    python -m benchmark.whole_job [--sizes 500 5000]

Half of the listings are outputs, half are needs, of made-up firms (`benchmark/country.py`, fixed seeds), of
which one in twenty does a process for others. `python -m symbiosis.jobs` is started as the service starts it,
in a fresh process before a real Neo4j, and watched by what it logs until nothing is due: matches, which of
them are shown first, chains and what waits. Then what it asks again and again while nothing is due, and what
`/gaps` asks, is counted in reads of the graph. Times are those of the clock.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from time import perf_counter
from typing import Any

from neo4j import Driver
from psutil import Process

from benchmark.book import LASTING, empty_server
from benchmark.country import NOW, MadeFirm, enter, made_listings
from benchmark.db_hits import db_hits
from graph import chains, offers, waits
from graph.offers import ProcessOffer
from graph.seed import seed_reference
from graph.server.process import Address
from graph.store import Store
from matching.chains import gaps
from matching.ranker import Ranker
from matching.reading import read
from matching.records import Side
from matching.reference_book import ReferenceBook, default_book
from symbiosis.operations.find_matches import compared_by
from symbiosis.web import utc_now

ROOT = Path(__file__).resolve().parents[1]
SIZES = (500, 5_000)
SEEDS = {Side.OUTPUT: 7, Side.NEED: 8}
FIRMS_FOR_ONE_OFFER = 20
MB = 1_000_000


@dataclass
class Run:
    """What was seen of one size. Times in seconds, memory in bytes."""

    n_listings: int
    n_offers: int = 0
    ready: float = 0.0
    compared: float = 0.0
    placed: float = 0.0
    chained: float = 0.0
    processor: float = 0.0
    memory: int = 0
    n_matches: int = 0
    n_chains: int = 0
    n_waits: int = 0
    n_gaps: int = 0
    idle_hits: int = 0
    gaps_hits: int = 0
    gaps_s: float = 0.0


def run(book: ReferenceBook, size: int) -> Run:
    """The job over one country."""
    seen = Run(size)
    with empty_server(LASTING) as (address, driver):
        seed_reference(driver, book)
        seen.n_offers = _fill(driver, book, size)
        read.cache_clear()  # what entering has read
        with _job(address) as job:
            _watch(job, Store(driver), seen)
        _count(driver, seen)
        seen.idle_hits = _idle_hits(driver, book)
        _ask_for_gaps(driver, book, seen)
    return seen


def _fill(driver: Driver, book: ReferenceBook, size: int) -> int:
    firms: list[MadeFirm] = []
    for side in Side:
        owners, made = made_listings(book, side, size // 2, SEEDS[side])
        enter(driver, book, owners, made)
        firms += owners
    draw = random.Random(SEEDS[Side.OUTPUT])  # noqa: S311 (a repeatable draw, not a secret)
    offering = draw.sample(firms, max(1, len(firms) // FIRMS_FOR_ONE_OFFER))
    for firm in offering:
        offers.put(Store(driver), ProcessOffer(firm.id, firm.id, draw.choice(list(book.processes))))
    return len(offering)


@contextmanager
def _job(address: Address) -> Iterator[subprocess.Popen[str]]:
    with tempfile.TemporaryDirectory() as folder:
        known = {"NEO4J_URI": address.uri, "NEO4J_USER": address.user, "NEO4J_PASSWORD": address.password}
        environ = {**os.environ, **known, "VAR_DIR": folder, "LOG_LEVEL": "info"}
        command = [sys.executable, "-m", "symbiosis.jobs"]
        with subprocess.Popen(  # noqa: S603 (our own program)
            command, cwd=ROOT, env=environ, stderr=subprocess.PIPE, text=True
        ) as job:
            try:
                yield job
            finally:
                job.terminate()


def _watch(job: subprocess.Popen[str], store: Store, seen: Run) -> None:
    """Follow the job until it has nothing left to do.

    Raises:
        RuntimeError: it ended, or could not do a part of it.
    """
    process, at = Process(job.pid), perf_counter()
    for said in _lines(job):
        since = perf_counter() - at
        match said["event"]:
            case "jobs_started":
                seen.ready = since
            case "rematched":
                seen.compared = since
            case "places_decided":
                seen.placed = since
            case "chains_reckoned":
                seen.chained = since
            case "listing_failed" | "rematch_failed" | "rematch_waits":
                raise RuntimeError(said)
        seen.memory = max(seen.memory, process.memory_info().rss)
        if seen.chained and not chains.due(store, utc_now(), 1):
            times = process.cpu_times()
            seen.processor = times.user + times.system
            return
    raise RuntimeError(f"The job ended with {job.wait()}.")


def _lines(job: subprocess.Popen[str]) -> Iterator[dict[str, Any]]:
    for line in job.stderr or ():
        yield json.loads(line)


def _count(driver: Driver, seen: Run) -> None:
    with driver.session() as session:
        for name, counted in (
            ("n_matches", "MATCH (m:Match) RETURN count(m)"),
            ("n_chains", "MATCH (c:Chain) RETURN count(c)"),
            ("n_waits", "MATCH ()-[w:WAITS_FOR]->() RETURN count(w)"),
        ):
            setattr(seen, name, session.run(counted).single(strict=True)[0])


def _idle_hits(driver: Driver, book: ReferenceBook) -> int:
    """What the job reads every two seconds while nothing is due."""
    present = compared_by(Ranker(book).version)
    return db_hits(driver, "due/to_compare", present=present, now=NOW, limit=50) + db_hits(
        driver, "chains/due", now=NOW, limit=25
    )


def _ask_for_gaps(driver: Driver, book: ReferenceBook, seen: Run) -> None:
    seen.gaps_hits = db_hits(driver, "waits/all_open", now=NOW)
    started = perf_counter()
    seen.n_gaps = len(gaps(waits.all_open(Store(driver), NOW), book))
    seen.gaps_s = perf_counter() - started


def rows(seen: Sequence[Run]) -> Iterator[str]:
    """A markdown table, a column for each size."""
    yield " | ".join(("| ", *(f"{one.n_listings:,} listings" for one in seen))) + " |"
    yield "|---" * (len(seen) + 1) + "|"
    for said, told in TOLD:
        yield f"| {said} | " + " | ".join(told(one) for one in seen) + " |"


TOLD: tuple[tuple[str, Any], ...] = (
    ("firms that offer a process", lambda one: f"{one.n_offers:,}"),
    ("matches, chains, waits kept", lambda one: f"{one.n_matches:,}, {one.n_chains:,}, {one.n_waits:,}"),
    ("compared after", lambda one: _time(one.compared)),
    ("of that for a listing", lambda one: f"{1000 * (one.compared - one.ready) / one.n_listings:.0f} ms"),
    ("shown first decided in", lambda one: f"{one.placed - one.compared:.1f} s"),
    ("chains and waits reckoned after", lambda one: _time(one.chained)),
    ("of that for a listing", lambda one: f"{1000 * (one.chained - one.placed) / one.n_listings:.0f} ms"),
    ("processor time of the job", lambda one: _time(one.processor)),
    ("memory of the job at most", lambda one: f"{one.memory / MB:.0f} MB"),
    ("reads of the graph for one look while nothing is due", lambda one: f"{one.idle_hits:,}"),
    ("gaps; reads and time to tell them", lambda one: f"{one.n_gaps}; {one.gaps_hits:,}, {one.gaps_s:.2f} s"),
)


def _time(seconds: float) -> str:
    return f"{int(seconds // 60)}:{seconds % 60:04.1f}"


def main(words: Sequence[str] | None = None) -> None:
    """Prints each size as soon as it is known, then a markdown table of all."""
    parser = argparse.ArgumentParser(prog="benchmark.whole_job")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    book, seen = default_book(), []
    for size in sorted(parser.parse_args(words).sizes):
        seen.append(run(book, size))
        print({one.name: getattr(seen[-1], one.name) for one in fields(Run)}, file=sys.stderr, flush=True)
    print("\n".join(rows(seen)))


if __name__ == "__main__":
    main()
