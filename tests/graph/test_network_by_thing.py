"""Who gives or seeks a material or a use: only those that firms may meet."""

from __future__ import annotations

from datetime import timedelta

import pytest

from graph.network import firms_by_material, firms_by_use
from graph.records import FirmStatus, ListingState, Visibility
from matching.recognition import Guess, Recognition
from matching.records import Side
from tests.graph.builders import NOW, enrol, posted


def of_material(store, *ids, sure=0.5, now=NOW):
    return {
        (row["side"], row["firm_id"], row["municipality"]) for row in firms_by_material(store, ids, sure, now)
    }


def of_use(store, *ids, sure=0.5, now=NOW):
    return {(row["use_id"], row["firm_id"]) for row in firms_by_use(store, ids, sure, now)}


def test_each_firm_comes_once_for_each_side_and_place(store):
    giver, taker = enrol(store), enrol(store, municipality="batumi")
    for _ in range(2):
        posted(store, giver, material_ids=("sawdust",))
    posted(store, taker, Side.NEED, material_ids=("sawdust",), use_ids=("bedding",))
    rows = firms_by_material(store, ["sawdust"], 0.5, NOW)
    assert len(rows) == 2
    assert of_material(store, "sawdust") == {
        ("output", giver.firm.id, "telavi"),
        ("need", taker.firm.id, "batumi"),
    }
    assert of_material(store, "wood") == set()
    assert of_use(store, "bedding", "fuel") == {("bedding", taker.firm.id)}


def test_an_output_that_names_a_use_seeks_nothing(store):
    posted(store, enrol(store), Side.OUTPUT, use_ids=("bedding",))
    assert of_use(store, "bedding") == set()


@pytest.mark.parametrize(
    "hidden",
    [
        {"state": ListingState.PAUSED},
        {"expires_at": NOW - timedelta(days=1)},
        {"visibility": Visibility.COORDINATORS},
    ],
    ids=["paused", "expired", "for coordinators"],
)
def test_a_listing_that_no_firm_may_meet_is_not_counted(store, hidden):
    posted(store, enrol(store), material_ids=("sawdust",), **hidden)
    posted(store, enrol(store), Side.NEED, use_ids=("bedding",), **hidden)
    assert of_material(store, "sawdust") == of_use(store, "bedding") == set()


def test_a_firm_that_nobody_verified_is_not_counted(store):
    posted(store, enrol(store, status=FirmStatus.UNVERIFIED), material_ids=("sawdust",))
    posted(store, enrol(store, status=FirmStatus.SUSPENDED), Side.NEED, use_ids=("bedding",))
    assert of_material(store, "sawdust") == of_use(store, "bedding") == set()


def test_a_weak_guess_counts_only_for_those_who_ask_for_weak_ones(store):
    guesses = Recognition(materials=(Guess("sawdust", 0.4, ""),), uses=(Guess("bedding", 0.4, ""),))
    firm = enrol(store)
    posted(store, firm, Side.NEED, guesses)
    assert of_material(store, "sawdust") == of_use(store, "bedding") == set()
    assert of_material(store, "sawdust", sure=0.4) == {("need", firm.firm.id, "telavi")}
    assert of_use(store, "bedding", sure=0.4) == {("bedding", firm.firm.id)}


def test_firms_of_the_demonstration_are_told_apart(store):
    posted(store, enrol(store), material_ids=("sawdust",))
    posted(store, enrol(store, is_demo=True), material_ids=("sawdust",))
    assert sorted(row["is_demo"] for row in firms_by_material(store, ["sawdust"], 0.5, NOW)) == [False, True]
