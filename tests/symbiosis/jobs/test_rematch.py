"""The job compares what is due, waits for a graph that is away, and stops when told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from structlog.testing import capture_logs

from graph import candidates, listings
from graph.store import Store
from matching.errors import UnknownUnit
from matching.records import Listing, Quantity
from symbiosis import operations
from symbiosis.jobs.rematch import _Places, keep_matching
from symbiosis.wiring import Services, build
from tests.symbiosis.builders import NOW, a_need, an_output, settings
from tests.symbiosis.town import Town

ROOT = Path(__file__).resolve().parents[3]


@contextmanager
def working(services: Services) -> Iterator[Thread]:
    """The job at work beside the test."""
    stop = Event()
    job = Thread(
        target=keep_matching, args=(services,), kwargs={"clock": lambda: NOW, "stop": stop, "pause_s": 0.05}
    )
    job.start()
    try:
        yield job
    finally:
        stop.set()
        job.join(20)


def waits_for(is_done: Callable[[], bool]) -> bool:
    """Whether something comes about within the time that the job is given."""
    deadline = time.monotonic() + 20
    while not is_done() and time.monotonic() < deadline:
        time.sleep(0.1)
    return is_done()


def _failed(logged: list[MutableMapping[str, Any]]) -> set[str]:
    return {each["listing_id"] for each in logged if each["event"] == "listing_failed"}


def test_what_was_stored_without_comparing_is_compared_by_the_job(services: Services, town: Town) -> None:
    giver, taker = town.business(), town.business(nace="01")
    for who, given in ((giver, an_output()), (taker, a_need())):
        operations.post_listing(services, who, given, now=NOW, compare=False)
    assert town.matches_of(giver) == []
    with working(services):
        waits_for(lambda: bool(town.matches_of(giver)))
    assert len(town.matches_of(giver)) == 1
    assert operations.rematch_due(services, now=NOW) == 0


def test_comparing_twice_or_late_has_the_same_end(services: Services, town: Town) -> None:
    giver, _taker, match = town.pair()
    before = town.matches_of(giver)
    for listing in operations.my_listings(services, giver, now=NOW):
        operations.find_matches(services, listing.id, now=NOW)
    assert town.matches_of(giver) == before
    assert before[0].id == match.id


def test_a_listing_whose_chains_cannot_be_reckoned_keeps_nobody_from_being_shown_first(
    services: Services, town: Town
) -> None:
    giver, _taker, _match = town.pair()
    (own,) = operations.my_listings(services, giver, now=NOW)
    listing = listings.by_id(services.store, own.id)
    assert listing is not None
    unknown = replace(listing, quantity=Quantity(1, "fathom", "year"), tonnes_per_year=None)
    listings.update(services.store, unknown)
    with capture_logs() as logged, working(services):
        assert waits_for(lambda: town.matches_of(giver)[0].slot is not None)
        assert waits_for(lambda: len(_failed(logged)) == 2)  # the other one of its pair, too
    left = operations.see_comparing(services, town.coordinator(), now=NOW)
    assert (left.n_to_chain, left.n_failed) == (2, 2)


def test_a_listing_that_cannot_be_compared_holds_up_none_of_the_others(
    services: Services, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, then, taker = town.business(), town.business(), town.business(nace="01")
    for who, given in ((first, an_output()), (then, an_output()), (taker, a_need())):
        operations.post_listing(services, who, given, now=NOW, compare=False)
    (broken,) = operations.my_listings(services, first, now=NOW)
    keep = candidates.keep

    def keep_most(store: Store, listing: Listing, *rest: Any) -> None:
        if listing.id == broken.id:
            raise UnknownUnit(unit="fathom")
        keep(store, listing, *rest)

    monkeypatch.setattr("graph.candidates.keep", keep_most)
    with capture_logs() as logged, working(services):
        assert waits_for(lambda: bool(town.matches_of(then)) and town.matches_of(then)[0].slot is not None)
        left = operations.see_comparing(services, town.coordinator(), now=NOW)
        assert waits_for(lambda: not operations.find_chains_due(services, now=NOW))
    assert _failed(logged) == {broken.id}
    assert (left.n_to_compare, left.n_failed, left.is_at_work) == (1, 1, True)
    monkeypatch.undo()
    assert operations.rematch_due(services, now=NOW) == 0
    assert operations.rematch_due(services, now=NOW + timedelta(minutes=1)) == 1
    assert len(town.matches_of(first)) == 1


def test_who_ends_in_order_is_not_taken_for_one_at_work(services: Services, town: Town) -> None:
    keeper = town.coordinator()
    with working(services):
        assert waits_for(lambda: operations.see_comparing(services, keeper, now=NOW).is_at_work)
    assert not operations.see_comparing(services, keeper, now=NOW).is_at_work


def test_deciding_what_is_shown_first_takes_a_twentieth_of_the_time_at_most(services: Services) -> None:
    places, minute = _Places(), timedelta(minutes=1)
    assert places.are_due(NOW)
    places.decide(services, iter([NOW, NOW + minute]).__next__)
    done = NOW + minute
    places.are_moved = True
    assert [places.are_due(done + n * minute) for n in (19, 20)] == [False, True]
    places.decide(services, iter([NOW, NOW]).__next__)
    assert [places.are_due(NOW + n * minute) for n in (0, 9, 10)] == [False, False, True]
    places.are_moved = True
    assert places.are_due(NOW)


def test_a_graph_that_is_away_is_waited_for(town: Town) -> None:
    away = build(settings())
    with away.store.driver, working(away) as job:
        time.sleep(1.0)
        assert job.is_alive()
    assert not job.is_alive()


def test_the_process_stops_in_order_when_told(neo4j_server: Any, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "NEO4J_URI": neo4j_server.uri,
        "NEO4J_USER": neo4j_server.user,
        "NEO4J_PASSWORD": neo4j_server.password,
        "VAR_DIR": str(tmp_path),
    }
    with subprocess.Popen(
        [sys.executable, "-m", "symbiosis.jobs"], cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        assert "jobs_started" in process.stderr.readline()
        process.send_signal(signal.SIGTERM)
        rest = process.stderr.read()
        assert process.wait(20) == 0
    assert "jobs_stopped" in rest


def test_without_a_database_the_process_says_what_to_set(tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J")}
    done = subprocess.run(
        [sys.executable, "-m", "symbiosis.jobs"],
        cwd=ROOT,
        env={**kept, "NEO4J_URI": "bolt://127.0.0.1:1", "VAR_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "NEO4J_PASSWORD" in done.stderr
