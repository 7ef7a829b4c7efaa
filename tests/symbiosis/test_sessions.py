"""Logins: cookies, how long they last, and what ends them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.records import Role
from symbiosis import operations
from symbiosis.inputs import PasswordInput, UserInput
from tests.symbiosis.builders import NOW, PASSWORD
from tests.symbiosis.conftest import Clock
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import browser


@pytest.fixture
def no_forms(app: Flask) -> Flask:
    """The application with forms' own tokens left to their own test."""
    app.config["WTF_CSRF_ENABLED"] = False
    return app


def log_in(client: FlaskClient, email: str, password: str = PASSWORD) -> Any:
    return client.post("/login", data={"email": email, "password": password})


def is_in(client: FlaskClient) -> bool:
    return client.get("/account").status_code == 200


def test_the_right_password_logs_in_and_a_wrong_one_does_not(no_forms: Flask, town: Town) -> None:
    user = town.user(town.business())
    client = browser(no_forms)
    assert log_in(client, user.email, "wrong-password-1").status_code in (401, 422)
    assert not is_in(client)
    assert log_in(client, user.email.upper()).status_code == 302
    assert is_in(client)
    client.post("/logout")
    assert not is_in(client)


def test_a_wrong_password_and_an_unknown_address_get_the_same_words(no_forms: Flask, town: Town) -> None:
    user = town.user(town.business())
    wrong = log_in(browser(no_forms), user.email, "wrong-password-1")
    unknown = log_in(browser(no_forms), "nobody@example.ge", "wrong-password-1")
    assert wrong.status_code == unknown.status_code
    texts = [re.sub(r'value="[^"]*"', "", each.text) for each in (wrong, unknown)]
    assert texts[0] == texts[1]


def test_the_cookie_is_for_this_site_and_not_for_scripts(no_forms: Flask, town: Town) -> None:
    answer = log_in(browser(no_forms), town.user(town.business()).email)
    [cookie] = [
        each for each in answer.headers.getlist("Set-Cookie") if each.startswith("symbiosis_session=")
    ]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_a_login_starts_a_new_session(no_forms: Flask, town: Town) -> None:
    client = browser(no_forms)
    with client.session_transaction() as session:
        session["planted"] = "by somebody else"
        session["csrf_token"] = "known to somebody else"
        session["language"] = "en"
    log_in(client, town.user(town.business()).email)
    with client.session_transaction() as session:
        assert "planted" not in session
        assert session.get("csrf_token") != "known to somebody else"
        assert session["language"] == "en"


def test_a_session_ends_when_it_is_idle(no_forms: Flask, town: Town, clock: Clock) -> None:
    client = browser(no_forms, town.user(town.business()))
    clock.pass_(hours=11)
    assert is_in(client)
    clock.pass_(hours=11)
    assert is_in(client)
    clock.pass_(hours=13)
    assert not is_in(client)


def test_a_session_ends_after_a_week_however_busy(no_forms: Flask, town: Town, clock: Clock) -> None:
    client = browser(no_forms, town.user(town.business()))
    for _ in range(16):
        assert is_in(client)
        clock.pass_(hours=10.4)
    clock.pass_(hours=3)
    assert not is_in(client)


def test_a_new_password_ends_sessions_elsewhere(no_forms: Flask, town: Town) -> None:
    viewer = town.business()
    elsewhere = browser(no_forms, town.user(viewer))
    assert is_in(elsewhere)
    given = PasswordInput(PASSWORD, "another-good-one-9")
    fresh = operations.change_password(town.services, viewer, given, now=NOW)
    assert not is_in(elsewhere)
    assert is_in(browser(no_forms, fresh))


def test_a_closed_login_ends_at_once(no_forms: Flask, town: Town) -> None:
    viewer, keeper = town.business(), town.somebody(Role.ADMINISTRATOR)
    client, headers = browser(no_forms, town.user(viewer)), town.key(viewer)
    operations.set_user_disabled(town.services, keeper, viewer.user_id or "", is_disabled=True, now=NOW)
    assert not is_in(client)
    assert no_forms.test_client().get("/api/v1/me", headers=headers).status_code == 401
    assert log_in(browser(no_forms), town.user(viewer).email).status_code in (401, 422)


def test_a_forged_cookie_is_nobody(no_forms: Flask, town: Town) -> None:
    user = town.user(town.business())
    client = browser(no_forms, user)
    cookie = client.get_cookie("symbiosis_session")
    assert cookie is not None
    client.set_cookie("symbiosis_session", cookie.value[:-3] + "abc")
    assert not is_in(client)
    with client.session_transaction() as session:
        session.update(user=user.id, epoch="x", since="y", seen=None)
    assert not is_in(client)


def test_the_session_cookie_opens_nothing_on_the_api(no_forms: Flask, town: Town) -> None:
    client = browser(no_forms, town.user(town.business()))
    assert client.get("/api/v1/me").status_code == 401


def test_a_one_time_password_must_be_replaced_before_anything_else(no_forms: Flask, town: Town) -> None:
    keeper = town.somebody(Role.ADMINISTRATOR)
    given = UserInput("salome@example.ge", Role.PLANNER)
    made, password = operations.create_user(town.services, keeper, given, now=NOW)
    client = browser(no_forms)
    log_in(client, made.email, password)
    away = client.get("/atlas")
    assert (away.status_code, away.location) == (302, "/account/password")
    form = {"current_password": password, "new_password": "my-own-words-12"}
    assert client.post("/account/password", data=form).status_code == 302
    assert client.get("/atlas").status_code == 200
