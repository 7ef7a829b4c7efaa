"""What coordinators say of a figure is added for its pair, and one's word is never lost under another's."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from graph import accounts, assumption_changes, matches
from graph.change_records import AssumptionChange
from graph.errors import AlreadyThere
from graph.ids import new_id
from graph.store import Store
from tests.graph.builders import NOW, a_user
from tests.graph.pairs import Pair


def _change(number: int = 1, need_id: str = "a-need", **rest: Any) -> AssumptionChange:
    said = {
        "assumption_id": "price",
        "span": (1.0, 2.0, 3.0),
        "why": "ტელეფონით",
        "user_id": "somebody",
    } | rest
    return AssumptionChange(
        id=new_id(),
        output_id="an-output",
        need_id=need_id,
        number=number,
        changed_at=NOW + timedelta(days=number),
        **said,
    )


def test_changes_come_back_as_they_were_oldest_first_by_pair(store: Store) -> None:
    first, undone, other = _change(), _change(2, span=None, why=None), _change(need_id="b-need")
    for change in (first, undone, other):
        assumption_changes.append(store, change)
    pairs = [("an-output", "b-need"), ("an-output", "a-need"), ("an-output", "c-need")]
    assert assumption_changes.of_pairs(store, pairs) == {
        ("an-output", "a-need"): [first, undone],
        ("an-output", "b-need"): [other],
    }
    assert assumption_changes.of_pairs(store, []) == {}


def test_of_two_who_change_figures_of_a_pair_at_once_the_second_is_told(store: Store) -> None:
    first, second = _change(), _change(assumption_id="freight")
    assumption_changes.append(store, first)
    assumption_changes.append(store, first)  # a transaction may run twice
    with pytest.raises(AlreadyThere) as told:
        assumption_changes.append(store, second)
    assert told.value.field == "number"
    assert assumption_changes.of_pairs(store, [("an-output", "a-need")]) == {("an-output", "a-need"): [first]}


def test_who_said_it_is_told_by_the_address(store: Store) -> None:
    user = a_user()
    accounts.add_user(store, user)
    assumption_changes.append(store, _change(user_id=user.id))
    [[change]] = assumption_changes.of_pairs(store, [("an-output", "a-need")]).values()
    assert change.user_email == user.email


def test_what_was_said_outlives_a_match_that_goes_and_comes_again(store: Store) -> None:
    pair = Pair(store)
    ids = (pair.output_id, pair.need_id)
    said = AssumptionChange(new_id(), *ids, 1, "price", (1.0, 2.0, 3.0), None, NOW, "somebody")
    assumption_changes.append(store, said)
    for ranked in ([], [pair.ranked]):
        matches.replace_for(store, pair.output_id, ranked, "2", NOW)
    assert matches.all_matches(store)[0].id != pair.match.id
    assert assumption_changes.of_pairs(store, [ids]) == {ids: [said]}
