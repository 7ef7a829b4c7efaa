"""What coordinators judge through the API: synonyms, firms kept apart, waste codes."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from symbiosis import operations
from symbiosis.access import Viewer
from tests.symbiosis.builders import NOW, an_output
from tests.symbiosis.town import Town

WORDS = "ქვევრის ქუსპი"
SYNONYMS = "/api/v1/synonyms"
Headers = dict[str, str]


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def proposed(client: FlaskClient, town: Town, keeper: Headers) -> tuple[Viewer, str, dict[str, Any]]:
    """A firm that said what its words mean, its listing, and what waits because of it."""
    firm = town.business()
    mine = town.post(firm, an_output(text=WORDS)).id
    said = {"entry_id": "grape-pomace", "meant": "is"}
    tapped = client.post(f"/api/v1/listings/{mine}/meanings", json=said, headers=town.key(firm))
    assert tapped.status_code == 200
    [one] = client.get(SYNONYMS, headers=keeper).json["proposals"]
    return firm, mine, one


def judged(one: dict[str, Any], said: str, **changed: Any) -> dict[str, Any]:
    return {name: one[name] for name in ("phrase", "entry_id", "correction_ids")} | {"said": said, **changed}


def test_a_yes_puts_a_synonym_in_force_and_it_can_be_taken_out(client: FlaskClient, town: Town) -> None:
    keeper = town.key(town.coordinator())
    firm, mine, one = proposed(client, town, keeper)
    assert (one["phrase"], one["entry_id"], one["doubt"]) == (WORDS, "grape-pomace", None)
    [source] = one["sources"]
    assert (source["firm_id"], source["listing_id"]) == (firm.firm_id, mine)
    assert [source["correction_id"]] == one["correction_ids"]

    after = client.post(SYNONYMS, json=judged(one, "yes"), headers=keeper).json
    assert after["proposals"] == []
    [held] = after["in_force"]
    assert (held["phrase"], held["sort"], held["lang"]) == (WORDS, "material", "ka")
    other = town.key(town.business())
    posted = client.post(
        "/api/v1/listings", json={"side": "output", "text": f"{WORDS}, სველი"}, headers=other
    )
    meant = client.get(f"/api/v1/listings/{posted.json['id']}/meanings", headers=other).json
    assert meant[0]["id"] == "grape-pomace"

    assert client.delete(f"{SYNONYMS}/{held['id']}", headers=keeper).status_code == 204
    assert client.get(SYNONYMS, headers=keeper).json == {"proposals": [], "in_force": []}
    assert client.delete(f"{SYNONYMS}/{held['id']}", headers=keeper).status_code == 404


def test_a_no_answers_what_waits_and_nothing_else(client: FlaskClient, town: Town) -> None:
    keeper = town.key(town.coordinator())
    _firm, _mine, one = proposed(client, town, keeper)
    client.post(
        SYNONYMS, json={"phrase": "მარნის ლექი", "entry_id": "wine-lees", "said": "yes"}, headers=keeper
    )
    stray = {"phrase": "მარნის ლექი", "entry_id": "wine-lees", "said": "no"}
    for body, n_waiting in ((stray, 1), (judged(one, "no"), 0), (judged(one, "no"), 0)):
        after = client.post(SYNONYMS, json=body, headers=keeper).json
        assert len(after["proposals"]) == n_waiting
        assert [each["entry_id"] for each in after["in_force"]] == ["wine-lees"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"phrase": "აზბესტის ფურცელი"}, "phrase"),
        ({"phrase": "დარეკეთ 599 10 20 30"}, "phrase"),
        ({"entry_id": "phlogiston"}, "entry_id"),
        ({"said": "perhaps"}, "said"),
        ({"more": 1}, "more"),
    ],
)
def test_a_yes_that_cannot_be_names_its_field(
    client: FlaskClient, town: Town, changed: dict[str, Any], field: str
) -> None:
    keeper = town.key(town.coordinator())
    _firm, _mine, one = proposed(client, town, keeper)
    refused = client.post(SYNONYMS, json=judged(one, "yes") | changed, headers=keeper)
    assert refused.status_code == 422
    assert set(refused.json["error"]["fields"]) == {field}
    left = client.get(SYNONYMS, headers=keeper).json
    assert (left["proposals"], left["in_force"]) == ([one], [])


def test_a_coordinator_decides_what_a_firm_asked_and_the_firm_reads_no_names(
    client: FlaskClient, town: Town
) -> None:
    giver, taker, _match = town.pair()
    mine, keeper = town.key(giver), town.key(town.coordinator())
    code = operations.show_firm(town.services, taker, taker.firm_id or "", now=NOW).identification_code
    own = f"/api/v1/firms/{giver.firm_id}/opt-outs"
    asked = client.post(own, json={"identification_code": code, "label": "იგი"}, headers=mine).json
    assert asked["state"] == "asked"

    [waiting] = client.get("/api/v1/opt-outs", headers=keeper).json
    assert (waiting["firm_id"], waiting["other_firm_id"]) == (giver.firm_id, taker.firm_id)
    assert waiting["firm_name_ka"]
    decision = f"/api/v1/opt-outs/{asked['id']}/decision"
    for said, state, n_matches in (("yes", "holds", 0), ("no", "refused", 1)):
        decided = client.post(decision, json={"said": said}, headers=keeper)
        assert (decided.status_code, decided.json["state"]) == (200, state)
        assert len(client.get("/api/v1/matches", headers=mine).json["items"]) == n_matches
    [seen] = client.get(own, headers=mine).json
    assert seen["state"] == "refused"
    assert {seen[name] for name in ("firm_id", "firm_name_ka", "firm_name_latin", "other_firm_id")} == {None}

    assert client.delete(f"{own}/{asked['id']}", headers=mine).status_code == 204
    late = client.post(decision, json={"said": "yes"}, headers=keeper)
    assert (late.status_code, late.json["error"]["code"]) == (409, "not_possible_now")
    assert (
        client.post("/api/v1/opt-outs/invented/decision", json={"said": "no"}, headers=keeper).status_code
        == 404
    )
    unsaid = client.post(decision, json={}, headers=keeper)
    assert set(unsaid.json["error"]["fields"]) == {"said"}


def test_a_code_that_a_coordinator_sets_is_told_to_its_firm_without_who_it_was(
    client: FlaskClient, town: Town
) -> None:
    firm, coordinator = town.business(), town.coordinator()
    mine, keeper = town.key(firm), town.key(coordinator)
    listing = f"/api/v1/listings/{town.post(firm, an_output(ewc_code='080112')).id}"
    said = {"ewc_code": "08 01 12", "contains_hazardous": "yes", "why": "the safety data sheet, section 3"}
    after = client.put(f"{listing}/code", json=said, headers=keeper)
    assert after.status_code == 200
    assert (after.json["ewc_code"], after.json["hazardous"]) == ("080111", "yes")

    [change] = client.get(f"{listing}/code-changes", headers=mine).json
    assert (change["ewc_code_before"], change["hazardous_before"]) == ("080112", "unknown")
    assert (change["ewc_code"], change["hazardous"], change["why"]) == ("080111", "yes", said["why"])
    email = town.user(coordinator).email
    assert change["user_email"] is None
    assert [each["user_email"] for each in client.get(f"{listing}/code-changes", headers=keeper).json] == [
        email
    ]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"ewc_code": "999999", "why": "a guess"}, "ewc_code"),
        ({"ewc_code": "020701", "contains_hazardous": "yes", "why": "a guess"}, "hazardous"),
        ({"ewc_code": "020701"}, "why"),
        ({"ewc_code": "020701", "why": "a guess", "hazardous": "no"}, "hazardous"),
    ],
)
def test_a_code_that_cannot_be_names_its_field(
    client: FlaskClient, town: Town, said: dict[str, str], field: str
) -> None:
    keeper = town.key(town.coordinator())
    listing = f"/api/v1/listings/{town.post(town.business(), an_output()).id}"
    refused = client.put(f"{listing}/code", json=said, headers=keeper)
    assert refused.status_code == 422
    assert set(refused.json["error"]["fields"]) == {field}
    assert client.get(f"{listing}/code-changes", headers=keeper).json == []
