"""What one statement more would change: told to who may state it, and true when it is stated on the site."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

import pytest
from flask import Flask

from graph import listings
from matching.records import Quantity, Side, Verdict
from matching.understanding import recognise
from symbiosis import operations
from symbiosis.inputs import DecisionInput
from symbiosis.views import WhatIfView
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW, a_need, an_output
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import browser

CASES: tuple[tuple[dict[str, Any], dict[str, Any]], ...] = (
    ({}, {"season_months": (9, 10), "quantity": Quantity(120, "t", "year")}),
    (
        {"text": "ნახერხი, ტენიანობა 45 %", "ewc_code": "030105"},
        {"text": "ნახერხი პელეტებისთვის, ტენიანობა არაუმეტეს 12 %"},
    ),
    (
        {"text": "Apple pomace", "quantity": Quantity(12, "t", "year"), "season_months": (9, 10)},
        {"text": "Apple pomace for cattle feed, from 20 t a year", "quantity": Quantity(30, "t", "year")},
    ),
    (
        {"text": "Coffee grounds", "quantity": Quantity(1, "t", "week"), "hazardous": False},
        {"text": "Raw material for compost", "season_months": (9, 10), "quantity": Quantity(9, "t", "year")},
    ),
    ({"text": "Used engine oil", "hazardous": True}, {"text": "Waste oil for regeneration"}),
)


def _fields_of(listing: Any) -> dict[str, Any]:
    """A listing as its owner would post it again."""
    names = (
        *("side", "text", "kind", "quantity", "season_months", "ewc_code", "hazardous"),
        *("starts_on", "ends_on", "material_ids", "use_ids", "visibility", "site_id", "cost_gel_per_year"),
    )
    return {name: getattr(listing, name) for name in names}


@pytest.mark.parametrize(("given", "sought"), CASES)
def test_who_states_it_on_the_site_gets_exactly_the_score_and_gates_that_were_told(
    services: Services, town: Town, given: dict[str, Any], sought: dict[str, Any]
) -> None:
    giver, taker = town.business(), town.business(nace="01", at="gurjaani")
    posted = {
        Side.OUTPUT: town.post(giver, an_output(**given)),
        Side.NEED: town.post(taker, a_need(**sought)),
    }
    owners = {Side.OUTPUT: giver, Side.NEED: taker}
    [match] = town.matches_of(giver)
    told = operations.show_match(services, town.coordinator(), match.id, now=NOW).what_ifs
    assert told
    for one in told:
        owner, listing = owners[one.side], posted[one.side]
        fields = {name: value for name, value in one.fields.items() if name != "tonnes_per_year"}
        before = _fields_of(listing)
        stated = an_output(**{**before, **fields})
        operations.edit_listing(services, owner, listing.id, stated, now=NOW)
        after = operations.show_match(services, owner, match.id, now=NOW)
        assert (after.score, after.probability) == (one.score, one.probability), one
        assert after.gates == one.gates, one
        operations.edit_listing(services, owner, listing.id, an_output(**before), now=NOW)


def test_each_side_is_told_of_its_own_listing_and_a_coordinator_of_both(
    services: Services, town: Town
) -> None:
    giver, taker = town.business(), town.business(nace="01", at="gurjaani")
    town.post(giver, an_output(text="Apple pomace", quantity=Quantity(12, "t", "year")))
    town.post(taker, a_need(text="Apple pomace for cattle feed, from 20 t a year"))
    [match] = town.matches_of(giver)
    sides = {
        name: {one.side for one in operations.show_match(services, who, match.id, now=NOW).what_ifs}
        for name, who in (("giver", giver), ("taker", taker), ("both", town.coordinator()))
    }
    assert sides == {"giver": {Side.OUTPUT}, "taker": {Side.NEED}, "both": {Side.OUTPUT, Side.NEED}}


def test_it_tells_nothing_of_what_the_other_side_keeps(services: Services, town: Town) -> None:
    def told(**secrets: Any) -> tuple[WhatIfView, ...]:
        giver, taker = town.business(), town.business(nace="01", at="gurjaani", **secrets.pop("site", {}))
        town.post(giver, an_output())
        town.post(taker, a_need(season_months=(9, 10), quantity=Quantity(90, "t", "year"), **secrets))
        match = next(one for one in town.matches_of(giver) if one.other.municipality == "gurjaani")
        found = operations.show_match(services, giver, match.id, now=NOW).what_ifs
        operations.change_listing_state(services, giver, match.my_listing_id or "", "withdraw", now=NOW)
        return found

    plain = told()
    assert plain
    assert told(cost_gel_per_year=98_765.0) == plain
    assert told(site={"site_name": "ფარული ეზო"}) == plain
    shown = str([asdict(one) for one in plain])
    assert "98765" not in shown
    assert "ფარული" not in shown
    near, far = (told(site={"lat": lat, "lon": 45.80}) for lat in (41.741, 41.749))
    assert near == far, "the pin of the other side is known by its cell of the grid alone"


def test_nothing_is_told_of_figures_that_no_longer_hold_or_once_an_exchange_is_open(
    services: Services, town: Town
) -> None:
    giver, taker, match = town.pair()
    assert operations.show_match(services, giver, match.id, now=NOW).what_ifs
    listing = listings.by_id(services.store, match.my_listing_id or "")
    assert listing is not None
    amount: dict[str, Any] = {"quantity": Quantity(3, "t", "year"), "tonnes_per_year": 3.0}
    listings.update(services.store, replace(listing, **amount), recognise(listing.text, services.book))
    assert operations.show_match(services, giver, match.id, now=NOW).what_ifs == ()
    operations.edit_listing(services, giver, listing.id, an_output(quantity=amount["quantity"]), now=NOW)
    assert operations.show_match(services, giver, match.id, now=NOW).what_ifs
    for who in (giver, taker):
        operations.decide(services, who, match.id, DecisionInput(Verdict.YES), now=NOW)
    assert operations.show_match(services, giver, match.id, now=NOW).what_ifs == ()


def test_the_page_says_it_in_a_sentence_and_the_api_in_the_listings_own_fields(
    app: Flask, services: Services, town: Town
) -> None:
    giver, taker = town.business(), town.business(nace="01", at="gurjaani")
    town.post(giver, an_output())
    town.post(taker, a_need(season_months=(9, 10)))
    [match] = town.matches_of(giver)
    page = browser(app, town.user(giver)).get(f"/matches/{match.id}").get_data(as_text=True)
    assert "What would make it clearer" in page
    assert "If it is not hazardous and the listing says so" in page
    answer = app.test_client().get(f"/api/v1/matches/{match.id}", headers=town.key(giver))
    told = answer.get_json()["what_ifs"]
    assert {one["side"] for one in told} == {"output"}
    assert {"hazardous": "no"} in [one["put"] for one in told]
    assert {"put", "score", "probability", "gates", "settles", "side", "input"} == set(told[0])
