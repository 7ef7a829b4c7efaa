"""What listings wait for is kept with their chains, and counts while somebody open waits for the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from graph import chains, firms, listings, waits
from graph.chains import Due, Reckoned
from graph.records import FirmStatus, ListingState
from graph.store import Store
from matching.records import Wait
from tests.graph.builders import NOW
from tests.graph.pairs import Pair


class Queue:
    """A pair that waits for a process."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.pair = Pair(store)
        self.giver = self.output("pelletising")
        taker = self.pair.taker.firm.id
        self.taker = Wait(self.pair.need_id, taker, "pelletising", (self.pair.output_id,))
        self.keep(self.pair.output_id, self.giver, self.taker)

    def output(self, process_id: str, tonnes: float | None = 12.5) -> Wait:
        step, giver = ("sawdust", None, "sawdust-bedding"), self.pair.giver.firm.id
        return Wait(self.pair.output_id, giver, process_id, (self.pair.need_id,), *step, tonnes)

    def keep(self, listing_id: str, *found: Wait) -> None:
        chains.replace_for(self.store, Due(listing_id, 1), Reckoned((), (), (), found))

    def all_open(self, days: int = 0) -> list[Wait]:
        return waits.all_open(self.store, NOW + timedelta(days=days))


@pytest.fixture
def queue(store: Store) -> Queue:
    return Queue(store)


def _sorted(*found: Wait) -> list[Wait]:
    return sorted(found, key=lambda one: (one.listing_id, one.process_id))


def test_it_comes_back_as_it_was_kept(queue: Queue) -> None:
    assert queue.all_open() == _sorted(queue.giver, queue.taker)


def test_reckoned_again_it_is_what_was_found_now(queue: Queue) -> None:
    more = queue.output("pelletising", tonnes=None)
    queue.keep(queue.pair.output_id, more, queue.taker)
    assert queue.all_open() == _sorted(more, queue.taker)
    queue.keep(queue.pair.output_id)
    assert queue.all_open() == []


def test_what_a_counterpart_waits_for_is_its_own_affair(queue: Queue) -> None:
    queue.keep(queue.pair.need_id, queue.output("pelletising", tonnes=None), queue.taker)
    assert queue.all_open() == _sorted(queue.giver, queue.taker)
    queue.keep(queue.pair.need_id)
    # The output waits on; nobody who is left waits for the same.
    assert queue.all_open() == []
    queue.keep(queue.pair.output_id, queue.giver, queue.taker)
    assert queue.all_open() == _sorted(queue.giver, queue.taker)


def test_who_waits_for_it_is_added_to_what_is_known_of_a_counterpart(queue: Queue) -> None:
    others = tuple(f"other-{number}" for number in range(5))
    queue.keep(queue.pair.output_id, replace(queue.giver, for_ids=others), queue.taker)
    queue.keep(queue.pair.need_id, queue.giver, queue.taker)
    kept = replace(queue.giver, for_ids=(queue.pair.need_id, *others[:4]))
    assert queue.all_open() == _sorted(kept, queue.taker)


def test_nobody_waits_past_its_day_unverified_or_for_one_who_is_not_there(queue: Queue) -> None:
    assert queue.all_open(days=10_000) == []
    user_id = queue.pair.taker.user.id
    firms.set_status(queue.store, queue.pair.taker.firm.id, FirmStatus.SUSPENDED, user_id, NOW)
    assert queue.taker not in queue.all_open()
    firms.set_status(queue.store, queue.pair.taker.firm.id, FirmStatus.VERIFIED, user_id, NOW)
    listings.set_state(queue.store, queue.pair.need_id, ListingState.PAUSED, NOW)
    assert queue.all_open() == []
