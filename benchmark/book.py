"""How long the reference book takes: to load, to enter an empty graph, to enter it again, to suggest codes.

    python -m benchmark.book

Each time stands beside what one would otherwise pick, measured in the same run on the same files; the ratio
is what can be compared between machines. A real Neo4j is started for it, in a folder that is gone afterwards.
Loading and suggesting are processor time of this process, the graph's times are those of the clock.
"""

from __future__ import annotations

import csv
import random
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

import yaml
from neo4j import Driver

from benchmark.codes import by_book, by_titles
from benchmark.speed import SEED, listings
from graph.migrate import migrate
from graph.seed import seed_reference
from graph.server.home import Home
from graph.server.jars import fetch, jars_folder, read_lock
from graph.server.java import SHORT_LIVED
from graph.server.process import Address, Neo4jServer
from graph.store import open_driver
from matching.records import Side
from matching.reference_book import REFERENCE, ReferenceBook, default_book

REPEATS = 5
N_TEXTS = 200
N_SAMPLE = 300
"""So many pathways are written one by one; the time for all entries is reckoned from them."""

SMALL: Mapping[str, Any] = {"heap_mb": 384, "page_cache_mb": 64, "java_options": SHORT_LIVED}
LASTING: Mapping[str, Any] = {}

Row = tuple[str, float, str, float]
"""What, its seconds, what one would otherwise pick, the seconds of that."""


def seconds(work: Callable[[], object], clock: Callable[[], float] = perf_counter) -> float:
    """How long it takes once."""
    start = clock()
    work()
    return clock() - start


def plainly_read(folder: Path) -> None:
    """The same files with the standard means: `csv.DictReader` and `yaml.safe_load`, nothing checked."""
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as lines:
            list(csv.DictReader(lines))
    for path in folder.glob("*/*.yaml"):
        yaml.safe_load(path.read_text(encoding="utf-8"))


def loading() -> Row:
    """The book in Python."""
    ours = median(seconds(ReferenceBook.read, process_time) for _ in range(REPEATS))
    plain = seconds(lambda: plainly_read(REFERENCE), process_time)
    return "load the book, checked", ours, "`csv.DictReader` and `yaml.safe_load`", plain


@contextmanager
def empty_graph(options: Mapping[str, Any] = SMALL) -> Iterator[Driver]:
    """A Neo4j of its own with constraints and indexes; small as the tests start it, or as `make run` does."""
    with empty_server(options) as (_address, driver):
        yield driver


@contextmanager
def empty_server(options: Mapping[str, Any] = SMALL) -> Iterator[tuple[Address, Driver]]:
    """As `empty_graph`, with the address by which another program reaches it."""
    lock = read_lock()
    jars = jars_folder(lock)
    fetch(lock, jars)
    with tempfile.TemporaryDirectory() as folder:
        server = Neo4jServer(Home(Path(folder)), jars, lock.version, **options)
        with server as address, open_driver(address.uri, address.user, address.password) as driver:
            migrate(driver)
            yield address, driver


def one_by_one(driver: Driver, book: ReferenceBook, n_entries: int) -> float:
    """Seconds for so many entries, written with a `MERGE` and a transaction each, as a first script would.

    Reckoned from a sample of pathways, without their relationships.
    """
    sample = list(book.pathways.values())[:N_SAMPLE]
    query = "MERGE (n:Pathway {id: $id}) SET n.strength = $strength, n.source = $source"
    with driver.session() as session:
        start = perf_counter()
        for way in sample:
            session.run(query, id=f"plain-{way.id}", strength=way.strength, source=way.source).consume()
        took = perf_counter() - start
    return took / len(sample) * n_entries


def seeding() -> Iterator[Row]:
    """The book into an empty graph, on a server that has just started; then the same book again."""
    book = default_book()
    with empty_graph() as driver:
        start = perf_counter()
        n_entries = seed_reference(driver, book).n_added
        first = perf_counter() - start
        again = median(seconds(lambda: seed_reference(driver, book)) for _ in range(REPEATS))
        plain = one_by_one(driver, book, n_entries)
    yield (
        f"seed an empty graph, {n_entries:,} entries and their links",
        first,
        "a `MERGE` for each entry",
        plain,
    )
    yield "seed the same book again", again, "seed an empty graph", first


def suggesting() -> Iterator[Row]:
    """Codes for texts that are met for the first time: in what time half of them come, and 95 of 100."""
    book = default_book()
    draw = random.Random(SEED)  # noqa: S311 (a repeatable draw, not a secret)
    texts = [listing.text for listing in listings(book, Side.OUTPUT, N_TEXTS, draw)]
    found = []
    for suggest in (by_book(book), by_titles(book)):
        suggest("-", None)
        times = sorted(seconds(partial(suggest, text, None), process_time) for text in texts)
        found.append((median(times), times[round(0.95 * N_TEXTS) - 1]))
    for what, ours, plain in zip(("median", "p95"), *found, strict=True):
        yield f"suggest codes, {what} of {N_TEXTS} texts", ours, "titles by character n-grams", plain


def in_words(took: float) -> str:
    """Seconds, or milliseconds where it is less than one."""
    return f"{took:.2f} s" if took >= 1 else f"{took * 1000:.3g} ms"


def main() -> None:
    """Prints a markdown table."""
    print("| what | time | what one would otherwise pick | time | ratio |\n|---|---|---|---|---|")
    for what, ours, other, theirs in (loading(), *suggesting(), *seeding()):
        print(f"| {what} | {in_words(ours)} | {other} | {in_words(theirs)} | {ours / theirs:.2g} |")


if __name__ == "__main__":
    main()
