"""How far two places lie apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.distance import ROAD_FACTOR, road_km
from matching.errors import UnknownMunicipality
from matching.records import Place

from .builders import small_book

POINTS = st.tuples(st.floats(41, 43.5), st.floats(40, 46.7))


def test_tbilisi_to_kutaisi_is_near_the_known_distance() -> None:
    tbilisi, kutaisi = Place(lat=41.7151, lon=44.8271), Place(lat=42.2679, lon=42.6946)
    km = road_km(tbilisi, kutaisi, small_book())
    # 187 km as the crow flies, 220 to 250 km by road.
    assert km == pytest.approx(187 * ROAD_FACTOR, rel=0.02)


def test_the_pin_counts_before_the_municipality() -> None:
    pinned = Place("batumi", 41.92, 45.47)
    assert road_km(pinned, Place("telavi"), small_book()) == 0


def test_an_unknown_place_gives_no_distance() -> None:
    assert road_km(Place(), Place("telavi"), small_book()) is None


def test_a_municipality_outside_the_book_is_named() -> None:
    with pytest.raises(UnknownMunicipality) as caught:
        road_km(Place("atlantis"), Place("telavi"), small_book())
    assert caught.value.facts == {"municipality": "atlantis"}


@given(POINTS, POINTS)
def test_the_way_there_is_as_long_as_the_way_back(
    here: tuple[float, float], there: tuple[float, float]
) -> None:
    one, other = Place(lat=here[0], lon=here[1]), Place(lat=there[0], lon=there[1])
    assert road_km(one, other, small_book()) == road_km(other, one, small_book())
    assert road_km(one, one, small_book()) == 0
