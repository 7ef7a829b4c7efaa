"""How far the material would travel."""

from __future__ import annotations

import pytest

from matching.distance import road_km
from matching.evidence.distance import HALF_KM, distance, kilometres
from matching.records import Place
from tests.matching.builders import a_need, an_output, as_read, small_book


def _value(here: Place, there: Place) -> float | None:
    return distance(as_read(an_output(place=here)), as_read(a_need(place=there)), small_book()).value


def test_one_at_the_same_place_and_halved_by_the_median_distance() -> None:
    assert _value(Place("telavi"), Place("telavi")) == 1
    km = road_km(Place("telavi"), Place("gurjaani"), small_book())
    assert km is not None
    assert _value(Place("telavi"), Place("gurjaani")) == pytest.approx(0.5 ** (km / HALF_KM), abs=0.0001)


def test_unknown_without_a_place() -> None:
    assert _value(Place(), Place("telavi")) is None


def test_kilometres_are_those_of_the_road() -> None:
    output, need = as_read(an_output(place=Place("telavi"))), as_read(a_need(place=Place("batumi")))
    assert kilometres(output, need) == road_km(Place("telavi"), Place("batumi"), small_book())
