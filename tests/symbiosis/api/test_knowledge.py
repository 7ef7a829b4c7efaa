"""What programs read of materials, uses and texts."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.symbiosis.builders import a_need, an_output
from tests.symbiosis.town import Town


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def test_a_material_tells_its_ways_with_what_they_ask(client: FlaskClient) -> None:
    told = client.get("/api/v1/materials/concrete-rubble", headers={"Accept-Language": "en"}).json
    assert (told["id"], told["name"]) == ("concrete-rubble", told["name_en"])
    assert told["broader"] == ["minerals"]
    ways = {(way["use"]["id"], (way["process"] or {}).get("id")): way for way in told["ways"]}
    road = ways["road-base", "crushing"]
    assert road["strength"] == "proven"
    assert road["process"]["per"] == "t"
    low, central, high = road["process"]["cost_gel"]
    assert 0 < low <= central <= high
    low, central, high = road["worth"]["gel_per_t"]
    assert low <= central <= high
    assert road["worth"]["assumptions"]
    assert {code["hazard"] for code in told["codes"]} <= {"ask", "hazardous", "not_hazardous"}


def test_what_is_forbidden_comes_with_its_reason(client: FlaskClient) -> None:
    told = client.get("/api/v1/materials/asbestos-cement").json
    assert told["dead_end"]
    assert all(way["reason_en"] and way["reason_ka"] for way in told["ways"] if way["strength"] == "never")


def test_a_use_tells_who_buys_for_it_and_what_serves_it(client: FlaskClient) -> None:
    told = client.get("/api/v1/uses/compost-feedstock").json
    assert told["nace"]
    assert "grape-pomace" in {way["material"]["id"] for way in told["ways"]}


def test_a_text_is_understood_and_hazard_is_asked(client: FlaskClient) -> None:
    told = client.get("/api/v1/understood?text=ნახერხი", headers={"Accept-Language": "en"}).json
    assert told["materials"][0]["id"] == "sawdust"
    assert told["materials"][0]["because"] == "ნახერხი"
    hazards = {code["code"]: code["hazard"] for code in told["codes"]}
    assert hazards["030105"] == "ask"


def test_a_suggested_code_says_why_and_goes_by_the_sector(client: FlaskClient) -> None:
    asked = "/api/v1/understood?text=grape+pomace"
    plain, winery = (
        client.get(asked + more, headers={"Accept-Language": "en"}).json["codes"][0]
        for more in ("", "&nace=1102")
    )
    assert plain["code"] == winery["code"] == "020701"
    assert plain["why"] == ["because you wrote “grape pomace”"]
    assert winery["why"] == [*plain["why"], "usual in this sector"]
    assert set(winery["reasons"]) - set(plain["reasons"]) == {"sector"}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("materials/phlogiston", 404),
        ("uses/phlogiston", 404),
        ("understood", 422),
        ("understood?text=", 422),
        ("understood?text=a&more=b", 422),
        ("understood?text=" + "a" * 301, 422),
    ],
)
def test_what_cannot_be_answered_is_refused_in_the_usual_shape(
    client: FlaskClient, path: str, status: int
) -> None:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == status
    assert set(answer.json["error"]) == {"code", "message", "fields", "request_id"}


def test_counts_are_rounded_down_and_few_firms_are_not_told(client: FlaskClient, town: Town) -> None:
    nobody = {"n_at_least": None, "in_reach": None, "is_demo": False}
    for _ in range(2):
        town.post(town.business(), an_output(material_ids=("grape-pomace",)))
        town.post(town.business(), a_need(text="ნედლეული", use_ids=("compost-feedstock",)))
    told = client.get("/api/v1/materials/grape-pomace").json
    assert told["nearby"] == {"givers": nobody, "takers": nobody, "reach_km": None}
    assert client.get("/api/v1/uses/compost-feedstock").json["seekers"] == nobody
    for _ in range(2):
        town.post(town.business(), an_output(material_ids=("grape-pomace",)))
    told = client.get("/api/v1/materials/grape-pomace").json
    assert told["nearby"]["givers"]["n_at_least"] == 3
