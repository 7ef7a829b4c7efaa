"""The first exchange through the API, with keys, and what imports need."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.ids import new_id
from tests.symbiosis.builders import an_output
from tests.symbiosis.town import Town

OUTPUT = {
    "side": "output",
    "text": "ყურძნის ჭაჭა",
    "amount": 12.5,
    "unit": "t",
    "period": "year",
    "hazardous": "no",
}
NEED = {"side": "need", "text": "ვეძებთ ყურძნის ჭაჭას"}


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def test_two_firms_meet_through_the_api(client: FlaskClient, town: Town) -> None:
    giver, taker = town.business(), town.business(nace="01", at="gurjaani")
    give, take = town.key(giver), town.key(taker)
    posted = client.post("/api/v1/listings", json=OUTPUT, headers=give)
    assert posted.status_code == 201
    assert posted.json["tonnes_per_year"] == 12.5
    assert posted.json["hazardous"] == "no"
    assert client.post("/api/v1/listings", json=NEED, headers=take).json["hazardous"] == "unknown"

    [match] = client.get("/api/v1/matches", headers=give).json["items"]
    assert match["my_side"] == "output"
    assert match["my_listing_id"] == posted.json["id"]
    assert match["need"]["municipality"] == "gurjaani"
    assert round(sum(part["contribution"] for part in match["evidence"]), 4) == match["score"]
    secret = (taker.firm_id, "Chachis", "listing_id", "firm_id", "cost", "@")
    assert all(each is None for name, each in match["need"].items() if name in ("listing_id", "firm_id"))
    assert taker.firm_id not in str(match)
    assert "Chachis" not in str(match), secret

    answer = f"/api/v1/matches/{match['id']}/decision"
    assert client.post(answer, json={"verdict": "yes"}, headers=give).json["exchange_id"] is None
    opened = client.post(answer, json={"verdict": "yes"}, headers=take).json["exchange_id"]
    shown = client.get(f"/api/v1/exchanges/{opened}", headers=take).json
    assert shown["output"]["contacts"][0]["email"] == town.user(giver).email
    assert client.get("/api/v1/exchanges", headers=take).json["items"][0]["id"] == opened

    log = client.get("/api/v1/disclosures", headers=town.key(town.coordinator())).json
    assert [(line["viewer_user_id"], line["firm_id"]) for line in log] == [(taker.user_id, giver.firm_id)]


def test_a_score_or_a_role_sent_by_a_client_is_refused_by_name(client: FlaskClient, town: Town) -> None:
    giver, _taker, match = town.pair()
    given = {"verdict": "yes", "score": 99, "exchange_id": "x"}
    refused = client.post(f"/api/v1/matches/{match.id}/decision", json=given, headers=town.key(giver))
    assert refused.status_code == 422
    assert set(refused.json["error"]["fields"]) == {"score", "exchange_id"}


def test_a_repeated_post_with_an_own_id_makes_one_listing(client: FlaskClient, town: Town) -> None:
    headers, id_ = town.key(town.business()), new_id()
    first = client.post("/api/v1/listings", json={**OUTPUT, "id": id_}, headers=headers)
    again = client.post("/api/v1/listings", json={**OUTPUT, "id": id_}, headers=headers)
    assert first.json == again.json
    assert len(client.get("/api/v1/listings", headers=headers).json["items"]) == 1


def test_an_id_that_another_firm_used_is_not_told_apart_from_a_taken_one(
    client: FlaskClient, town: Town
) -> None:
    id_ = new_id()
    client.post("/api/v1/listings", json={**OUTPUT, "id": id_}, headers=town.key(town.business()))
    refused = client.post("/api/v1/listings", json={**OUTPUT, "id": id_}, headers=town.key(town.business()))
    assert refused.status_code == 409
    assert refused.json["error"]["code"] == "id_taken"


def test_put_twice_is_put_once_and_what_is_left_out_is_empty(client: FlaskClient, town: Town) -> None:
    headers = town.key(town.business())
    path = "/api/v1/listings/" + client.post("/api/v1/listings", json=OUTPUT, headers=headers).json["id"]
    changed = {"side": "output", "text": "ყურძნის წიპწა", "season_months": [10]}
    once = client.put(path, json=changed, headers=headers)
    twice = client.put(path, json=changed, headers=headers)
    assert once.json == twice.json
    assert once.json["amount"] is None
    assert once.json["season_months"] == [10]
    assert client.put(path, json={**changed, "side": "need"}, headers=headers).status_code == 422


def test_a_listing_is_paused_resumed_renewed_and_withdrawn_for_good(client: FlaskClient, town: Town) -> None:
    headers = town.key(town.business())
    path = "/api/v1/listings/" + client.post("/api/v1/listings", json=OUTPUT, headers=headers).json["id"]
    assert client.post(f"{path}/pause", headers=headers).json["state"] == "paused"
    assert client.post(f"{path}/pause", headers=headers).json["state"] == "paused"
    assert client.post(f"{path}/resume", headers=headers).json["state"] == "active"
    assert client.post(f"{path}/renew", headers=headers).status_code == 200
    assert client.delete(path, headers=headers).status_code == 204
    assert client.delete(path, headers=headers).status_code == 204
    assert client.post(f"{path}/resume", headers=headers).status_code == 409
    assert client.put(path, json=OUTPUT, headers=headers).status_code == 409


def a_firm_to_enrol(**changes: Any) -> dict[str, Any]:
    names = {"name_ka": "შპს ბლოკი", "name_latin": "Bloki LLC", "nace_division": "23"}
    return {**names, "municipality": "rustavi", "is_verified": True, **changes}


def test_a_coordinator_enters_firms_and_lists_for_them(client: FlaskClient, town: Town) -> None:
    headers = town.key(town.coordinator())
    made = client.post("/api/v1/firms", json=a_firm_to_enrol(), headers=headers)
    assert made.status_code == 201
    assert made.json["status"] == "verified"
    given = {"side": "need", "text": "ყურძნის ჭაჭა", "firm_id": made.json["id"]}
    town.post(town.business(), an_output())
    stored = client.post("/api/v1/listings?compare=false", json=given, headers=headers)
    assert stored.json["matched_at"] is None
    assert client.post("/api/v1/rematch", headers=headers).json["n_compared"] == 1
    [match] = client.get("/api/v1/matches", headers=headers).json["items"]
    assert match["need"]["listing_id"] == stored.json["id"]
    assert match["need"]["firm_name_latin"] == "Bloki LLC"


def test_who_acts_for_firms_must_say_for_which(client: FlaskClient, town: Town) -> None:
    refused = client.post("/api/v1/listings", json=OUTPUT, headers=town.key(town.coordinator()))
    assert refused.status_code == 422
    assert set(refused.json["error"]["fields"]) == {"firm_id"}


def test_nobody_lists_for_another_firm(client: FlaskClient, town: Town) -> None:
    given = {**OUTPUT, "firm_id": town.business().firm_id}
    assert client.post("/api/v1/listings", json=given, headers=town.key(town.business())).status_code == 404


def test_many_listings_at_once_are_stored_or_refused_each_by_itself(client: FlaskClient, town: Town) -> None:
    headers = town.key(town.business())
    many = {"listings": [OUTPUT, {**OUTPUT, "unit": "stone"}, NEED, {"text": 7}]}
    answer = client.post("/api/v1/listings/bulk", json=many, headers=headers)
    assert answer.json["n_stored"] == 2
    assert [line["error"] is None for line in answer.json["items"]] == [True, False, True, False]
    assert set(answer.json["items"][1]["error"]["fields"]) == {"unit"}
    assert len(client.get("/api/v1/listings", headers=headers).json["items"]) == 2


def test_lists_come_in_pages(client: FlaskClient, town: Town) -> None:
    headers = town.key(town.business())
    many = {"listings": [{**OUTPUT, "text": f"ყურძნის ჭაჭა {n}ა"} for n in range(5)]}
    client.post("/api/v1/listings/bulk", json=many, headers=headers)
    for reader in (headers, town.key(town.coordinator())):
        pages = [client.get(f"/api/v1/listings?page={n}&page_size=2", headers=reader).json for n in (1, 2, 3)]
        assert [len(page["items"]) for page in pages] == [2, 2, 1]
        assert [page["has_more"] for page in pages] == [True, True, False]
        assert len({each["id"] for page in pages for each in page["items"]}) == 5
    assert client.get("/api/v1/listings?page=0", headers=headers).status_code == 422
    assert client.get("/api/v1/listings?page_size=201", headers=headers).status_code == 422


def test_waste_codes_are_found_in_both_languages(client: FlaskClient, services: Any) -> None:
    for words in ("glass packaging", "მინის შეფუთვა", "150107"):
        found = client.get("/api/v1/waste-codes", query_string={"q": words}).json
        assert "150107" in [each["code"] for each in found], words


def test_a_key_taken_back_opens_nothing(client: FlaskClient, town: Town) -> None:
    headers = town.key(town.business())
    [key] = client.get("/api/v1/tokens", headers=headers).json
    assert "digest" not in key
    assert client.delete(f"/api/v1/tokens/{key['id']}", headers=headers).status_code == 204
    assert client.get("/api/v1/me", headers=headers).status_code == 401
