"""How long it takes to answer one listing in a country of 1,000, 10,000 and 100,000 open counterparts.

    python -m benchmark.speed_in_graph [--sizes 1000 10000 100000]

From a listing to the rows of its first page: finding 200 in a real Neo4j, comparing the most promising of
them, explaining, and the words of the rows. Beside it, one after the other for each listing, Neo4j's own
full-text query with the words of the same listing: the ratio is what can be compared between machines. Times
are those of the clock, and beside them the processor time of both programs. The country is made up
(`benchmark/country.py`, fixed seed); who asks is not in it and is asked about once, after others have warmed
up server and program, so that no answer is known before.
"""

from __future__ import annotations

import argparse
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from time import perf_counter

from neo4j import Driver
from psutil import Process

from benchmark.book import LASTING, empty_graph
from benchmark.country import NOW, as_kept, enter, made_listings
from graph import listings, matches
from graph.candidates import candidates_for
from graph.fulltext import to_lucene
from graph.records import StoredListing, StoredMatch
from graph.seed import seed_reference
from graph.store import Store
from matching.ranker import Ranker
from matching.reading import read
from matching.records import Match, Side
from matching.reference_book import ReferenceBook, default_book
from symbiosis import create_app
from symbiosis.operations.find_matches import on_grid
from symbiosis.presenters import listing as listing_presenter
from symbiosis.presenters.match import card
from symbiosis.reducing import listing_view, match_view
from symbiosis.settings import Settings
from symbiosis.wiring import Services, make_ready

SIZES = (1_000, 10_000, 100_000)
SEED, ASKING_SEED = 7, 99
N_BEFORE, N_ASKED, N_COUNTED = 600, 60, 40
"""So many are asked about to warm up (a server that has just been filled compiles its queries meanwhile), by
the clock, and by processor time.
"""
ROWS = 10
"""So many matches a page shows first."""
HITS = 200
COMPARED = 40
"""So many of the most promising candidates are compared for the first page; the others follow later."""

STAGES = ("find", "compare", "show")


@dataclass(frozen=True)
class Answered:
    """Seconds of Neo4j's own query and of each stage of ours, and how many candidates there were."""

    fulltext: float
    stages: tuple[float, ...]
    n_candidates: int

    @property
    def ours(self) -> float:
        """Seconds from the listing to the rows of its page."""
        return sum(self.stages)


class Asking:
    """Answers listings as the service does, without writing the answer down."""

    def __init__(self, driver: Driver, book: ReferenceBook) -> None:
        self._driver = driver
        self._store = Store(driver)
        self._ranker = Ranker(book)
        self._book = book
        settings = Settings(
            secret_key=secrets.token_hex(), personal_number_key=secrets.token_hex(), log_level="warning"
        )
        self._services = Services(self._store, book, self._ranker, settings)
        self._app = create_app(services=self._services)
        make_ready(self._ranker)  # as the service does when it starts

    def answer(self, listing: StoredListing) -> Answered:
        """Both ways, Neo4j's own first."""
        times = [perf_counter()]
        self.by_fulltext(listing)
        times.append(perf_counter())
        return Answered(times[1] - times[0], *self.by_finding(listing))

    def by_finding(self, listing: StoredListing) -> tuple[tuple[float, ...], int]:
        """Seconds of each stage of ours, and how many candidates there were."""
        times = [perf_counter()]
        mine = listing.for_ranking()
        found = candidates_for(self._store, mine, self._ranker.leads_of(mine), NOW, COMPARED)
        times.append(perf_counter())
        others = [pair.need if mine.side is Side.OUTPUT else pair.output for pair in found]
        ranking = self._ranker.rank(
            on_grid(mine), [on_grid(other) for other in others], today=NOW.date(), top=ROWS
        )
        times.append(perf_counter())
        self._show(listing, ranking.matches)
        times.append(perf_counter())
        return tuple(end - start for start, end in pairwise(times)), len(found)

    def by_fulltext(self, listing: StoredListing) -> None:
        """Neo4j's own query."""
        index = "need_text" if listing.side is Side.OUTPUT else "output_text"
        with self._driver.session() as session:
            session.execute_read(
                lambda run: list(
                    run.run(
                        "CALL db.index.fulltext.queryNodes($index, $words, {limit: $hits}) YIELD node, score"
                        " RETURN node.id AS id, score",
                        index=index,
                        words=to_lucene(listing.text),
                        hits=HITS,
                    )
                )
            )

    def _show(self, listing: StoredListing, shown: Sequence[Match]) -> None:
        ids = [match.need_id if listing.side is Side.OUTPUT else match.output_id for match in shown]
        others = listings.by_ids(self._store, ids)
        with self._app.test_request_context(headers={"Accept-Language": "ka"}):
            mine = listing_presenter.card(listing_view(listing, now=NOW), self._book, "ka")
            for match, id_ in zip(shown, ids, strict=True):
                pair = (listing, others[id_]) if listing.side is Side.OUTPUT else (others[id_], listing)
                view = match_view(_kept(match, id_), *pair, side=listing.side, now=NOW)
                card(view, self._book, self._services.law, "ka", mine)


def _kept(match: Match, listing_id: str) -> StoredMatch:
    """The match as a page reads it back."""
    more = {"id": listing_id, "output_lapsed": False, "need_lapsed": False, "exchange_id": None}
    return matches._from_node(matches._to_properties(match, "measured", NOW) | more)


def row(n: int, answered: Sequence[Answered], cpu: tuple[float, float]) -> str:
    """One size of the country."""
    fulltext, ours = [one.fulltext for one in answered], [one.ours for one in answered]
    stages = [median(one.stages[number] for one in answered) for number in range(len(STAGES))]
    cells = [
        f"{n:,}",
        *(f"{_ms(median(times))} / {_ms(_p95(times))}" for times in (fulltext, ours)),
        f"{median(ours) / median(fulltext):.1f}",
        ", ".join(map(_ms, stages)),
        ", ".join(map(_ms, cpu)),
        f"{cpu[1] / cpu[0]:.1f}",
        f"{sum(one.n_candidates for one in answered) / len(answered):.0f}",
    ]
    return f"| {' | '.join(cells)} |"


def counted(asked: Asking, listings: Sequence[StoredListing]) -> tuple[float, float]:
    """Seconds of processor time of both programs for a listing: of Neo4j's own query, and of ours."""
    started = _processor_time()
    for listing in listings:
        asked.by_finding(listing)
    found = _processor_time()
    for listing in listings:
        asked.by_fulltext(listing)
    return (_processor_time() - found) / len(listings), (found - started) / len(listings)


def _processor_time() -> float:
    """Of this program and the server that it started, so far."""
    all_times = [process.cpu_times() for process in (Process(), *Process().children(recursive=True))]
    return sum(times.user + times.system for times in all_times)


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[round(0.95 * len(times)) - 1]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f}"


def main(words: Sequence[str] | None = None) -> None:
    """Prints a markdown table, a row as soon as it is known."""
    parser = argparse.ArgumentParser(prog="benchmark.speed_in_graph")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    sizes = sorted(parser.parse_args(words).sizes)
    book = default_book()
    n_asking = N_BEFORE + N_ASKED + N_COUNTED
    askers, asking = made_listings(book, Side.OUTPUT, n_asking * len(sizes), ASKING_SEED, prefix="asking")
    owners, made = made_listings(book, Side.NEED, sizes[-1], SEED)
    print(
        "| needs | full text: median / p95 | ours: median / p95 | ratio | find, compare, show"
        " | processor time: full text, ours | ratio | candidates |"
    )
    print("|---|---|---|---|---|---|---|---|")
    with empty_graph(LASTING) as driver:
        seed_reference(driver, book)
        enter(driver, book, askers, asking)
        known: set[str] = set()
        for number, (start, size) in enumerate(pairwise([0, *sizes])):
            sites = {listing.site_id for listing in made[start:size]} - known
            known |= sites
            enter(driver, book, [owner for owner in owners if owner.id in sites], made[start:size])
            read.cache_clear()  # what entering has read
            asked = Asking(driver, book)
            asks = [as_kept(one, book) for one in asking[number * n_asking : (number + 1) * n_asking]]
            answered = [asked.answer(one) for one in asks[:-N_COUNTED]]
            print(row(size, answered[N_BEFORE:], counted(asked, asks[-N_COUNTED:])), flush=True)


if __name__ == "__main__":
    main()
