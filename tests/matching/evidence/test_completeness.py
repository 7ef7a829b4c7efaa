"""How much the two listings say."""

from __future__ import annotations

from matching.evidence.completeness import completeness
from matching.records import Listing, Place, Quantity
from tests.matching.builders import a_need, an_output, as_read, small_book

FULL = {
    "ewc_code": "030105",
    "hazardous": False,
    "quantity": Quantity(1, "t", "year"),
    "place": Place("telavi"),
    "nace": "16",
}


def _value(output: Listing, need: Listing) -> float | None:
    return completeness(as_read(output), as_read(need), small_book()).value


def test_from_nothing_to_everything() -> None:
    assert _value(an_output(), a_need()) == 0
    assert _value(an_output(**FULL), a_need()) == 0.5
    assert _value(an_output(**FULL), a_need(**FULL)) == 1


def test_each_fact_counts_the_same() -> None:
    for name, value in FULL.items():
        assert _value(an_output(**{name: value}), a_need()) == 0.1
