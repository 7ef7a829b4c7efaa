"""How far the material would travel."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.distance import road_km
from matching.evidence.distance import distance, kilometres, pipe_kilometres
from matching.reading import read
from matching.records import Listing, Place
from matching.reference_book import default_book
from tests.matching.builders import a_need, an_output, as_read, small_book

TELAVI, GURJAANI, BATUMI = Place("telavi"), Place("gurjaani"), Place("batumi")


def _value(here: Place, there: Place, text: str = "Sawdust") -> float | None:
    output, need = an_output(text, place=here), a_need(text, place=there)
    return distance(as_read(output), as_read(need), small_book()).value


def test_one_at_the_same_place_and_nine_tenths_at_the_reach_and_a_half_at_three_times_it() -> None:
    assert _value(TELAVI, TELAVI) == 1
    km = road_km(TELAVI, BATUMI, small_book())
    assert km is not None
    for times, value in ((1, 0.9), (3, 0.5)):
        reach = 200.0  # of grape pomace in the small book
        lat, lon = 41.92, 45.47
        # A degree of latitude is 111.195 km on the sphere; the road is 1.3 times as long.
        there = Place(lat=lat - times * reach / 1.3 / 111.195, lon=lon)
        assert _value(TELAVI, there, "Grape pomace") == pytest.approx(value, abs=0.001)


def test_what_is_worth_more_a_tonne_travels_farther() -> None:
    values = [
        _value(TELAVI, BATUMI, text)
        for text in ("Concrete rubble", "Sawdust", "Grape pomace", "Glass cullet", "Used cooking oil")
    ]
    assert None not in values
    assert values == sorted(values)  # type: ignore[type-var]
    assert len(set(values)) == len(values)


def test_a_narrower_material_has_the_reach_of_the_broader() -> None:
    assert _value(TELAVI, GURJAANI, "Sawdust") == _value(TELAVI, GURJAANI, "Wood residues")


@pytest.mark.parametrize(
    ("output", "need"),
    [
        (an_output(), a_need(place=TELAVI)),
        (an_output(place=TELAVI), a_need()),
        (an_output("Rusty things", place=TELAVI), a_need(place=TELAVI)),
        (an_output("Cardboard", place=TELAVI), a_need("Cardboard", place=TELAVI)),
    ],
)
def test_unknown_without_a_place_a_material_or_a_reach(output: Listing, need: Listing) -> None:
    assert distance(as_read(output), as_read(need), small_book()).value is None


@given(st.floats(40, 47), st.floats(40, 47), st.sampled_from(["Sawdust", "Concrete rubble", "Cheese whey"]))
def test_a_farther_place_is_never_worth_more(one: float, other: float, text: str) -> None:
    near, far = sorted((one, other), key=lambda lon: abs(lon - 43.5))
    values = [_value(Place(lat=42, lon=43.5), Place(lat=42, lon=lon), text) for lon in (near, far)]
    assert values[0] is not None
    assert values[1] is not None
    assert values[0] >= values[1]


def test_kilometres_are_those_of_the_road() -> None:
    output, need = as_read(an_output(place=TELAVI)), as_read(a_need(place=BATUMI))
    assert kilometres(output, need, small_book()) == road_km(TELAVI, BATUMI, small_book())


def test_goods_of_the_summer_go_over_a_pass_that_snow_shuts() -> None:
    book = default_book()
    adigeni, khulo = Place("adigeni"), Place("khulo")
    need = read(a_need(place=khulo), book)
    in_summer = read(an_output(place=adigeni, season_months=(7, 8)), book)
    all_year = read(an_output(place=adigeni), book)
    assert kilometres(in_summer, need, book) == road_km(adigeni, khulo, book, {7, 8})
    assert kilometres(all_year, need, book) == road_km(adigeni, khulo, book)
    # Output and need never at the same time: the way must be open whenever either of them goes.
    winter_need = read(a_need(place=khulo, season_months=(1,)), book)
    assert kilometres(in_summer, winter_need, book) == road_km(adigeni, khulo, book)


def test_a_pipe_does_not_follow_the_road() -> None:
    book = default_book()
    output = read(an_output("Waste heat", place=Place("adigeni"), kind="energy"), book)
    need = read(a_need("Waste heat", place=Place("khulo"), kind="energy"), book)
    piped, by_road = pipe_kilometres(output, need), kilometres(output, need, book)
    assert piped is not None
    assert by_road is not None
    assert piped < by_road / 5
    reach = book.reach("heat")
    assert reach is not None
    value = distance(output, need, book).value
    assert value == round(1 / (1 + (piped / (3 * reach.km)) ** 2), 4)
