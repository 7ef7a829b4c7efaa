"""Of the pairs that both sides said yes to: which ones people then work on."""

from __future__ import annotations

from random import Random

import pytest

from matching.follow_through import LEAST, follow_through
from matching.labels import AGREED, TOO_DEAR, WORKED_ON, Row
from tests.matching.labelled import DEFAULTS, a_row, spread_values


def _rows(n: int, *, by_distance: bool = True) -> list[Row]:
    """Pairs that people work on where it is near, or by chance."""
    chance, rows = Random(3), []
    for number in range(n):
        values = spread_values(number)
        likely = (values["distance"] or 0.0) if by_distance else 0.5
        label = WORKED_ON if chance.random() < likely else AGREED
        rows.append(a_row(number, positive=True, values=values, label=label))
    return rows


def test_what_decides_the_second_step_is_found_and_told_better_than_by_the_share() -> None:
    found = follow_through(_rows(600), DEFAULTS)
    assert found is not None
    assert found["n"] == 600
    assert max(found["weights"], key=lambda name: found["weights"][name]) == "distance"
    assert found["after"]["brier"] < found["share"]["brier"]


def test_where_nothing_decides_nothing_is_claimed() -> None:
    found = follow_through(_rows(600, by_distance=False), DEFAULTS)
    assert found is not None
    assert max(abs(weight) for weight in found["weights"].values()) < 0.5
    assert found["after"]["brier"] == pytest.approx(found["share"]["brier"], abs=0.02)


def test_it_is_off_below_150_pairs_and_where_one_kind_is_missing() -> None:
    assert follow_through(_rows(LEAST - 1), DEFAULTS) is None
    assert follow_through(_rows(LEAST), DEFAULTS) is not None
    alike = [a_row(n, positive=True, label=AGREED, values=spread_values(n)) for n in range(LEAST)]
    assert follow_through(alike, DEFAULTS) is None


def test_pairs_that_were_not_worth_contacting_do_not_count() -> None:
    rows = _rows(LEAST)
    refused = [a_row(n + LEAST, positive=False, label=TOO_DEAR) for n in range(40)]
    assert follow_through([*rows, *refused], DEFAULTS) == follow_through(rows, DEFAULTS)
    assert follow_through([*rows[1:], *refused], DEFAULTS) is None
