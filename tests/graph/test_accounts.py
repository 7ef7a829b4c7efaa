from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from graph import accounts
from graph.errors import AlreadyThere, NotFound
from graph.ids import new_id
from graph.records import Role, Token
from tests.graph.builders import NOW, a_user, enrol


def a_token(user_id, **changes):
    values = {
        "id": new_id(),
        "user_id": user_id,
        "name": "excel",
        "prefix": "sym_ab",
        "digest": new_id(),
        "created_at": NOW,
    }
    return Token(**(values | changes))


def test_a_user_comes_back_as_it_went_in(store):
    firm = enrol(store).firm
    user = a_user(
        firm_id=firm.id,
        role=Role.COORDINATOR,
        language="en",
        must_change_password=True,
        is_disabled=True,
        session_epoch=3,
        is_demo=True,
    )
    accounts.add_user(store, user)
    assert accounts.user_by_id(store, user.id) == user


def test_a_user_with_nothing_but_the_obligatory_comes_back_as_it_went_in(store):
    user = a_user(name=None, phone=None)
    accounts.add_user(store, user)
    assert accounts.user_by_id(store, user.id) == user


def test_adding_the_same_user_twice_makes_one(store):
    user = a_user()
    accounts.add_user(store, user)
    accounts.add_user(store, user)
    assert accounts.list_users(store) == [user]
    assert accounts.count_users(store) == 1


def test_an_address_is_found_and_taken_in_any_letters(store):
    accounts.add_user(store, a_user(email="Nino@Example.ge"))
    found = accounts.user_by_email(store, " NINO@example.GE")
    assert found is not None
    assert found.email == "nino@example.ge"
    with pytest.raises(AlreadyThere) as raised:
        accounts.add_user(store, a_user(email="nino@example.GE"))
    assert raised.value.field == "email"
    assert "nino" not in str(raised.value)


def test_nobody_is_found_where_nobody_is(store):
    assert accounts.user_by_email(store, "nobody@example.ge") is None
    assert accounts.user_by_id(store, new_id()) is None
    assert accounts.token_by_digest(store, "none") is None


def test_a_user_of_an_unknown_firm_is_not_stored(store):
    with pytest.raises(NotFound):
        accounts.add_user(store, a_user(firm_id=new_id()))
    assert accounts.count_users(store) == 0


def test_a_new_password_ends_older_sessions(store):
    user = a_user(must_change_password=True)
    accounts.add_user(store, user)
    accounts.set_password(store, user.id, "another", must_change=False)
    expected = replace(user, password_hash="another", must_change_password=False, session_epoch=1)
    assert accounts.user_by_id(store, user.id) == expected


def test_each_setter_changes_its_own_field_only(store):
    user = a_user()
    accounts.add_user(store, user)
    accounts.set_language(store, user.id, "en")
    accounts.set_disabled(store, user.id, True)
    accounts.set_contact(store, user.id, "Eka", None)
    changed = {"is_disabled": True, "session_epoch": 1, "name": "Eka", "phone": None}
    expected = replace(user, language="en", **changed)
    assert accounts.user_by_id(store, user.id) == expected


@pytest.mark.parametrize(
    "change",
    [
        lambda store: accounts.set_password(store, "nobody", "hash", must_change=False),
        lambda store: accounts.set_language(store, "nobody", "en"),
        lambda store: accounts.add_token(store, a_token("nobody")),
        lambda store: accounts.revoke_token(store, "nobody", "none"),
    ],
)
def test_changing_nobody_is_told(store, change):
    with pytest.raises(NotFound):
        change(store)


def test_tokens_come_back_as_they_went_in_and_are_found_by_digest(store):
    user = a_user()
    accounts.add_user(store, user)
    token = a_token(user.id)
    later = a_token(user.id, created_at=NOW + timedelta(seconds=1), last_used_at=NOW)
    accounts.add_token(store, later)
    accounts.add_token(store, token)
    assert accounts.tokens_of(store, user.id) == [token, later]
    assert accounts.token_by_digest(store, token.digest) == token


def test_only_its_holder_revokes_a_token(store):
    user, other = a_user(), a_user()
    accounts.add_user(store, user)
    accounts.add_user(store, other)
    token = a_token(user.id)
    accounts.add_token(store, token)
    with pytest.raises(NotFound):
        accounts.revoke_token(store, other.id, token.id)
    accounts.revoke_token(store, user.id, token.id)
    assert accounts.token_by_digest(store, token.digest) is None


def test_the_last_use_of_a_token_never_moves_back(store):
    user = a_user()
    accounts.add_user(store, user)
    token = a_token(user.id)
    accounts.add_token(store, token)
    accounts.touch_token(store, token.id, NOW + timedelta(hours=1))
    accounts.touch_token(store, token.id, NOW)
    assert accounts.tokens_of(store, user.id)[0].last_used_at == NOW + timedelta(hours=1)
