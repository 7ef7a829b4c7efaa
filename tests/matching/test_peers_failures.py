"""What other projects of this kind get wrong, so that this one does not. Each test names the defect."""

from __future__ import annotations

from matching.records import Match, Place
from matching.understanding import recognise

from .builders import a_need, an_output, small_book, small_ranker

FITTING = {"place": Place("telavi"), "tonnes_per_year": 10.0, "hazardous": False}


def test_no_substring_trap_cheese_whey_is_not_e_waste() -> None:
    assert [guess.id for guess in recognise("Cheese whey", small_book()).materials] == ["whey"]


def test_same_city_and_fitting_amount_without_a_common_material_is_no_match() -> None:
    assert small_ranker().compare(an_output("Cardboard", **FITTING), a_need("Biodiesel", **FITTING)) is None


def test_the_nearest_does_not_win_over_the_right_one() -> None:
    near = a_need("Compost of anything", id="near", place=Place("telavi"), tonnes_per_year=10.0)
    right = a_need("Spirit raw material", id="right", place=Place("gurjaani"))
    ranking = small_ranker().rank(an_output("Grape pomace", **FITTING), [near, right])
    assert ranking.matches[0].need_id == "right"


def test_a_plural_or_a_slip_of_the_keyboard_is_not_lost() -> None:
    for text in ("glass cullets", "Glass cullet", "glass culet", "GLASS CULLET"):
        result = small_ranker().compare(an_output(text), a_need("Glass making"))
        assert isinstance(result, Match), text


def test_hazard_fails_closed() -> None:
    result = small_ranker().compare(
        an_output("Waste electronics", ewc_code="160213"), a_need("Waste electronics")
    )
    assert isinstance(result, Match)
    hazard = next(gate for gate in result.gates if gate.name == "hazard")
    assert (hazard.result, hazard.question) == ("unknown", "hazard.is_it_authorised")


def test_nothing_is_always_suggested() -> None:
    decoys = ["Nice flowers", "Accounting services", "ლამაზი ყვავილები", "123"]
    for decoy in decoys:
        needs = [a_need(text, id=text) for text in ("Biodiesel", "Glass making", "Animal bedding", "სპირტი")]
        ranking = small_ranker().rank(an_output(decoy, **FITTING), needs)
        assert ranking.matches == ()


def test_a_missing_field_contributes_nothing() -> None:
    bare = small_ranker().compare(an_output("Sawdust"), a_need("Animal bedding"))
    assert isinstance(bare, Match)
    assert {e.contribution for e in bare.evidence if e.value is None} == {0.0}


def test_two_outputs_are_never_matched_with_each_other() -> None:
    output = an_output("Sawdust", id="one")
    assert small_ranker().rank(output, [an_output("Sawdust", id="two")]).matches == ()
