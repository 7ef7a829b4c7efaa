"""Waste codes on the form of a listing, read as HTML: suggested, taken, left open, contradictory."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from symbiosis import operations
from tests.symbiosis.builders import NOW, an_output
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import browser

NEW = "/listings/new"
PAINT = {"side": "output", "text": "საღებავის ნარჩენი", "ewc_code": "080112"}


@pytest.fixture(autouse=True)
def _no_form_tokens(app: Flask) -> None:
    app.config["WTF_CSRF_ENABLED"] = False  # forms and their tokens are tested in a browser


@pytest.fixture
def client(app: Flask, town: Town) -> FlaskClient:
    return browser(app, town.user(town.business()))


def offered(html: str) -> list[str]:
    return re.findall(r'name="take" value="(\d+)"', html)


def is_off(html: str, field: str) -> bool:
    found = re.search(rf'<fieldset[^>]* id="{field}"([^>]*)>', html)
    assert found
    return "hidden disabled" in found[1]


def stored(town: Town, client: FlaskClient, given: dict[str, Any]) -> Any:
    answer = client.post(NEW, data=given)
    assert answer.status_code == 302, answer.text
    keeper = town.coordinator()
    return operations.show_listing(
        town.services, keeper, answer.headers["Location"].rsplit("/", 1)[-1], now=NOW
    )


def test_codes_are_suggested_with_their_reasons_and_everything_is_kept(client: FlaskClient) -> None:
    sent = {"side": "output", "text": "grape pomace", "amount": "12", "unit": "t", "suggest": "yes"}
    answer = client.post(NEW, data={**sent, "starts_on": "2026-10-01", "season_months": ["9", "10"]})
    html = answer.text
    assert answer.status_code == 200
    assert offered(html)[0] == "020701"
    assert 0 < len(offered(html)) <= 5
    assert "because you wrote “grape pomace”" in html
    assert "usual in this sector" in html
    assert 'value="12"' in html
    assert 'value="2026-10-01"' in html
    assert len(re.findall(r'name="season_months" value="(?:9|10)" checked', html)) == 2
    assert 'role="alert" tabindex' not in html


def test_nothing_is_taken_by_itself(client: FlaskClient) -> None:
    html = client.post(NEW, data={"side": "output", "text": "საღებავის ნარჩენი", "suggest": "yes"}).text
    assert 'aria-pressed="true"' not in html
    assert re.search(r'name="ewc_code" value=""', html)
    assert re.search(r'name="hazardous" value="unknown" checked', html)
    assert is_off(html, "contains_hazardous")


def test_one_tap_takes_a_code_and_a_pair_asks_its_question(client: FlaskClient) -> None:
    html = client.post(NEW, data={**PAINT, "ewc_code": "", "take": "080112"}).text
    assert re.search(r'name="ewc_code" value="080112"', html)
    assert re.search(r'value="080112"[^>]* aria-pressed="true"', html)
    assert not is_off(html, "contains_hazardous")
    assert is_off(html, "hazardous")
    assert not re.search(r'name="contains_hazardous" value="\w+" checked', html)
    html = client.post(NEW, data={**PAINT, "take": "020701"}).text
    assert is_off(html, "contains_hazardous")
    assert not is_off(html, "hazardous")


def test_not_sure_stores_no_code_and_says_that_nothing_is_lost(client: FlaskClient, town: Town) -> None:
    html = client.post(NEW, data={**PAINT, "take": "unsure"}).text
    assert re.search(r'name="ewc_code" value=""', html)
    assert "nothing is lost" in html
    assert operations.open_codes(town.services, town.coordinator(), now=NOW) == ()
    listing = stored(town, client, {**PAINT, "ewc_code": ""})
    assert (listing.ewc_code, listing.hazardous) == (None, None)
    assert "Nothing is lost" in client.get(f"/listings/{listing.id}").text


@pytest.mark.parametrize(
    ("answer", "code", "hazardous"),
    [("yes", "080111", True), ("no", "080112", False), ("unknown", "080112", None)],
)
def test_the_answer_decides_the_code(
    answer: str, code: str, hazardous: bool | None, client: FlaskClient, town: Town
) -> None:
    listing = stored(town, client, {**PAINT, "contains_hazardous": answer})
    assert (listing.ewc_code, listing.hazardous) == (code, hazardous)
    again = client.get(f"/listings/{listing.id}/edit").text
    assert re.search(rf'name="contains_hazardous" value="{answer}" checked', again)


def test_a_contradiction_names_the_field_that_is_on_the_page(client: FlaskClient) -> None:
    answer = client.post(NEW, data={**PAINT, "ewc_code": "080111", "hazardous": "no"})
    assert answer.status_code == 422
    assert 'href="#contains_hazardous"' in answer.text
    assert 'id="contains_hazardous-error"' in answer.text
    assert not is_off(answer.text, "contains_hazardous")
    answer = client.post(NEW, data={**PAINT, "ewc_code": "170204", "contains_hazardous": "no"})
    assert "17 02 01, 17 02 02, 17 02 03" in answer.text.replace("\N{NO-BREAK SPACE}", " ")


def test_an_edit_can_ask_for_codes_too(client: FlaskClient, town: Town, app: Flask) -> None:
    winery = town.business()
    listing = town.post(winery, an_output())
    mine = browser(app, town.user(winery))
    sent = {"side": "output", "text": "ყურძნის ჭაჭა", "take": "020701"}
    html = mine.post(f"/listings/{listing.id}/edit", data=sent).text
    assert re.search(r'name="ewc_code" value="020701"', html)
    assert operations.show_listing(town.services, winery, listing.id, now=NOW).ewc_code is None


def test_the_live_part_is_the_same_as_the_one_of_the_page(client: FlaskClient) -> None:
    part = client.get("/listings/suggested-codes?text=grape+pomace&code=020701").text
    assert "<html" not in part
    assert offered(part)[0] == "020701"
    assert re.search(r'value="020701"[^>]* aria-pressed="true"', part)
    assert offered(client.get("/listings/suggested-codes?text=warm+water&kind=energy").text) == []
    assert offered(client.get("/listings/suggested-codes?text=x").text) == []


def test_a_need_is_suggested_codes_and_never_asked_what_it_contains(client: FlaskClient) -> None:
    html = client.post(NEW, data={"side": "need", "text": "საღებავის ნარჩენი", "take": "080112"}).text
    assert re.search(r'name="ewc_code" value="080112"', html)
    assert 'id="contains_hazardous"' not in html
    assert '<details class="fold" open' in html


def test_a_coordinator_sees_on_the_desk_which_codes_are_open(app: Flask, town: Town) -> None:
    winery = town.business()
    town.post(winery, an_output())
    town.post(winery, an_output(text="საღებავის ნარჩენი", ewc_code="080112"))
    town.post(winery, an_output(text="ჭაჭა ნახადი", ewc_code="020702"))
    html = browser(app, town.user(town.coordinator())).get("/desk").text
    section = html.split('id="to-classify"')[1].split("</section>")[0]
    assert section.count("<article") == 2
    assert "no waste code yet" in section
    assert "/code?code=020701" in section
    assert "depends on its content" in section
