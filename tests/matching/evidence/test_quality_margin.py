"""How much better than asked the material is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.evidence.quality_margin import margin, quality_margin
from matching.hops import surest_way
from matching.reading import read
from matching.reference_book import default_book
from matching.reference_records import Limit
from matching.stated import Stated
from tests.matching.builders import a_need, an_output

BOOK = default_book()


def _value(output: str, need: str) -> float | None:
    return quality_margin(read(an_output(output), BOOK), read(a_need(need), BOOK), BOOK).value


@pytest.mark.parametrize(
    ("output", "need", "value"),
    [
        ("Sawdust, moisture 15 %", "Sawdust, moisture at most 15 %", 0.5),
        ("Sawdust, moisture 6 %", "Sawdust, moisture at most 15 %", 0.8),
        ("Sawdust, moisture 45 %", "Sawdust, moisture at most 15 %", 0),
        ("Hot water, temperature 90 °C", "Hot water, at least 60 °C", 0.75),
        ("ნახერხი, ტენიანობა 6 %", "ნახერხი, ტენიანობა არაუმეტეს 15 %", 0.8),
    ],
)
def test_by_how_far_the_figure_stays_inside_the_limit(output: str, need: str, value: float) -> None:
    assert _value(output, need) == value


@pytest.mark.parametrize(
    ("output", "need"),
    [
        ("Sawdust", "Sawdust, moisture at most 15 %"),
        ("Sawdust, moisture 6 %", "Sawdust"),
        ("Sawdust, moisture 6 %", "Hot water, at least 60 °C"),
        ("Hot water, up to 90 °C", "Hot water, at least 60 °C"),
    ],
)
def test_unknown_without_both_figures(output: str, need: str) -> None:
    assert _value(output, need) is None


def _by_way(*, process_dries: bool) -> float | None:
    """The value of a very dry material for a use whose surest way bounds moisture, and nothing else told."""
    drying = BOOK.properties["moisture"].lowered_by
    for way in BOOK.pathways.values():
        bounds = any((one.property_id, one.bound) == ("moisture", "most") for one in way.limits)
        if not bounds or (way.process_id in drying) != process_dries:
            continue
        output = read(an_output("moisture 1 %", material_ids=(way.material_id,)), BOOK)
        need = read(a_need("x", use_ids=(way.use_id,)), BOOK)
        surest = surest_way(output, need, BOOK)
        if surest is not None and surest.hop.pathway_id == way.id:
            return quality_margin(output, need, BOOK).value
    raise AssertionError("no such way in the book")


def test_the_limits_of_the_way_count_as_well() -> None:
    assert (_by_way(process_dries=False) or 0) > 0.5


def test_what_the_process_of_the_way_sees_to_does_not_count() -> None:
    assert _by_way(process_dries=True) is None


LIMITS = st.builds(
    Limit, st.just("moisture"), st.sampled_from(["least", "most"]), st.floats(0.1, 100, allow_nan=False)
)


@given(LIMITS, st.floats(0, 100), st.floats(0, 100))
def test_a_figure_further_inside_is_never_worth_less(limit: Limit, one: float, other: float) -> None:
    good, bad = sorted((one, other), reverse=limit.bound == "least")
    margins = [margin(limit, Stated("moisture", each, each, "value")) for each in (bad, good)]
    worse, better = (found for found in margins if found is not None)
    assert -1 <= worse <= better <= 1


@given(LIMITS)
def test_the_limit_itself_is_the_middle(limit: Limit) -> None:
    assert margin(limit, Stated("moisture", limit.value, limit.value, "value")) == 0
    assert margin(limit, None) is None
