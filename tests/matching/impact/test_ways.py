"""Ways that Georgian firms go: who gains what a tonne, as somebody of the trade would expect it."""

from __future__ import annotations

from typing import Any

import pytest

from matching.impact import Impact, impact
from matching.impact.lookup import is_same, is_through_same_process
from matching.records import Hop, Listing, Place, Quantity, Side
from matching.reference_book import default_book

BOOK = default_book()
NEAR = 20.0


def by_way(id: str, *, km: float = NEAR, pays: float | None = None) -> Impact:
    """What 100 t a year bring on a way of the book. `pays`: GEL a year that the taker states."""
    way = BOOK.pathways[id]
    hop = Hop(way.material_id, way.process_id, way.use_id, way.strength, way.id)
    sides: list[Any] = [
        Listing(str(side), side, "?", quantity=Quantity(100, "t", "year"), place=Place()) for side in Side
    ]
    found = impact(*sides, BOOK, hop=hop, distance_km=km, taker_pays_gel_per_year=pays)
    assert found is not None
    return found


def figure(found: Impact, id: str) -> float | None:
    return next((one.span[1] for one in found.assumptions if one.id == id), None)


@pytest.mark.parametrize(
    ("way", "least", "most"),
    [
        ("grape-pomace--spirit-raw-material", 0, 60),
        ("wine-lees--spirit-raw-material", 20, 120),
        ("waste-wine--spirit-raw-material", 100, 350),
        ("wine-lees--tartaric-acid", 0, 150),
        ("wine-lees--animal-feed", -20, 80),
        ("grape-pomace--compost-feedstock", -10, 50),
        ("whey--animal-feed", 0, 60),
        ("whey-permeate--animal-feed", 0, 60),
        ("sawdust--animal-bedding", 20, 80),
        ("sawdust--pellet-raw-material", 20, 80),
        ("glass-cullet--glass-melting", 30, 180),
        ("pet-bottles--plastic-recycling--pet-flake-washing", 0, 500),
        ("cardboard--paper-pulp", 0, 120),
        ("used-cooking-oil--biodiesel", 100, 600),
        ("concrete-rubble--road-base", -15, 15),
        ("manure--biogas-feedstock--plug-flow-digestion", -60, 0),
        ("hazelnut-shells--solid-fuel", 0, 200),
        ("citrus-peel--cattle-energy-feed", 0, 100),
        ("tyres--alternative-fuel-kiln", 50, 250),
        ("steel-scrap--metal-melting", -80, 150),
    ],
)
def test_what_both_gain_next_door_is_what_the_trade_would_expect(way: str, least: float, most: float) -> None:
    joint = by_way(way).per_unit.joint
    assert joint is not None
    assert least <= joint[1] <= most


def test_a_process_that_the_replaced_product_goes_through_as_well_costs_nothing_more() -> None:
    composted, distilled = "grape-pomace--compost-feedstock", "grape-pomace--spirit-raw-material"
    assert is_through_same_process(BOOK.pathways[composted], BOOK)
    assert figure(by_way(composted), "processing") is None
    assert not is_through_same_process(BOOK.pathways[distilled], BOOK)
    assert figure(by_way(distilled), "processing") == BOOK.processes["distilling"].cost_gel[1]  # type: ignore[index]


def test_who_says_what_it_pays_for_the_same_stuff_puts_it_through_the_process_anyway() -> None:
    asked, stated = (by_way("grape-pomace--spirit-raw-material", pays=pays) for pays in (None, 4000))
    assert figure(asked, "processing")
    assert figure(stated, "processing") is None
    assert figure(stated, "price") == 40


def test_only_the_very_product_sells_for_all_of_its_price() -> None:
    made, instead = BOOK.pathways["waste-wine--spirit-raw-material"], BOOK.pathways["sawdust--animal-bedding"]
    assert is_same(made, BOOK)
    assert not is_same(instead, BOOK)
    assert figure(by_way(made.id), "price-kept") == 1
    assert figure(by_way(instead.id), "price-kept") == BOOK.factors["assumption-price-retention"].central


def test_nobody_saves_more_by_a_material_than_it_costs_from_others() -> None:
    for way in ("sawdust--animal-bedding", "cardboard--paper-pulp", "used-cooking-oil--biodiesel"):
        found = by_way(way, km=0)
        market = BOOK.factors[next(one.factor_id for one in found.assumptions if one.id == "market") or ""]
        assert found.per_unit.taker is not None
        assert found.per_unit.taker[1] <= market.central


def test_what_is_sold_today_is_worth_its_market_price_less_the_collectors_part() -> None:
    share = BOOK.factors["assumption-gate-share"].central
    price = BOOK.factors["price-cooking-oil"].central
    assert figure(by_way("used-cooking-oil--biodiesel"), "today") == pytest.approx(-share * price)


def test_a_price_of_new_goods_is_not_that_of_their_waste() -> None:
    film = Listing("o", Side.OUTPUT, "used farm film", quantity=Quantity(10, "t", "year"), place=Place())
    need = Listing("n", Side.NEED, "farm film", quantity=Quantity(10, "t", "year"), place=Place())
    found = impact(film, need, BOOK, hop=Hop("agri-film", None, None, "proven", None), distance_km=NEAR)
    assert found is not None
    assert BOOK.factors["price-agri-film"].central not in {one.span[1] for one in found.assumptions}


def test_within_a_family_dry_matter_replaces_dry_matter() -> None:
    found = by_way("wine-lees--animal-feed")
    lees, cake = BOOK.materials["wine-lees"], BOOK.materials["oilseed-cake"]
    dry = (1 - (lees.moisture_percent or 0) / 100) / (1 - (cake.moisture_percent or 0) / 100)
    assert figure(found, "ratio") == pytest.approx(BOOK.factors["assumption-kappa"].central * dry)


def test_loose_minerals_are_loaded_for_less() -> None:
    rubble, sawdust = by_way("concrete-rubble--road-base"), by_way("sawdust--animal-bedding")
    for id in ("handling", "transaction"):
        light, heavy = figure(rubble, id), figure(sawdust, id)
        assert light
        assert heavy
        assert light < heavy
