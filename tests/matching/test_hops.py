"""The ways from an output to a need, and how sure they are."""

from __future__ import annotations

from matching.bans import banned
from matching.hops import by_material, by_pathway, reachable

from .builders import a_need, an_output, as_read, small_book


def _pathway(output: str, need: str) -> tuple[str, float] | None:
    way = by_pathway(as_read(an_output(output)), as_read(a_need(need)), small_book())
    return (way.hop.pathway_id or "", way.confidence) if way else None


def test_a_proven_pathway_is_surer_than_a_practised_and_that_than_a_possible_one() -> None:
    found = [_pathway("Grape pomace", need) for need in ("Distillery", "Compost feedstock", "Animal feed")]
    assert [way[0] for way in found if way] == [
        "grape_pomace-spirit",
        "grape_pomace-compost",
        "grape_pomace-feed",
    ]
    confidences = [way[1] for way in found if way]
    assert confidences == sorted(confidences, reverse=True)
    assert len(set(confidences)) == 3


def test_a_pathway_of_the_broader_material_serves_the_narrower_less_surely() -> None:
    own, inherited = _pathway("Wood residues", "Solid fuel"), _pathway("Sawdust", "Solid fuel")
    assert own
    assert inherited
    assert own[0] == inherited[0] == "wood-fuel"
    assert inherited[1] < own[1]


def test_what_must_never_be_done_is_no_way() -> None:
    assert _pathway("Used cooking oil", "Animal feed") is None
    output = as_read(an_output("Used cooking oil"))
    assert "feed" not in reachable(output, small_book())
    assert banned(output, small_book())["feed"][1] == "cooking_oil-feed"


def test_a_stated_code_leads_to_the_materials_under_it() -> None:
    output = as_read(an_output("Residues of our production", ewc_code="020702"))
    way = by_pathway(output, as_read(a_need("Distillery")), small_book())
    assert way is not None
    assert way.hop.pathway_id == "grape_pomace-spirit"
    named = by_pathway(as_read(an_output("Grape pomace")), as_read(a_need("Distillery")), small_book())
    assert named is not None
    assert way.confidence < named.confidence


def test_a_sector_that_buys_for_a_use_is_a_weak_sign_of_that_use() -> None:
    need = as_read(a_need("Something for our cows", nace="0141"))
    way = by_pathway(as_read(an_output("Sawdust")), need, small_book())
    assert way is not None
    assert way.hop.use_id == "bedding"
    assert way.confidence <= 0.25


def test_the_same_material_is_a_hop_without_use() -> None:
    way = by_material(as_read(an_output("Sawdust")), as_read(a_need("Sawdust")), small_book())
    assert way is not None
    assert (way.hop.strength, way.hop.use_id, way.confidence) == ("same", None, 1.0)


def test_a_related_material_is_less_sure_than_the_same_and_a_stranger_is_none() -> None:
    book = small_book()
    related = by_material(as_read(an_output("Sawdust")), as_read(a_need("Wood residues")), book)
    assert related is not None
    assert 0 < related.confidence < 1
    assert by_material(as_read(an_output("Sawdust")), as_read(a_need("Cardboard")), book) is None
