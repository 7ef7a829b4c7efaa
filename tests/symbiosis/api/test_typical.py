"""What programs read of sectors and places."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

ENGLISH = {"Accept-Language": "en"}


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def test_a_sector_tells_rates_and_the_amounts_of_a_size(client: FlaskClient) -> None:
    told = client.get("/api/v1/sectors/1102?driver=grapes-t&value=500", headers=ENGLISH).json
    assert (told["id"], told["level"], told["broader"]) == ("1102", "class", ["11", "C"])
    flows = {(flow["side"], flow["item"]["id"]): flow for flow in told["flows"]}
    pomace = flows["output", "grape-pomace"]
    assert pomace["yearly"] == pytest.approx([500 * each for each in pomace["per_unit"]])
    assert (pomace["unit"], pomace["nace"], pomace["basis"]) == ("t", "1102", "published")
    assert pomace["source"].startswith("https://")
    assert flows["output", "cardboard"]["yearly"] is None
    assert told["drivers"][0]["id"] == "grapes-t"
    assert told["drivers"][0]["question"]


def test_a_region_tells_estimates_with_their_grounds(client: FlaskClient) -> None:
    told = client.get("/api/v1/places/kakheti/estimates", headers=ENGLISH).json
    assert told["region"] is None
    found = {one["material"]["id"]: one for one in told["estimates"]}
    pomace = found["grape-pomace"]
    assert pomace["is_upper_limit"]
    ground = pomace["grounds"][0]
    assert (ground["indicator_id"], ground["nace"]) == ("grapes-t", "1102")
    assert pomace["amount"] == pytest.approx([ground["value"] * each for each in ground["per_unit"]])
    assert ground["source"].startswith("Geostat")
    assert ground["year"] > 2000
    assert "dairy-cows" in found["manure"]["not_added"]


def test_a_municipality_has_no_part_of_its_region(client: FlaskClient) -> None:
    told = client.get("/api/v1/places/telavi/estimates").json
    assert (told["region"], told["estimates"]) == ("kakheti", [])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("sectors/9999", 404),
        ("sectors/1102?driver=grapes-t", 422),
        ("sectors/1102?value=5", 422),
        ("sectors/1102?driver=grapes-t&value=many", 422),
        ("sectors/1102?driver=grapes-t&value=0", 422),
        ("sectors/1102?beds=5", 422),
        ("places/atlantis/estimates", 404),
    ],
)
def test_what_cannot_be_answered_is_refused(client: FlaskClient, path: str, status: int) -> None:
    refused = client.get(f"/api/v1/{path}")
    assert refused.status_code == status
    assert refused.json["error"]["message"]
