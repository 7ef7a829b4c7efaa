from __future__ import annotations

from datetime import timedelta

from graph import matches
from graph.network import counts_by_municipality, totals
from graph.records import FirmStatus, ListingState
from matching.records import Side
from tests.graph.builders import NOW, a_match, enrol, posted
from tests.graph.pairs import Pair

NOTHING = {"n_firms": 0, "n_outputs": 0, "n_needs": 0, "n_matches": 0, "n_exchanges": 0}
IN_ALL = {**NOTHING, "n_demo_firms": 0}
NOTHING_AT_ALL = {**NOTHING, "n_demo_firms": 0}


def counts(store, now=NOW):
    rows = counts_by_municipality(store, now)
    for row in rows:
        assert len(row["behind"]["n_firms"]) == row["n_firms"]
        assert set(row.pop("behind")) == set(NOTHING)
    return {row.pop("municipality"): row for row in rows}


def test_an_empty_network_counts_nothing_everywhere(store):
    assert counts(store) == {
        "batumi": {"region": "adjara", **NOTHING},
        "gurjaani": {"region": "kakheti", **NOTHING},
        "telavi": {"region": "kakheti", **NOTHING},
    }
    assert totals(store, NOW) == NOTHING_AT_ALL


def test_a_pair_counts_where_either_side_is_and_once_in_all(store):
    pair = Pair(store)
    found = counts(store)
    both = {"n_firms": 1, "n_matches": 1, "n_exchanges": 0}
    assert found["telavi"] == {"region": "kakheti", "n_outputs": 1, "n_needs": 0, **both}
    assert found["batumi"] == {"region": "adjara", "n_outputs": 0, "n_needs": 1, **both}
    assert totals(store, NOW) == {
        "n_firms": 2,
        "n_demo_firms": 0,
        "n_outputs": 1,
        "n_needs": 1,
        "n_matches": 1,
        "n_exchanges": 0,
    }
    pair.decide(Side.OUTPUT)
    pair.decide(Side.NEED)
    found = counts(store)
    assert (found["telavi"]["n_exchanges"], found["batumi"]["n_exchanges"]) == (1, 1)
    assert found["gurjaani"]["n_exchanges"] == 0
    assert totals(store, NOW)["n_exchanges"] == 1


def test_several_of_one_place_are_counted_each_once(store):
    giver = enrol(store)
    taker = enrol(store)
    output_id = posted(store, giver)
    need_ids = [posted(store, taker, Side.NEED) for _ in range(3)]
    ranked = [a_match(output_id, need_id) for need_id in need_ids]
    matches.replace_for(store, output_id, ranked, "1", NOW)
    telavi = counts(store)["telavi"]
    expected = {"n_firms": 2, "n_outputs": 1, "n_needs": 3, "n_matches": 3, "n_exchanges": 0}
    assert telavi == {"region": "kakheti", **expected}
    assert totals(store, NOW) == {**expected, "n_demo_firms": 0}


def test_closed_listings_and_unverified_firms_do_not_count(store):
    winery = enrol(store)
    posted(store, winery, state=ListingState.PAUSED)
    posted(store, winery, expires_at=NOW)
    posted(store, enrol(store, status=FirmStatus.UNVERIFIED))
    assert totals(store, NOW) == {**NOTHING_AT_ALL, "n_firms": 1}
    assert counts(store)["telavi"] == {"region": "kakheti", **NOTHING, "n_firms": 1}


def test_a_match_stops_counting_when_a_listing_ends(store):
    Pair(store)
    later = NOW + timedelta(days=90)
    assert totals(store, later) == {**NOTHING_AT_ALL, "n_firms": 2}
    assert counts(store, later)["telavi"]["n_matches"] == 0


def test_firms_of_the_demonstration_are_told_apart(store):
    enrol(store)
    enrol(store, is_demo=True)
    enrol(store, is_demo=True, status=FirmStatus.UNVERIFIED)
    found = totals(store, NOW)
    assert (found["n_firms"], found["n_demo_firms"]) == (2, 1)


def test_each_number_tells_which_firms_of_the_place_stand_behind_it(store):
    pair = Pair(store)
    idle = enrol(store)
    pair.decide(Side.OUTPUT)
    pair.decide(Side.NEED)
    behind = {row["municipality"]: row["behind"] for row in counts_by_municipality(store, NOW)}
    giver, taker = pair.giver.firm.id, pair.taker.firm.id
    assert set(behind["telavi"].pop("n_firms")) == {giver, idle.firm.id}
    alone = {"n_outputs": [giver], "n_needs": [], "n_matches": [giver], "n_exchanges": [giver]}
    assert behind["telavi"] == alone
    assert behind["batumi"]["n_needs"] == behind["batumi"]["n_exchanges"] == [taker]
    assert not any(behind["gurjaani"].values())
