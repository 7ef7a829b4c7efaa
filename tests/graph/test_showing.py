"""Which pairs may be shown first, and where they stand."""

from __future__ import annotations

from datetime import timedelta

import pytest

from graph import firms, listings, matches, showing
from graph.records import FirmStatus, ListingState
from graph.showing import Placed
from matching.records import Side, Verdict
from tests.graph.builders import NOW, a_match, posted
from tests.graph.pairs import Pair

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def pair(store):
    return Pair(store)


def test_a_pair_that_nobody_answered_may_be_shown_first(store, pair):
    (found,) = showing.to_place(store, NOW)
    assert (found.match_id, found.output_id, found.need_id) == (pair.match.id, pair.output_id, pair.need_id)
    assert found.receiver_id == listings.by_id(store, pair.need_id).firm_id
    assert found.values == {one["name"]: one["value"] for one in pair.match.evidence}
    assert (found.slot, found.slot_since, found.propensity, found.promised) == (None, None, None, 0.0)


def test_all_are_read_however_small_the_batches(store, pair):
    for _ in range(4):
        need_id = posted(store, pair.taker, Side.NEED)
        matches.replace_for(store, need_id, [a_match(pair.output_id, need_id)], "1", NOW)
    every = sorted(one.id for one in matches.all_matches(store))
    assert len(every) == 5
    for batch in (1, 2, 5, 100):
        assert [one.match_id for one in showing.to_place(store, NOW, batch)] == every


def test_a_yes_leaves_it_and_a_no_or_a_later_takes_it_out(store, pair):
    pair.decide(Side.OUTPUT, Verdict.YES)
    (found,) = showing.to_place(store, NOW)
    assert (found.output_verdict, found.need_verdict) == ("yes", None)
    pair.decide(Side.NEED, Verdict.LATER, decided_at=LATER)
    assert list(showing.to_place(store, NOW)) == []


def test_what_the_other_firm_may_not_see_is_not_shown_first(store, pair):
    firm_id = listings.by_id(store, pair.need_id).firm_id
    firms.set_status(store, firm_id, FirmStatus.SUSPENDED, "somebody", NOW)
    assert list(showing.to_place(store, NOW)) == []
    firms.set_status(store, firm_id, FirmStatus.VERIFIED, "somebody", NOW)
    assert len(list(showing.to_place(store, NOW))) == 1
    listings.set_state(store, pair.output_id, ListingState.PAUSED, NOW)
    assert list(showing.to_place(store, NOW)) == []


def test_an_open_exchange_is_promised_to_the_need_and_no_longer_placed(store, pair):
    pair.decide(Side.OUTPUT, Verdict.YES)
    pair.decide(Side.NEED, Verdict.YES)
    assert list(showing.to_place(store, NOW)) == []
    given = listings.by_id(store, pair.output_id).tonnes_per_year or 0.0
    assert store.read("showing/promised") == [{"need_id": pair.need_id, "tonnes": given}]


def test_a_place_is_kept_with_the_match_and_outlives_a_new_comparison(store, pair):
    showing.put_places(
        store, [Placed(pair.match.id, "exploring", 0.25, NOW), Placed("gone", "best", 1.0, NOW)]
    )
    matches.replace_for(store, pair.output_id, [pair.ranked], "2", LATER)
    match = matches.by_id(store, pair.match.id)
    assert (match.slot, match.propensity) == ("exploring", 0.25)
    (found,) = showing.to_place(store, NOW)
    assert (found.slot, found.slot_since, found.propensity) == ("exploring", NOW, 0.25)


def test_the_spread_counts_what_is_shown_first_by_receiver(store, pair):
    empty = showing.spread(store)
    assert (empty.expected, empty.n_outputs, empty.n_outputs_shown) == ((), 0, 0)
    showing.put_places(store, [Placed(pair.match.id, "best", 1.0, NOW)])
    found = showing.spread(store)
    assert found.expected == (pytest.approx(pair.match.probability),)
    assert (found.n_outputs, found.n_outputs_shown) == (1, 1)
    showing.put_places(store, [Placed(pair.match.id, "further", None, NOW)])
    found = showing.spread(store)
    assert (found.expected, found.n_outputs, found.n_outputs_shown) == ((0.0,), 1, 0)
