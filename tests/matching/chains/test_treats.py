"""A plant is built for something: what it does not work with is not led to it, what nobody said is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from matching.chains import steps, treatable
from matching.chains.records import Link, Step
from matching.chains.treats import EATEN, leaves_no_choice, material_of, treats
from matching.reading import read
from matching.records import GateResult, Listing
from matching.reference_book import default_book
from tests.matching.builders import a_need, an_output
from tests.matching.chains.builders import a_processor, chips, offcuts, the_chains

BOOK = default_book()
BREAD = an_output("Surplus bread and dairy past its date", firm_id="giving", hazardous=False)
CRUMBS = a_need("Rusks for kvass brewing", firm_id="seeking")


def _judged(output: Listing, use_id: str, process_id: str = "drying", **said: Any) -> GateResult:
    """What the gate says of a dryer, or who offers another process, for an output on its way to a use."""
    mine = read(output, BOOK)
    step = next(one for one in steps(mine, BOOK) if (one.process_id, one.use_id) == (process_id, use_id))
    return treats(Link(mine, read(CRUMBS, BOOK), a_processor(process_id, **said), step), BOOK)


def test_bread_is_led_through_no_dryer_for_wood() -> None:
    assert _judged(BREAD, "kvass-breadcrumbs", treats=("wood",)).reason == "treats.other_things"
    assert _judged(BREAD, "kvass-breadcrumbs", nace="16").reason == "treats.nothing_eaten"
    assert the_chains(BREAD, CRUMBS, a_processor("drying", nace="16")) == ()
    assert the_chains(BREAD, CRUMBS, a_processor("drying", nace="10", treats=("wood",))) == ()


def test_bread_is_led_to_who_dries_bread() -> None:
    (chain,) = the_chains(BREAD, CRUMBS, a_processor("drying", nace="10", treats=("surplus-bread",)))
    assert chain.step.process_id == "drying"
    assert "treats" not in {gate.name for gate in chain.questions}


def test_what_nobody_said_is_asked_and_never_taken_to_fit() -> None:
    for nace in ("10", "38", None):
        assert _judged(BREAD, "kvass-breadcrumbs", nace=nace).question == "treats.which"
    sawdust = an_output("Clean sawdust", firm_id="giving")
    for nace in ("10", "16", "23", None):
        assert _judged(sawdust, "pet-bedding", nace=nace).result != "pass"
    assert _judged(sawdust, "pet-bedding", treats=("wood",), nace="38").result == "pass"


def test_who_names_a_family_takes_all_of_it_and_who_names_a_kind_only_that() -> None:
    grape = an_output("grape pomace", firm_id="giving")
    farm = {"nace": "10"}
    assert _judged(grape, "animal-feed", treats=("biomass",), **farm).result == "pass"
    assert _judged(grape, "animal-feed", treats=("grape-pomace",), **farm).result == "pass"
    assert _judged(grape, "animal-feed", treats=("fruit-pomace",), **farm).result == "fail"
    assert _judged(grape, "animal-feed", treats=("fermented-pomace",), **farm).question == "treats.this_kind"


def test_another_trade_that_names_food_is_asked_whether_it_may() -> None:
    assert _judged(BREAD, "kvass-breadcrumbs", treats=("surplus-bread",), nace="16").question == (
        "treats.for_food"
    )


def test_who_is_after_a_use_is_of_its_trade() -> None:
    """Who makes gases makes no food, but those that drinks are made with; a sawmill makes neither."""
    gas = an_output("CO2 from wine fermentation", firm_id="giving", hazardous=False, kind="gas")
    made = (gas, "food-co2", "co2-liquefying")
    assert _judged(*made, nace="20").question == "treats.which"
    assert _judged(*made, nace="16").reason == "treats.nothing_eaten"
    assert _judged(BREAD, "kvass-breadcrumbs", nace="20").reason == "treats.nothing_eaten"


def test_what_a_process_is_by_its_nature_needs_no_word() -> None:
    assert leaves_no_choice("crushing", "concrete-rubble", BOOK)
    assert leaves_no_choice("film-regranulating", "pe-film", BOOK)
    assert not leaves_no_choice("crushing", "glass-bottles", BOOK)
    assert not leaves_no_choice("crushing", "kiln-bypass-dust", BOOK)
    assert not leaves_no_choice("drying", "sawdust", BOOK)


def _brought(**named: float) -> str:
    """What offcuts that are named so, id -> how surely, would bring to who chips wood offcuts."""
    known = {name.replace("_", "-"): sure for name, sure in named.items()}
    mine = replace(read(offcuts(), BOOK), materials=known, named=known)
    return material_of(mine, Step("wood-offcuts", "chipping", "particleboard", None, "any", 1.0), BOOK)


def test_the_narrowest_that_an_output_surely_is_counts() -> None:
    assert _brought(wood=1.0, wood_offcuts=1.0, joinery_offcuts=0.8) == "joinery-offcuts"
    assert _brought(wood=1.0, wood_offcuts=0.8, joinery_offcuts=0.5) == "wood-offcuts"
    assert _brought(wood=0.8) == "wood"


def test_what_else_an_output_holds_is_not_what_is_brought() -> None:
    assert _brought(cardboard=1.0, joinery_offcuts=0.8) == "joinery-offcuts"
    assert _brought(cardboard=1.0, sawdust=1.0) == "wood-offcuts"


@pytest.mark.parametrize("treated", [("wood",), ("wood-offcuts",), ("wood-offcuts", "paper-board")])
def test_who_says_what_it_treats_is_asked_no_more(treated: tuple[str, ...]) -> None:
    (asked,) = the_chains(offcuts(), chips(), a_processor())
    assert "treats.which" in {gate.question for gate in asked.questions}
    (told,) = the_chains(offcuts(), chips(), a_processor(treats=treated))
    assert "treats" not in {gate.name for gate in told.questions}


def test_what_can_be_ticked_holds_all_that_is_ever_led_there() -> None:
    for pathway in BOOK.pathways.values():
        output = an_output(BOOK.materials[pathway.material_id].name_en)
        for step in steps(read(output, BOOK), BOOK):
            assert step.material_id in treatable(step.process_id, BOOK)


def test_what_is_eaten_the_book_tells_and_a_bed_to_lie_on_counts() -> None:
    assert set(BOOK.blending_uses.values()) >= EATEN
    eaten = {use_id for use_id, kind in BOOK.blending_uses.items() if kind in EATEN}
    assert {"animal-feed", "kvass-breadcrumbs", "animal-bedding"} <= eaten
    assert eaten.isdisjoint({"solid-fuel", "particleboard", "compost-feedstock", "worm-feed"})
