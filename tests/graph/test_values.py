from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from graph.records import Role
from graph.values import from_graph, point, to_graph


def test_a_time_in_another_zone_is_sent_as_utc():
    in_tbilisi = datetime(2026, 1, 2, 3, 4, tzinfo=timezone(timedelta(hours=4)))
    sent = to_graph({"at": [in_tbilisi]})
    assert sent["at"][0].tzinfo is UTC
    assert sent["at"][0] == in_tbilisi


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        to_graph({"at": datetime(2026, 1, 2)})  # noqa: DTZ001


def test_enums_tuples_and_points_are_sent_as_what_they_mean():
    assert to_graph((Role.PLANNER, 1)) == ["planner", 1]
    assert to_graph(point(41.9, 45.4)) == point(41.9, 45.4)
    assert to_graph(date(2026, 1, 2)) == date(2026, 1, 2)
    assert from_graph({"a": [1, {"b": None}]}) == {"a": [1, {"b": None}]}


@pytest.mark.parametrize(("lat", "lon"), [(None, 45.4), (41.9, None), (None, None)])
def test_half_a_point_is_none(lat, lon):
    assert point(lat, lon) is None
