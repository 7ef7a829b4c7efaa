"""What a person corrected of what was understood: it is honoured, and it makes nothing safe."""

from __future__ import annotations

import pytest

from matching import fields
from matching.errors import BadValue
from matching.gates import pass_through
from matching.ranker import Ranker
from matching.reading import read
from matching.records import Listing, Match, RuledOut, Side
from matching.reference_book import default_book
from tests.matching.builders import a_need, an_output, as_read, small_book

BOOK = default_book()


def _results(output: Listing, need: Listing) -> dict[str, tuple[str, str | None]]:
    found = pass_through(read(output, BOOK), read(need, BOOK), BOOK, None)
    return {gate.name: (gate.result, gate.question) for gate in found}


def test_what_is_not_meant_is_left_out_and_the_rest_stays() -> None:
    plain, corrected = as_read(an_output("Sawdust")), as_read(an_output("Sawdust", not_ids=("sawdust",)))
    assert "sawdust" in plain.materials
    assert "sawdust" in plain.named
    assert "sawdust" not in corrected.materials
    assert "sawdust" not in corrected.named
    others = {name: sure for name, sure in plain.materials.items() if name != "sawdust"}
    assert corrected.materials == others
    assert corrected.uses == plain.uses


def test_what_is_not_meant_does_not_come_back_by_the_waste_code() -> None:
    output = an_output("Residues", ewc_code="030105", not_ids=("sawdust",))
    pair = Ranker(small_book()).compare(output, a_need("Sawdust wanted", material_ids=("sawdust",)))
    with_it = Ranker(small_book()).compare(
        an_output("Residues", ewc_code="030105"), a_need("Sawdust wanted", material_ids=("sawdust",))
    )
    assert isinstance(with_it, Match)
    assert pair is None or (isinstance(pair, Match) and pair.score < with_it.score)


def test_a_listing_that_nobody_corrected_is_read_as_ever() -> None:
    assert as_read(an_output("Sawdust")).as_worded is None
    assert as_read(an_output("Sawdust", not_ids=("sawdust",))).as_worded is not None


def test_a_correction_takes_a_wrong_match_away_and_brings_the_right_one() -> None:
    ranker = Ranker(BOOK)
    need = Listing("n", Side.NEED, "Glass cullet for melting")
    wrong = ranker.compare(Listing("o", Side.OUTPUT, "Broken glass bottles"), need)
    right = ranker.compare(
        Listing("o", Side.OUTPUT, "Broken glass bottles", not_ids=("glass", "glass-cullet", "glass-bottles")),
        need,
    )
    assert isinstance(wrong, Match)
    assert right is None or (isinstance(right, Match) and right.score < wrong.score)


@pytest.mark.parametrize("text", ["Old asbestos cement sheets", "ძველი აზბესტის ფურცლები"])
def test_who_taps_that_it_is_no_asbestos_is_asked_and_not_believed(text: str) -> None:
    need = Listing("n", Side.NEED, "Corrugated sheets for a roof")
    plain = Ranker(BOOK).compare(Listing("o", Side.OUTPUT, text), need)
    assert isinstance(plain, RuledOut)
    understood = tuple(read(Listing("o", Side.OUTPUT, text), BOOK).materials)
    asbestos = tuple(name for name in understood if "asbestos" in name)
    assert asbestos
    corrected = Listing("o", Side.OUTPUT, text, not_ids=asbestos, material_ids=("fibre-cement",))
    results = _results(corrected, need)
    assert results["hazard"][0] == "unknown"
    assert results["forbidden"] == ("unknown", "forbidden.is_it_this_material")
    assert all(result != "fail" for result, _ in results.values())


def test_a_hazard_that_was_stated_is_not_lifted_by_a_tap() -> None:
    output = Listing("o", Side.OUTPUT, "Waste oil", hazardous=True, not_ids=("waste-oil",))
    need = Listing("n", Side.NEED, "Oil for heating", hazardous=False)
    found = pass_through(read(output, BOOK), read(need, BOOK), BOOK, None)
    assert {gate.name: gate.result for gate in found}["hazard"] == "fail"


def test_a_line_of_a_file_may_say_what_is_not_meant() -> None:
    raw = {"id": "1", "text": "Sawdust", "kind": "material", "not_ids": ["sawdust"]}
    assert fields.listing(raw, Side.OUTPUT, small_book()).not_ids == ("sawdust",)
    assert fields.listing({**raw, "not_ids": None}, Side.OUTPUT, small_book()).not_ids == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"not_ids": ["no-such-thing"]},
        {"not_ids": "sawdust"},
        {"not_ids": ["sawdust"], "material_ids": ["sawdust"]},
    ],
)
def test_a_wrong_correction_in_a_file_names_its_field(changes: dict[str, object]) -> None:
    raw = {"id": "1", "text": "Sawdust", "kind": "material", **changes}
    with pytest.raises(BadValue) as refused:
        fields.listing(raw, Side.OUTPUT, small_book())
    assert refused.value.field == "not_ids"
