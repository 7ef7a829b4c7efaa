"""How far two places lie apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.distance import ALL_MONTHS, ROAD_FACTOR, coordinates, great_circle_km, road_km, seats_km
from matching.errors import UnknownMunicipality
from matching.records import Place
from matching.reference_book import ReferenceBook, default_book
from matching.reference_records import Municipality, Road

from .builders import small_book

POINTS = st.tuples(st.floats(41, 43.5), st.floats(40, 46.7))
SEATS = st.sampled_from(sorted(default_book().municipalities))
PINNED = st.builds(lambda seat, point: Place(seat, *point), SEATS, POINTS)

EAST, MIDDLE, WEST = "east", "middle", "west"
SUMMER = frozenset({6, 7, 8})


def a_road(one: str, other: str, km: float, *closed_months: int) -> Road:
    return Road(one, other, km, "a road", closed_months, "practice")


def a_land(*roads: Road) -> ReferenceBook:
    """Three towns 41 km apart on one parallel (a half degree at 42 degrees north)."""
    towns = {
        name: Municipality(name, name, name, lat=42.0, lon=44.0 + 0.5 * place)
        for place, name in enumerate((WEST, MIDDLE, EAST))
    }
    return ReferenceBook(municipalities=towns, roads=roads)


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        ("tbilisi", "batumi", 370, 385),
        ("tbilisi", "kutaisi", 225, 232),
        ("tbilisi", "telavi", 90, 100),
        ("tbilisi", "mestia", 455, 470),
        ("tbilisi", "akhaltsikhe", 205, 210),
        ("tbilisi", "kazbegi", 150, 158),
        ("tbilisi", "sighnaghi", 108, 116),
        ("tbilisi", "lagodekhi", 150, 160),
        ("rustavi", "tbilisi", 25, 30),
        ("kutaisi", "batumi", 145, 152),
        ("kutaisi", "ambrolauri", 95, 105),
        ("batumi", "khulo", 80, 86),
        ("poti", "batumi", 70, 76),
        ("zugdidi", "mestia", 133, 138),
    ],
)
def test_cities_are_as_far_apart_as_drivers_know(one: str, other: str, low: float, high: float) -> None:
    km = road_km(Place(one), Place(other), default_book())
    assert km is not None
    assert low <= km <= high


def test_every_seat_is_reached_from_every_other_all_the_year() -> None:
    book = default_book()
    seats = seats_km(book)
    assert all(seats[name].keys() == book.municipalities.keys() for name in book.municipalities)


def test_the_shortest_way_may_lead_through_a_third_seat() -> None:
    book = a_land(a_road(WEST, MIDDLE, 50), a_road(MIDDLE, EAST, 50), a_road(WEST, EAST, 170))
    assert road_km(Place(WEST), Place(EAST), book) == 100


def test_a_pass_that_snow_shuts_counts_only_for_goods_of_other_months() -> None:
    book = a_land(a_road(WEST, MIDDLE, 50, 1, 2), a_road(WEST, EAST, 90), a_road(EAST, MIDDLE, 60))
    assert road_km(Place(WEST), Place(MIDDLE), book) == 150
    assert road_km(Place(WEST), Place(MIDDLE), book, SUMMER) == 50
    assert road_km(Place(WEST), Place(MIDDLE), book, SUMMER | {2}) == 150
    goderdzi = [road_km(Place("adigeni"), Place("khulo"), default_book(), when) for when in (SUMMER, {1})]
    assert goderdzi == [55, 433]


def test_a_pin_beyond_its_seat_lengthens_the_way_and_one_before_it_shortens_it() -> None:
    book = a_land(a_road(WEST, MIDDLE, 60))
    there = Place(MIDDLE)
    assert road_km(Place(WEST), there, book) == 60
    assert road_km(Place(WEST, 42.0, 44.0), there, book) == 60
    away = great_circle_km((42.0, 43.9), (42.0, 44.0))
    # 41.3 km apart, so the road of 60 km makes 1.45 of the great circle; the default of 1.3 is added beyond.
    assert road_km(Place(WEST, 42.0, 43.9), there, book) == pytest.approx(60 + 1.3 * away, abs=0.1)
    assert road_km(Place(WEST, 42.0, 44.1), there, book) == pytest.approx(60 * 0.8, abs=0.1)


def test_neighbours_across_a_border_are_near_however_far_their_seats() -> None:
    here, there = Place("telavi", 41.75, 45.5), Place("gurjaani", 41.75, 45.51)
    km = road_km(here, there, default_book())
    assert km is not None
    assert 0.8 <= km < 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Place("telavi", 41.9, 45.4), Place("telavi", 41.9, 45.5)),
        (Place(lat=41.9, lon=45.4), Place(lat=41.9, lon=45.5)),
    ],
)
def test_within_a_municipality_or_without_one_the_great_circle_is_stretched(one: Place, other: Place) -> None:
    straight = great_circle_km((41.9, 45.4), (41.9, 45.5))
    assert road_km(one, other, default_book()) == round(ROAD_FACTOR * straight, 1)


def test_where_no_road_is_known_the_great_circle_is_stretched() -> None:
    book = a_land(a_road(WEST, MIDDLE, 60))
    straight = great_circle_km((42.0, 44.0), (42.0, 45.0))
    assert road_km(Place(WEST), Place(EAST), book) == round(ROAD_FACTOR * straight, 1)


def test_an_unknown_place_gives_no_distance() -> None:
    assert road_km(Place(), Place("telavi"), small_book()) is None


def test_a_municipality_outside_the_book_is_named() -> None:
    with pytest.raises(UnknownMunicipality) as caught:
        road_km(Place("atlantis"), Place("telavi"), small_book())
    assert caught.value.facts == {"municipality": "atlantis"}


@given(PINNED, PINNED, st.sets(st.sampled_from(sorted(ALL_MONTHS)), min_size=1))
def test_a_way_is_as_long_back_and_never_below_the_great_circle(a: Place, b: Place, months: set[int]) -> None:
    book = default_book()
    here, there = coordinates(a, book), coordinates(b, book)
    km = road_km(a, b, book, months)
    assert km == road_km(b, a, book, months)
    assert km is not None
    assert here is not None
    assert there is not None
    assert km >= round(great_circle_km(here, there), 1)
    assert road_km(a, a, book, months) == 0
