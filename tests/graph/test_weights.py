"""Offers and switches are added, and one person's switch is never lost under another's."""

from __future__ import annotations

from datetime import timedelta

import pytest

from graph import accounts, weights
from graph.errors import AlreadyThere
from graph.ids import new_id
from graph.learning_records import WeightsOffer, WeightsSwitch
from graph.store import Store
from tests.graph.builders import NOW, a_user


def an_offer(version: str, days: int = 0) -> WeightsOffer:
    plain = {"version": version, "evidence": {"material": {"weight": 1.5, "centre": 0.1}}}
    return WeightsOffer(
        new_id(),
        version,
        NOW + timedelta(days=days),
        "flask retrain",
        plain,
        {"n": 40, "means": {"code": None}},
    )


def test_an_offer_comes_back_as_it_was_newest_first(store: Store) -> None:
    older, newer = an_offer("v1"), an_offer("v2", days=1)
    for offer in (older, newer):
        weights.put_offer(store, offer)
    assert weights.offers(store) == [newer, older]
    assert weights.offers(store, limit=1) == [newer]
    assert weights.offer(store, "v1") == older
    assert weights.offer(store, "v3") is None


def test_the_same_weights_learned_again_are_one_offer(store: Store) -> None:
    first = an_offer("v1")
    assert weights.put_offer(store, first) == weights.put_offer(store, an_offer("v1", days=3)) == first.id
    assert weights.offers(store) == [first]


def test_switches_are_kept_newest_first_with_who_made_them(store: Store) -> None:
    user = a_user()
    accounts.add_user(store, user)
    there = WeightsSwitch(new_id(), 1, "v1", NOW, user.id, user.email)
    back = WeightsSwitch(new_id(), 2, None, NOW, "gone")
    for switched in (there, there, back):
        weights.switch(store, switched)
    assert weights.switches(store) == [back, there]


def test_of_two_who_switch_at_once_the_second_is_told(store: Store) -> None:
    first = WeightsSwitch(new_id(), 1, "v1", NOW, "a")
    weights.switch(store, first)
    with pytest.raises(AlreadyThere) as told:
        weights.switch(store, WeightsSwitch(new_id(), 1, None, NOW, "b"))
    assert told.value.field == "number"
    assert weights.switches(store) == [first]
