"""Headers, forms' tokens, limits on guessing, and languages."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from flask import Flask

from graph import accounts
from symbiosis import create_app
from symbiosis.wiring import Services
from tests.symbiosis.builders import PASSWORD, settings
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import app_without_graph, browser


@pytest.mark.parametrize("path", ["/", "/login", "/health/live", "/nothing-here", "/api/v1/me"])
def test_browsers_are_told_to_be_strict_on_every_answer(app: Flask, path: str) -> None:
    headers = browser(app).get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert "Strict-Transport-Security" not in headers


def test_over_https_the_cookie_is_secure_and_browsers_stay_on_it(services: Services) -> None:
    app = create_app(settings(cookie_secure=True), services)
    answer = browser(app).get("/login", base_url="https://localhost")
    assert "max-age" in answer.headers["Strict-Transport-Security"]
    assert all("Secure" in cookie for cookie in answer.headers.getlist("Set-Cookie"))


def test_no_page_has_script_or_style_of_its_own(app: Flask) -> None:
    for path in ("/", "/login", "/register", "/about"):
        text = browser(app).get(path).text
        assert not re.search(r"<script(?![^>]*\bsrc=)", text), path
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", text), path


def test_a_form_without_its_token_is_refused_and_nothing_happens(app: Flask, town: Town) -> None:
    user = town.user(town.business())
    client = browser(app)
    answer = client.post("/login", data={"email": user.email, "password": PASSWORD})
    assert answer.status_code == 400
    assert client.get("/account").status_code == 302


def test_a_form_with_its_token_is_taken(app: Flask, town: Town) -> None:
    user = town.user(town.business())
    client = browser(app)
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get("/login").text)
    assert found
    form = {"email": user.email, "password": PASSWORD, "csrf_token": found[1]}
    assert client.post("/login", data=form).status_code == 302


def test_the_token_of_another_session_is_refused(app: Flask, town: Town) -> None:
    user = town.user(town.business())
    other = browser(app)
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', other.get("/login").text)
    assert found
    client = browser(app)
    client.get("/login")
    form = {"email": user.email, "password": PASSWORD, "csrf_token": found[1]}
    assert client.post("/login", data=form).status_code == 400


def test_guessing_a_password_is_stopped_calmly_for_that_account_alone(app: Flask, town: Town) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    user, other = town.user(town.business()), town.user(town.business())
    client = browser(app)
    for _ in range(10):
        answer = client.post("/login", data={"email": user.email, "password": "a wrong guess"})
        assert answer.status_code in (401, 422)
    stopped = client.post("/login", data={"email": user.email.upper(), "password": PASSWORD})
    assert stopped.status_code == 429
    assert 0 < int(stopped.headers["Retry-After"]) <= 901
    assert "<h1" in stopped.text
    assert client.post("/login", data={"email": other.email, "password": PASSWORD}).status_code == 302


def test_making_keys_is_limited(app: Flask, town: Town) -> None:
    headers = town.key(town.business())
    client = app.test_client()
    answers = [client.post("/api/v1/tokens", json={"name": "x"}, headers=headers) for _ in range(19)]
    assert {answer.status_code for answer in answers} == {201}
    for answer in client.get("/api/v1/tokens", headers=headers).json[:5]:
        client.delete(f"/api/v1/tokens/{answer['id']}", headers=headers)
    headers = {**headers, "Accept-Language": "en"}
    assert client.get("/api/v1/me", headers=headers).status_code == 401  # the first key was among the five


def test_too_many_keys_in_an_hour_get_429_in_the_one_shape(app: Flask, town: Town) -> None:
    headers = town.key(town.business())
    client = app.test_client()
    for _ in range(20):
        made = client.post("/api/v1/tokens", json={"name": "x"}, headers=headers)
        if made.status_code == 201:
            client.delete(f"/api/v1/tokens/{made.json['token']['id']}", headers=headers)
    stopped = client.post("/api/v1/tokens", json={"name": "x"}, headers=headers)
    assert stopped.status_code == 429
    assert stopped.json["error"]["code"] == "too_many_requests"
    assert int(stopped.headers["Retry-After"]) > 0


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        (None, "ka"),
        ("en-US,en;q=0.9", "en"),
        ("ka-GE,ka;q=0.9,en;q=0.8", "ka"),
        ("ru,en;q=0.5", "ka"),
        ("*", "ka"),
        ("en;q=0", "ka"),
        ("nonsense;;q=x", "ka"),
    ],
)
def test_georgian_unless_the_browser_clearly_asks_for_english(
    app: Flask, asked: str | None, language: str
) -> None:
    headers = {"Accept-Language": asked} if asked else {}
    assert f'<html lang="{language}"' in browser(app).get("/", headers=headers).text


def test_a_choice_in_the_browser_wins_over_what_it_asks_for_and_the_users_own_over_both(
    app: Flask, town: Town
) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    client = browser(app)
    client.post("/language", data={"language": "en"})
    assert '<html lang="en"' in client.get("/", headers={"Accept-Language": "ka"}).text
    user = town.user(town.business())
    accounts.set_language(town.services.store, user.id, "ka")
    logged_in = browser(app, user)
    with logged_in.session_transaction() as session:
        session["language"] = "en"
    assert '<html lang="ka"' in logged_in.get("/account").text


def test_without_its_graph_every_page_shows_calmly_and_says_when_to_try_again() -> None:
    with app_without_graph() as away:
        client = away.test_client()
        with client.session_transaction() as session:
            moment = int(datetime.now(UTC).timestamp())
            session.update(user="somebody", epoch=0, since=moment, seen=moment, language="en")
        for path in ("/listings", "/matches", "/account"):
            answer = client.get(path)
            assert answer.status_code == 503, path
            assert int(answer.headers["Retry-After"]) > 0
            assert '<html lang="en"' in answer.text
            assert "database is not within reach" in answer.text
        for path in ("/", "/about", "/nothing-here"):
            assert client.get(path).status_code in (200, 404), path
