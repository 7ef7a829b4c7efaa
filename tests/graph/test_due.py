"""What is due is found by itself, and nothing that changes meanwhile is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from benchmark.db_hits import db_hits
from graph import chains, due, firms, jobs, listings, matches, opt_outs
from graph.due import Left
from graph.migrate import MIGRATIONS, statements
from graph.opt_out_records import OptOut
from graph.records import FirmStatus, ListingState
from graph.store import CYPHER, Store
from matching.records import Side
from tests.graph.builders import NOW, Enrolled, an_opt_out, compare, enrol, posted
from tests.graph.pairs import Pair

LATER = NOW + timedelta(days=2)
PRESENT = "2026-11-21.6+finder-4"


@pytest.fixture
def winery(store: Store) -> Enrolled:
    return enrol(store)


def found(store: Store, present: str = "1", limit: int = 100) -> list[str]:
    return due.to_compare(store, present, LATER, limit)


def test_a_listing_is_due_until_it_was_compared_and_again_after_a_change(
    store: Store, winery: Enrolled
) -> None:
    first = posted(store, winery, changed_at=LATER)
    second = posted(store, winery)
    assert found(store) == [second, first]
    assert found(store, limit=1) == [second]
    compare(store, first, second)
    assert found(store) == []
    listings.set_state(store, first, ListingState.WITHDRAWN, LATER + timedelta(seconds=1))
    listings.renew(store, second, LATER + timedelta(days=90), LATER + timedelta(seconds=2))
    assert found(store) == [first, second]


@pytest.mark.parametrize("present", ["0", "1", "3"])
def test_what_was_compared_by_something_else_is_due_after_what_was_changed(
    store: Store, winery: Enrolled, present: str
) -> None:
    changed, older, newer = (posted(store, winery) for _ in range(3))
    compare(store, older, by="0")
    compare(store, newer, by="3")
    expected = [changed, *(id for id, by in ((older, "0"), (newer, "3")) if by != present)]
    assert found(store, present) == expected
    assert due.left(store, present, NOW) == Left(len(expected), 0, 0)


def said_yes_to(store: Store, opt_out: OptOut) -> None:
    opt_outs.ask(store, opt_out)
    opt_outs.decide(store, opt_out.id, "holds", "coordinator", LATER)


CHANGES: dict[str, Callable[[Store, Enrolled, str], object]] = {
    "edited": lambda store, _, id: listings.update(
        store, replace(listings.by_ids(store, [id])[id], changed_at=LATER, text="other")
    ),
    "paused": lambda store, _, id: listings.set_state(store, id, ListingState.PAUSED, LATER),
    "renewed": lambda store, _, id: listings.renew(store, id, LATER, LATER),
    "kept apart": lambda store, at, _: opt_outs.ask(
        store, an_opt_out(at.firm.id, state="holds", asked_at=LATER)
    ),
    "kept apart by a yes": lambda store, at, _: said_yes_to(store, an_opt_out(at.firm.id)),
    "judged": lambda store, at, _: firms.set_status(
        store, at.firm.id, FirmStatus.SUSPENDED, at.user.id, LATER
    ),
    "moved": lambda store, at, _: firms.update_site(store, replace(at.site, municipality="gurjaani"), LATER),
    "renamed": lambda store, at, _: firms.update_firm(
        store, at.firm.id, at.firm.name_ka, "Other", at.firm.nace_division, at=LATER
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_makes_due_also_while_it_is_being_compared(
    store: Store, winery: Enrolled, change: Callable[[Store, Enrolled, str], object]
) -> None:
    other = posted(store, enrol(store))
    id = posted(store, winery)
    compare(store, id, other)
    assert found(store) == []
    change(store, winery, id)
    assert found(store) == [id]
    # A job that had read it before the change, and began later than the change did.
    due.compared(store, id, NOW, LATER + timedelta(seconds=1), "1")
    assert found(store) == [id]
    compare(store, id)
    assert found(store) == []


def test_every_query_that_changes_a_listing_makes_it_due() -> None:
    changing = {
        file.stem: "matched_by = ''" in text or "matched_by = CASE" in text
        for file in CYPHER.rglob("*.cypher")
        if re.search(r"\bl\.changed_at = \$at", text := file.read_text(encoding="utf-8"))
    }
    assert len(changing) >= 4
    assert all(changing.values()), changing


def test_an_edit_that_changes_nothing_to_compare_makes_nothing_due(store: Store, winery: Enrolled) -> None:
    id = posted(store, winery)
    compare(store, id)
    listings.update(store, replace(listings.by_ids(store, [id])[id], cost_gel_per_year=7.0))
    assert found(store) == []


def test_what_failed_lets_others_go_first_and_is_tried_again(store: Store, winery: Enrolled) -> None:
    failed, other = posted(store, winery), posted(store, winery)
    due.put_off(store, failed, LATER + timedelta(minutes=1))
    assert found(store) == [other]
    assert due.left(store, "1", LATER) == Left(2, 0, 1)
    assert due.to_compare(store, "1", LATER + timedelta(minutes=1)) == [failed, other]
    compare(store, failed, other)
    assert due.left(store, "1", LATER) == Left(0, 0, 0)


def test_chains_are_left_of_what_was_compared(store: Store) -> None:
    pair = Pair(store)
    compare(store, pair.output_id)
    matches.replace_for(store, pair.output_id, [pair.ranked], "1", NOW)
    left = due.left(store, "1", NOW)
    assert (left.n_to_compare, left.n_to_chain) == (1, 1)
    [one] = [one for one in chains.due(store, NOW, 10) if one.listing_id == pair.output_id]
    chains.replace_for(store, one, chains.Reckoned((), (), ()))
    assert due.left(store, "1", NOW) == replace(left, n_to_chain=0)
    due.put_off(store, pair.output_id, LATER)
    matches.replace_for(store, pair.output_id, [pair.ranked], "1", NOW)
    assert chains.due(store, NOW, 10) == []
    assert due.left(store, "1", NOW) == replace(left, n_failed=1)
    assert [one.listing_id for one in chains.due(store, LATER, 10)] == [pair.output_id]


def test_the_program_is_there_until_it_ends(store: Store) -> None:
    assert jobs.seen_at(store) is None
    jobs.at_work(store, NOW)
    jobs.at_work(store, LATER)
    assert jobs.seen_at(store) == LATER
    jobs.gone(store)
    assert jobs.seen_at(store) is None


def _looks(store: Store) -> int:
    """What a look reads while nothing is due, and what the page that tells of it does."""
    return sum(
        db_hits(store.driver, query, **asked)
        for query, asked in (
            ("due/to_compare", {"present": PRESENT, "now": NOW, "limit": 50}),
            ("chains/due", {"now": NOW, "limit": 25}),
            ("due/left", {"present": PRESENT, "now": NOW}),
        )
    )


def _listings(store: Store, n: int) -> None:
    """So many listings that were all compared, as far as these questions go."""
    store.driver.execute_query(
        "UNWIND range(1, $n) AS number CREATE (:Listing {id: randomUUID(), matched_by: $present,"
        " changed_at: $now, matched_at: $now, pairs_edition: 3})",
        n=n,
        present=PRESENT,
        now=NOW,
    )


def test_a_look_reads_no_more_in_a_country_of_many_listings(bare_store: Store) -> None:
    _listings(bare_store, 5)
    few = _looks(bare_store)
    _listings(bare_store, 2_000)
    assert _looks(bare_store) == few < 30


def test_a_batch_reads_no_more_when_all_are_due(bare_store: Store) -> None:
    asked = {"present": "3", "now": NOW, "limit": 5}
    read = []
    for n in (20, 1_000):
        _listings(bare_store, n)
        read.append(db_hits(bare_store.driver, "due/to_compare", **asked))
    assert read[0] == read[1]


def _was_due(store: Store) -> tuple[set[str], set[str]]:
    """What was due before there were indexes of it: by comparing all listings."""
    compared, chained = (
        "l.matched_at IS NULL OR l.changed_at > l.matched_at OR coalesce(l.matched_by, '') <> '1'",
        "l.matched_at IS NOT NULL AND coalesce(l.chained_edition, -1) <> coalesce(l.pairs_edition, 0)",
    )
    first, second = (
        {
            record["id"]
            for record in store.driver.execute_query(
                f"MATCH (l:Listing) WHERE {which} RETURN l.id AS id"
            ).records
        }
        for which in (compared, chained)
    )
    return first, second


def test_what_was_due_before_the_migration_is_due_after_it(store: Store, winery: Enrolled) -> None:
    as_they_were = [
        {},
        {"matched_at": NOW, "matched_by": "1", "pairs_edition": 3, "chained_edition": 3},
        {"matched_at": NOW, "matched_by": "1", "pairs_edition": 3, "chained_edition": 2},
        {"matched_at": NOW, "matched_by": "1", "pairs_edition": 1},
        {"matched_at": NOW, "matched_by": "0"},
        {"matched_at": NOW, "changed_at": LATER, "matched_by": "1"},
        {"matched_at": NOW},
    ]
    for properties in as_they_were:
        id = posted(store, winery, Side.NEED)
        store.driver.execute_query(
            "MATCH (l:Listing {id: $id}) REMOVE l.matched_by SET l += $properties",
            id=id,
            properties=properties,
        )
    expected = _was_due(store)
    moving = [
        one
        for one in statements((MIGRATIONS / "0015_due.cypher").read_text(encoding="utf-8"))
        if one.startswith("MATCH")
    ]
    assert moving
    for one in moving:
        store.driver.execute_query(one)
    chained = {one.listing_id for one in chains.due(store, LATER, 100)}
    assert (set(found(store)), chained) == expected
    for one in moving:
        store.driver.execute_query(one)
    assert expected[1] <= {one.listing_id for one in chains.due(store, LATER, 100)}
