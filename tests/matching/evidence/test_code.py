"""Waste codes on both sides."""

from __future__ import annotations

import pytest

from matching.evidence.code import code
from tests.matching.builders import a_need, an_output, as_read, small_book


@pytest.mark.parametrize(
    ("mine", "theirs", "value"),
    [
        ("020702", "020702", 1.0),
        ("020702", "02 07 02", 1.0),
        ("020702", "020704", 0.5),
        ("020702", "020501", 0.1),
        ("020702", "170101", 0.0),
        ("020702", "0207", 0.5),
    ],
)
def test_the_deepest_shared_level_counts(mine: str, theirs: str, value: float) -> None:
    output, need = as_read(an_output("x", ewc_code=mine)), as_read(a_need("y", ewc_code=theirs))
    assert code(output, need, small_book()).value == value


def test_a_need_that_names_a_material_accepts_its_usual_codes() -> None:
    output, need = as_read(an_output("x", ewc_code="020702")), as_read(a_need("Grape pomace"))
    assert code(output, need, small_book()).value == 1


def test_unknown_without_codes() -> None:
    assert code(as_read(an_output("x")), as_read(a_need("y", ewc_code="020702")), small_book()).value is None
    assert code(as_read(an_output("x", ewc_code="020702")), as_read(a_need("y")), small_book()).value is None
