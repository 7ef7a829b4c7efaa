"""What can be cut out of a documented way and done by a third firm."""

from __future__ import annotations

from matching.chains import fitting, steps
from matching.chains.steps import FEEDSTOCK, PREPARED, WORKED, preparing, product_of
from matching.reading import read
from matching.reference_book import default_book
from tests.matching.builders import a_need, an_output

BOOK = default_book()


def _steps(text: str) -> dict[tuple[str, str], str | None]:
    return {(one.process_id, one.use_id): one.product_id for one in steps(read(an_output(text), BOOK), BOOK)}


def test_the_lists_name_what_the_book_has() -> None:
    assert BOOK.uses.keys() >= FEEDSTOCK
    assert BOOK.materials.keys() >= WORKED
    assert BOOK.properties.keys() >= set(PREPARED)
    assert "drying" in preparing(BOOK)


def test_rubble_becomes_aggregate_and_pomace_compost() -> None:
    assert _steps("concrete rubble")["crushing", "road-base"] == "recycled-aggregate"
    assert "compost" in _steps("grape pomace").values()


def test_what_is_dried_stays_what_it_is() -> None:
    assert _steps("grape pomace")["drying", "animal-feed"] is None


def test_no_step_follows_a_forbidden_way() -> None:
    for pathway in BOOK.pathways.values():
        if pathway.strength == "never":
            given = steps(read(an_output(BOOK.materials[pathway.material_id].name_en), BOOK), BOOK)
            assert pathway.id not in {step.pathway_id for step in given}


def test_a_product_is_another_thing_than_what_went_in() -> None:
    for pathway in BOOK.pathways.values():
        if pathway.process_id is not None:
            assert product_of(pathway.id, BOOK) != pathway.material_id


def test_who_makes_pellets_itself_is_after_no_pellets() -> None:
    sawdust = read(an_output("sawdust"), BOOK)
    maker = read(a_need("sawdust as raw material for pellets"), BOOK)
    buyer = read(a_need("wood pellets for the boiler of a school"), BOOK)
    assert "pelletising" not in {step.process_id for step in fitting(sawdust, maker, BOOK)}
    assert "pelletising" in {step.process_id for step in fitting(sawdust, buyer, BOOK)}


def test_who_seeks_whole_bottles_is_not_offered_broken_ones() -> None:
    bottles = read(an_output("ღვინისა და ლუდის ცარიელი ბოთლები"), BOOK)
    cannery = read(a_need("მინის ქილები, ნახმარი, მთელი"), BOOK)
    assert fitting(bottles, cannery, BOOK) == ()


def test_no_alcohol_is_distilled_from_antifreeze() -> None:
    made = {
        product_of(pathway.id, BOOK)
        for pathway in BOOK.pathways.values()
        if pathway.material_id == "glycol-antifreeze" and pathway.process_id is not None
    }
    assert "ethanol" not in made
