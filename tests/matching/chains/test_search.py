"""Chains lead through a firm that does what is missing, and through no gate that is shut."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations, product
from typing import Any

import pytest

from matching.chains import Chain, chains_of, fitting
from matching.chains.search import NEAREST
from matching.reading import read
from matching.records import Listing, Place
from matching.reference_book import default_book
from tests.matching.builders import a_need, an_output
from tests.matching.chains.builders import a_processor, chips, offcuts, the_chains, the_ranker

BOOK = default_book()
WORTH = {"pass": 0, "unknown": 1, "fail": 2}


def _judged(chains: tuple[Chain, ...]) -> int:
    """0: a chain that passes everything; 1: only such as somebody must be asked about; 2: none."""
    if not chains:
        return WORTH["fail"]
    return min(1 if chain.questions else 0 for chain in chains)


def test_offcuts_become_chips_at_a_third_firm() -> None:
    (chain,) = the_chains()
    assert (chain.step.process_id, chain.step.product_id) == ("chipping", "wood-chips")
    assert chain.first.distance_km is not None
    assert chain.second.distance_km is not None
    assert chain.second.distance_km > chain.first.distance_km
    assert chain.score == pytest.approx(0.6 * chain.first.probability * chain.second.probability, abs=1e-6)


def test_the_nearer_processor_comes_first() -> None:
    near, far = a_processor(id="near"), a_processor(id="far", place=Place("zugdidi"))
    found = the_chains(offcuts(), chips(place=Place("telavi")), far, near)
    assert [chain.processor_id for chain in found] == ["near", "far"]


def test_a_pair_is_led_through_the_nearest_of_many_and_each_is_as_if_alone() -> None:
    places = ("telavi", "gurjaani", "kvareli", "sagarejo", "rustavi", "kutaisi", "zugdidi", "batumi")
    many = [a_processor(id=place, place=Place(place)) for place in places]
    need = chips(place=Place("telavi"))
    found = the_chains(offcuts(), need, *many)
    assert {chain.processor_id for chain in found} == set(places[:NEAREST])
    assert the_chains(offcuts(), need, *reversed(many)) == found
    for chain in found:
        assert the_chains(offcuts(), need, next(one for one in many if one.id == chain.processor_id)) == (
            chain,
        )


def test_who_does_not_do_it_takes_nobodys_place_among_the_nearest() -> None:
    idle = [a_processor(id=f"idle-{number}", treats=("paper-board",)) for number in range(NEAREST)]
    far = a_processor(id="far", place=Place("zugdidi"))
    assert [one.processor_id for one in the_chains(offcuts(), chips(), *idle, far)] == ["far"]


def test_chains_below_the_least_are_left_out_and_nothing_else() -> None:
    processors = [a_processor(id=place, place=Place(place)) for place in ("telavi", "kutaisi", "zugdidi")]
    needs = [chips(id="near", place=Place("telavi")), chips(id="far")]
    every = chains_of(offcuts(), needs, processors, the_ranker())
    for chain in every:
        least = chains_of(offcuts(), needs, processors, the_ranker(), least=chain.score)
        assert least == tuple(one for one in every if one.score >= chain.score)


def test_no_more_goes_through_than_there_is_can_be_treated_and_is_needed() -> None:
    for there, most, wanted in product((20.0, 300.0), (10.0, 1000.0), (5.0, 800.0)):
        (chain,) = the_chains(
            offcuts(tonnes_per_year=there),
            chips(tonnes_per_year=wanted),
            a_processor(tonnes_per_year=most),
        )
        assert chain.tonnes_in is not None
        assert chain.tonnes_out is not None
        assert chain.tonnes_in <= min(there, most)
        assert chain.tonnes_out <= wanted + 1e-6
        assert chain.tonnes_out < chain.tonnes_in


def test_whose_process_nobody_can_use_is_in_no_chain() -> None:
    assert the_chains(offcuts(), chips(), a_processor("pet-flake-washing")) == ()


def test_who_takes_it_as_it_is_needs_no_processor() -> None:
    assert (
        the_chains(an_output("glass cullet"), a_need("cullet for glass melting"), a_processor("crushing"))
        == ()
    )


@pytest.mark.parametrize("same", ["giving", "seeking"])
def test_a_firm_is_no_third_party_to_itself(same: str) -> None:
    assert the_chains(offcuts(), chips(), a_processor(firm_id=same)) == ()


def test_a_processor_without_its_permit_is_passed_over_and_an_unsaid_one_is_asked() -> None:
    output, need = offcuts(), chips()
    assert the_chains(output, need, a_processor(has_permit=False)) == ()
    (asked,) = the_chains(output, need, a_processor(has_permit=None))
    assert "permit.has_it" in {gate.question for gate in asked.questions}


def test_hazardous_goods_go_to_no_processor_that_may_not_take_them() -> None:
    poisoned = offcuts("Impregnated railway sleepers, wood offcuts", ewc_code="170204", hazardous=True)
    assert the_chains(poisoned, chips(), a_processor(takes_hazardous=False)) == ()
    (asked,) = the_chains(poisoned, chips(), a_processor(takes_hazardous=None))
    assert "hazard.is_it_authorised" in {gate.question for gate in asked.questions}


def test_hazardous_goods_are_not_made_harmless_by_passing_through_a_third_firm() -> None:
    """Sludge with metals stays out of the soil, whoever composts it."""
    sludge = an_output("Sewage sludge with heavy metals", ewc_code="190811", hazardous=True, firm_id="giving")
    need = a_need("Compost for vegetable fields", firm_id="seeking")
    (chain,) = the_chains(sludge, need, a_processor("composting", takes_hazardous=True))
    assert {"dilution.land", "hazard.is_it_hazardous"} <= {gate.question for gate in chain.questions}


@pytest.mark.parametrize(
    ("given", "sought", "process"),
    [
        ("demolition wood", "animal bedding", "chipping"),
        ("sewage sludge", "animal feed", "composting"),
        ("glass cullet", "animal bedding", "glass-sand-milling"),
        ("contaminated rubble", "fill material", "thermal-desorption"),
    ],
)
def test_what_is_forbidden_stays_forbidden_through_a_processor(given: str, sought: str, process: str) -> None:
    """Each would be a chain if the use that lies behind the processor were not looked at."""
    output, need = an_output(given, firm_id="giving", hazardous=False), a_need(sought, firm_id="seeking")
    steps = fitting(read(output, BOOK), read(need, BOOK), BOOK)
    assert process in {step.process_id for step in steps}
    assert the_chains(output, need, a_processor(process, takes_hazardous=True)) == ()


SILENCES: dict[str, Any] = {
    "tonnes_per_year": None,
    "hazardous": None,
    "place": Place(),
    "nace": None,
    "firm_id": None,
}
OUTPUTS = (
    offcuts(),
    offcuts("Impregnated sleepers, wood", ewc_code="170204", hazardous=True),
    an_output("PET bottles, sorted", firm_id="giving", hazardous=False, tonnes_per_year=40.0),
)
NEEDS = (
    chips(),
    chips("Wood chips, moisture below 30 %, at least 300 t", hazardous=False),
    a_need("PET flakes for fibre", firm_id="seeking", place=Place("rustavi")),
)


@pytest.mark.parametrize(("output", "need"), list(product(OUTPUTS, NEEDS)))
@pytest.mark.parametrize("process", ["chipping", "pet-flake-washing"])
def test_a_field_left_out_never_opens_a_chain(output: Listing, need: Listing, process: str) -> None:
    processor = a_processor(process)
    told = _judged(the_chains(output, need, processor))
    for field, silence in SILENCES.items():
        for silent in (
            the_chains(replace(output, **{field: silence}), need, processor),
            the_chains(output, replace(need, **{field: silence}), processor),
        ):
            assert _judged(silent) >= min(1, told), field
    for field in ("tonnes_per_year", "has_permit", "takes_hazardous"):
        assert _judged(the_chains(output, need, replace(processor, **{field: None}))) >= min(1, told), field


def test_the_order_of_what_is_compared_changes_nothing() -> None:
    needs = [chips(id="one"), chips("Chips of wood for mulch", id="two"), chips(id="three")]
    processors = [a_processor(id="a"), a_processor(id="b"), a_processor(id="c", place=Place("batumi"))]
    found = {
        chains_of(offcuts(), list(some), list(others), the_ranker())
        for some in permutations(needs)
        for others in permutations(processors)
    }
    assert len(found) == 1
    assert len(next(iter(found))) == 9


def test_no_chain_brings_firms_together_that_are_kept_apart() -> None:
    assert the_chains()
    assert the_chains(offcuts(declines=("seeking",))) == ()
    assert the_chains(offcuts(), chips(declines=("giving",))) == ()
    assert the_chains(offcuts(declines=("processing",))) == ()
    assert the_chains(offcuts(), chips(declines=("processing",))) == ()
    assert the_chains(offcuts(), chips(), a_processor(declines=("giving",))) == ()
    assert the_chains(offcuts(), chips(), a_processor(declines=("seeking",))) == ()
