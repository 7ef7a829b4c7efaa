"""Whether firms like this one buy for such uses."""

from __future__ import annotations

from matching.evidence.sector import sector
from tests.matching.builders import a_need, an_output, as_read, small_book


def _value(output: str, nace: str | None) -> float | None:
    return sector(as_read(an_output(output)), as_read(a_need("x", nace=nace)), small_book()).value


def test_a_sector_that_buys_for_a_use_of_the_output_fits() -> None:
    assert _value("Grape pomace", "1102") == 1
    assert _value("Grape pomace", "01") == 0.8


def test_a_sector_that_does_not_is_zero() -> None:
    assert _value("Grape pomace", "42") == 0


def test_unknown_without_sector_or_without_uses() -> None:
    assert _value("Grape pomace", None) is None
    assert _value("Rusty things", "01") is None
