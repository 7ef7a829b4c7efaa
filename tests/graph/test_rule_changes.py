"""What is changed of the law is added, and one person's change is never lost under another's."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from graph import accounts, rule_changes
from graph.errors import AlreadyThere
from graph.ids import new_id
from graph.records import RuleChange
from graph.store import Store
from tests.graph.builders import NOW, a_user


def _change(rule_id: str = "a-rule", number: int = 1, **fields: Any) -> RuleChange:
    return RuleChange(
        new_id(), rule_id, number, NOW + timedelta(days=number), "somebody", fields or {"is_off": True}
    )


def test_a_change_comes_back_as_it_was(store: Store) -> None:
    change = _change(effect="asks", question_ka="რა არის შიგნით?", is_off=False, in_force_from=None)
    rule_changes.append(store, change)
    assert rule_changes.of_rule(store, "a-rule") == [change]


def test_the_history_is_newest_first_and_the_latest_of_each_rule_counts(store: Store) -> None:
    first, second, other = _change(), _change(number=2, effect="asks"), _change("b-rule")
    for change in (first, second, other):
        rule_changes.append(store, change)
    assert rule_changes.of_rule(store, "a-rule") == [second, first]
    assert rule_changes.latest(store) == [second, other]
    assert rule_changes.count(store) == 3


def test_of_two_who_change_a_rule_at_once_the_second_is_told(store: Store) -> None:
    first, second = _change(), _change(effect="asks")
    rule_changes.append(store, first)
    rule_changes.append(store, first)  # a transaction may run twice
    with pytest.raises(AlreadyThere) as told:
        rule_changes.append(store, second)
    assert told.value.field == "number"
    assert rule_changes.of_rule(store, "a-rule") == [first]


def test_who_made_a_change_is_told_by_the_address(store: Store) -> None:
    user = a_user()
    accounts.add_user(store, user)
    rule_changes.append(store, RuleChange(new_id(), "a-rule", 1, NOW, user.id, {"is_off": True}))
    assert rule_changes.latest(store)[0].user_email == user.email
