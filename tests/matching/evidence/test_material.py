"""The same material on both sides."""

from __future__ import annotations

import pytest

from matching.evidence.material import material
from tests.matching.builders import a_need, an_output, as_read, small_book


def _value(output: str, need: str, **rest: object) -> float | None:
    return material(as_read(an_output(output)), as_read(a_need(need, **rest)), small_book()).value


def test_the_same_is_one_and_a_relative_less_and_a_stranger_zero() -> None:
    assert _value("Sawdust", "Sawdust") == 1
    related = _value("Sawdust", "Wood residues")
    assert related is not None
    assert 0 < related < 1
    assert _value("Sawdust", "Cheese whey") == 0


@pytest.mark.parametrize(("output", "need"), [("Rusty things", "Sawdust"), ("Sawdust", "Animal bedding")])
def test_unknown_when_a_side_names_no_material(output: str, need: str) -> None:
    assert _value(output, need) is None


def test_what_a_person_confirmed_is_sure() -> None:
    assert _value("Sawdust", "Something dry", material_ids=("sawdust",)) == 1
