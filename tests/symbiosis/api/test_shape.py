"""The shape of errors, and requests that cannot be read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.symbiosis.town import Town
from tests.symbiosis.visitors import app_without_graph


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def assert_shape(body: Any) -> None:
    assert set(body) == {"error"}
    assert set(body["error"]) == {"code", "message", "fields", "request_id"}
    assert body["error"]["message"]


@pytest.mark.parametrize(
    ("data", "content_type", "status"),
    [
        (b"{", "application/json", 400),
        (b"\xff\xfe{}", "application/json", 400),
        ('{"text": "caf\xe9"}'.encode("latin-1"), "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b"side=output", "application/x-www-form-urlencoded", 400),
        (b"{}", "text/plain", 400),
        (b"", "application/json", 422),
        (b"[]", "application/json", 422),
        (b'"text"', "application/json", 422),
        (b"null", "application/json", 422),
        (b"{}", "application/json", 422),
        (b'{"side": "output", "text": "a", "amount": NaN}', "application/json", 422),
        (b'{"side": "output", "text": "\\ud800 abc"}', "application/json", 422),
        (b'{"side": "output", "text": "abc", "\\ud800": 1}', "application/json", 422),
        (json.dumps({"side": "output", "text": "x" * 3_000_000}).encode(), "application/json", 413),
    ],
)
def test_whatever_is_sent_is_answered_in_one_shape_and_nothing_is_stored(
    client: FlaskClient, town: Town, data: bytes, content_type: str, status: int
) -> None:
    headers = town.key(town.business())
    answer = client.post("/api/v1/listings", data=data, content_type=content_type, headers=headers)
    assert answer.status_code == status
    assert_shape(answer.json)
    assert client.get("/api/v1/listings", headers=headers).json["items"] == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"unit": "stone"}, "unit"),
        ({"unit": "kwh"}, "unit"),
        ({"period": "now and then"}, "period"),
        ({"period": "fortnight"}, "period"),
        ({"ewc_code": "999999"}, "ewc_code"),
        ({"ewc_code": "02 07 0"}, "ewc_code"),
        ({"ewc_code": "160601", "hazardous": "no"}, "hazardous"),
        ({"ewc_code": "020701", "hazardous": "yes"}, "hazardous"),
        ({"ewc_code": "080111", "hazardous": "no"}, "contains_hazardous"),
        ({"ewc_code": "080111", "contains_hazardous": "perhaps"}, "contains_hazardous"),
        ({"ewc_code": "170204", "contains_hazardous": "no"}, "ewc_code"),
        ({"material_ids": ["phlogiston"]}, "material_ids"),
        ({"use_ids": ["phlogiston"]}, "use_ids"),
        ({"site_id": "elsewhere"}, "site_id"),
        ({"ends_on": "2026-09-14"}, "ends_on"),
        ({"starts_on": "1926-09-14"}, "starts_on"),
        ({"ends_on": "2226-09-14"}, "ends_on"),
    ],
)
def test_what_has_no_meaning_is_refused_by_field_in_the_readers_language(
    client: FlaskClient, town: Town, change: dict[str, Any], field: str
) -> None:
    headers = town.key(town.business())
    good = {"side": "output", "text": "ყურძნის ჭაჭა", "amount": 1, "unit": "t", "period": "year"}
    answer = client.post("/api/v1/listings", json={**good, **change}, headers=headers)
    assert answer.status_code == 422
    assert set(answer.json["error"]["fields"]) == {field}
    assert client.get("/api/v1/listings", headers=headers).json["items"] == []


@pytest.mark.parametrize(
    ("answer", "code", "hazardous"),
    [("yes", "080111", "yes"), ("no", "080112", "no"), ("unknown", "080111", "unknown")],
)
def test_the_answer_to_a_mirror_pair_decides_code_and_hazard(
    client: FlaskClient, town: Town, answer: str, code: str, hazardous: str
) -> None:
    sent = {"side": "output", "text": "paint waste", "ewc_code": "08 01 11*", "contains_hazardous": answer}
    posted = client.post("/api/v1/listings", json=sent, headers=town.key(town.business())).json
    assert (posted["ewc_code"], posted["hazardous"]) == (code, hazardous)


def test_a_message_comes_in_the_language_of_the_reader(client: FlaskClient) -> None:
    english = client.get("/api/v1/me", headers={"Accept-Language": "en"}).json["error"]["message"]
    georgian = client.get("/api/v1/me").json["error"]["message"]
    assert english.isascii()
    assert any("ა" <= letter <= "ჰ" for letter in georgian)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/v1/nothing", 404),
        ("GET", "/api", 404),
        ("PATCH", "/api/v1/units", 405),
        ("GET", "/api/v1/me", 401),
    ],
)
def test_errors_of_http_have_the_same_shape(client: FlaskClient, method: str, path: str, status: int) -> None:
    answer = client.open(path, method=method)
    assert answer.status_code == status
    assert_shape(answer.json)
    assert ("Allow" in answer.headers) == (status == 405)
    assert ("WWW-Authenticate" in answer.headers) == (status == 401)


@pytest.mark.parametrize(
    "header",
    [
        "Bearer",
        "Bearer ",
        "Basic abc",
        "Bearer sym_none",
        "Bearer sym_\u00e9",
        "sym_abc",
        "Bearer " + "x" * 5000,
    ],
)
def test_a_key_that_is_none_is_refused_even_where_none_is_needed(client: FlaskClient, header: str) -> None:
    for path in ("/api/v1/me", "/api/v1/units"):
        assert client.get(path, headers={"Authorization": header}).status_code == 401


def test_a_sane_request_id_is_kept_and_another_replaced(client: FlaskClient) -> None:
    kept = client.get("/api/v1/me", headers={"X-Request-ID": "trace-12345678"})
    assert kept.headers["X-Request-ID"] == kept.json["error"]["request_id"] == "trace-12345678"
    for odd in ("short", "x" * 65, "with space here", "<script>alert</script>"):
        assert client.get("/health/live", headers={"X-Request-ID": odd}).headers["X-Request-ID"] != odd


def test_without_its_graph_the_api_says_so_calmly_and_reference_lists_still_come() -> None:
    with app_without_graph() as app:
        client = app.test_client()
        answer = client.get("/api/v1/me", headers={"Authorization": "Bearer sym_abcdefgh"})
        assert answer.status_code == 503
        assert answer.json["error"]["code"] == "graph_unavailable"
        assert int(answer.headers["Retry-After"]) > 0
        assert client.get("/api/v1/units").status_code == 200
        assert client.get("/health/live").status_code == 200
        ready = client.get("/health/ready")
        assert (ready.status_code, ready.json["reason"]) == (503, "graph_unavailable")
        page = client.get("/login")
        assert page.status_code == 200
