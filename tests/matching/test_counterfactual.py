"""What one statement more would change: every change that is offered does exactly what is told of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from matching.counterfactual import LEAST_RISE, MOST_FALL, Counterfactual, best, counterfactuals
from matching.proposals import Change, changed, limit_of
from matching.ranker import Ranker
from matching.records import Listing, Match, Quantity, Side
from matching.reference_book import default_book
from matching.reference_records import Limit
from matching.rewording import rounded_down, rounded_up, with_figure, with_form, with_least_lot

RANKER = Ranker(default_book())
SAWDUST, PELLETS = "Sawdust from a saw mill, moisture 45 %", "Sawdust for pellets, moisture below 12 %"
APPLES, CATTLE = "Apple pomace", "Apple pomace for cattle feed, from 20 t a year"


def _output(text: str, **rest: Any) -> Listing:
    return Listing("o", Side.OUTPUT, text, **rest)


def _need(text: str, **rest: Any) -> Listing:
    return Listing("n", Side.NEED, text, **rest)


PAIRS = (
    (_output("Grape pomace"), _need("Grape pomace for spirit", tonnes_per_year=120, season_months=(9, 10))),
    (_output(SAWDUST), _need(PELLETS)),
    (_output("ნახერხი, ტენიანობა 45 %"), _need("ნახერხი პელეტებისთვის, ტენიანობა არაუმეტეს 12 %")),
    (_output("Sawdust from a saw mill"), _need("Dry sawdust for pellets")),
    (_output(APPLES, tonnes_per_year=12), _need(CATTLE)),
    (_output(APPLES), _need(CATTLE, tonnes_per_year=15)),
    (_output("Used engine oil", hazardous=True), _need("Waste oil for regeneration")),
    (_output("Concrete rubble from demolition"), _need("Crushed concrete as road base")),
    (_output("Contaminated soil with mineral oil"), _need("Soil for filling")),
    (_output("Sawdust with glue", ewc_code="030105"), _need("Sawdust for bedding of animals")),
    (_output("ყურძნის ჭაჭა", quantity=Quantity(5, "t", "week")), _need("ჭაჭა", season_months=(9, 10, 11))),
    (_output("Опилки"), _need("Сухие опилки для пеллет")),
)


def _by_input(output: Listing, need: Listing) -> dict[str, Counterfactual]:
    return {one.change.input: one for one in counterfactuals(output, need, RANKER)}


@pytest.mark.parametrize(("output", "need"), PAIRS)
def test_who_makes_the_change_and_ranks_again_gets_what_was_told(output: Listing, need: Listing) -> None:
    before = RANKER.compare(output, need)
    found = counterfactuals(output, need, RANKER)
    assert isinstance(before, Match)
    assert found
    for one in found:
        mended = [changed(listing, one.change) for listing in (output, need)]
        assert mended != [output, need]
        [again] = RANKER.rank(mended[0], [mended[1]]).matches
        assert again == one.after
        assert one.before == before
        open_before = {gate.name for gate in before.gates if gate.result == "unknown"}
        open_after = {gate.name for gate in again.gates if gate.result == "unknown"}
        assert open_after <= open_before
        assert set(one.settles) == open_before - open_after
        if not one.settles:
            assert again.probability - before.probability >= LEAST_RISE
        assert again.probability - before.probability >= -MOST_FALL


@pytest.mark.parametrize(("output", "need"), PAIRS)
def test_a_change_is_of_one_listing_and_of_what_its_owner_may_say(output: Listing, need: Listing) -> None:
    for one in counterfactuals(output, need, RANKER):
        mine, theirs = (output, need) if one.change.side is Side.OUTPUT else (need, output)
        assert changed(theirs, one.change) == theirs
        assert changed(mine, one.change) == replace(mine, **one.change.fields)
        assert not one.change.fields.keys() & {"id", "side", "kind", "firm_id", "place", "lang"}
        if mine.side is Side.OUTPUT and mine.hazardous is not None:
            assert "hazardous" not in one.change.fields


def test_a_wet_material_is_told_what_drying_would_settle() -> None:
    told = _by_input(_output(SAWDUST), _need(PELLETS))["figure"]
    assert told.change.fields == {"text": "Sawdust from a saw mill, moisture 12 %"}
    assert limit_of(told.change.about) == Limit("moisture", "most", 12)
    assert told.settles == ("specification",)


def test_what_was_said_to_be_hazardous_or_sounds_so_is_never_made_harmless() -> None:
    assert "hazard" not in _by_input(_output("Used engine oil", hazardous=True), _need("Waste oil"))
    assert "hazard" not in _by_input(_output("Contaminated soil with mineral oil"), _need("Soil for filling"))
    assert "hazard" in _by_input(_output("Sawdust", ewc_code="030105"), _need("Sawdust for bedding"))


def test_a_permit_is_asked_for_only_where_hazardous_material_would_come() -> None:
    told = _by_input(_output("Used engine oil", hazardous=True), _need("Waste oil for regeneration"))
    assert told["permit"].change == Change(Side.NEED, "permit", {"hazardous": True})
    harmless = _by_input(_output("Sawdust", hazardous=False), _need("Sawdust for bedding"))
    assert "permit" not in harmless


def test_the_amount_follows_from_the_other_side_and_from_its_smallest_lot() -> None:
    lot = _by_input(_output(APPLES), _need(CATTLE, tonnes_per_year=15))["amount"].change
    assert (lot.fields["tonnes_per_year"], lot.about) == (20, "lot")
    sought = _by_input(_output(APPLES), _need(CATTLE, tonnes_per_year=1234.5))["amount"].change
    assert (sought.fields["quantity"], sought.about) == (Quantity(1240, "t", "year"), "sought")
    assert "amount" not in _by_input(_output(APPLES), _need(CATTLE))


def test_a_taker_is_told_of_the_lot_that_is_there() -> None:
    told = _by_input(_output(APPLES, tonnes_per_year=12), _need(CATTLE))["lot"]
    assert told.change.side is Side.NEED
    assert told.change.fields == {"text": CATTLE.replace("20", "12")}
    assert told.settles == ("lot",)


def test_months_move_what_comes_weekly() -> None:
    weekly = _output("ყურძნის ჭაჭა", quantity=Quantity(6, "t", "week"), tonnes_per_year=312, hazardous=False)
    told = _by_input(weekly, _need("ჭაჭა", season_months=(9, 10, 11), tonnes_per_year=78))["months"]
    assert told.change.fields == {"season_months": (9, 10, 11), "tonnes_per_year": 78}


def test_no_code_of_a_mirror_pair_is_proposed() -> None:
    mirrored = _by_input(_output("Sawdust"), _need("Sawdust for bedding"))
    assert "code" not in mirrored


def test_the_best_settles_first_and_then_raises() -> None:
    found = counterfactuals(_output("Sawdust from a saw mill"), _need("Dry sawdust for pellets"), RANKER)
    settling, raising = best(found, Side.OUTPUT)
    assert settling.settles
    assert not raising.settles
    assert raising.after.probability == max(
        one.after.probability for one in found if one.change.side is Side.OUTPUT and one is not settling
    )
    assert all(one.change.side is Side.NEED for one in best(found, Side.NEED))


def test_a_pair_that_is_no_match_has_none() -> None:
    assert counterfactuals(_output("Sawdust"), _need("Glass cullet"), RANKER) == ()
    assert counterfactuals(_output("Sawdust"), _need("Sawdust", kind="energy"), RANKER) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sawdust", ("Sawdust; moisture 12 %", "moisture 12 %")),
        ("ნახერხი.", ("ნახერხი; ტენიანობა 12 %", "ტენიანობა 12 %")),
        ("Опилки", ("Опилки; влажность 12 %", "влажность 12 %")),
        ("Sawdust, moisture up to 45 %", ("Sawdust, moisture up to 12 %", "12")),
        ("Sawdust, moisture 30-45 %", None),
        ("45 bags of sawdust, moisture 45 %", None),
        ("Sawdust, moisture 20 %; dried to moisture 10 %", None),
    ],
)
def test_a_figure_is_said_in_the_language_of_the_text(text: str, told: tuple[str, str] | None) -> None:
    assert with_figure(text, Limit("moisture", "most", 12), RANKER.book) == told


def test_words_that_would_be_read_otherwise_are_not_proposed() -> None:
    assert with_least_lot("Apples, one truck at least", 4, RANKER.book) is None
    assert with_least_lot("20 kinds of apples, from 20 t", 4, RANKER.book) is None
    assert with_figure("Sawdust", Limit("age", "most", 3), RANKER.book) is None
    assert with_form("ნახერხი", "dry") == ("ნახერხი; მშრალი", "მშრალი")


def test_numbers_keep_three_digits() -> None:
    assert [rounded_up(value) for value in (0, 5, 1234.5, 0.12345)] == [0, 5, 1240, 0.124]
    assert [rounded_down(value) for value in (0, 5, 1234.5, 0.12345)] == [0, 5, 1230, 0.123]
