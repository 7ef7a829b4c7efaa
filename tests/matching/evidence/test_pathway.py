"""A documented way from the material to the use."""

from __future__ import annotations

from matching.evidence.pathway import pathway
from tests.matching.builders import a_need, an_output, as_read, small_book


def _value(output: str, need: str) -> float | None:
    return pathway(as_read(an_output(output)), as_read(a_need(need)), small_book()).value


def test_strength_times_both_confidences() -> None:
    assert _value("Sawdust", "Animal bedding") == 1
    assert _value("Grape pomace", "Compost feedstock") == 0.8


def test_a_use_that_several_materials_serve_says_less() -> None:
    shared = _value("Cheese whey", "Animal feed")
    assert shared is not None
    assert 0.5 < shared < 1


def test_zero_when_both_ends_are_known_and_nothing_joins_them() -> None:
    assert _value("Sawdust", "Biodiesel") == 0


def test_unknown_when_an_end_is_unknown() -> None:
    assert _value("Rusty things", "Biodiesel") is None
    assert _value("Sawdust", "Something nice") is None
