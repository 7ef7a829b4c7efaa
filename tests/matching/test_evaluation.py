"""Figures of probabilities, against sums done by hand."""

from __future__ import annotations

from math import log

import pytest

from matching.evaluation import figures, hits, mean_reciprocal_rank, reliability


def test_brier_calibration_error_and_log_loss_are_as_reckoned_by_hand() -> None:
    found = figures([0.8, 0.8, 0.2, 0.2], [True, False, False, False])
    assert found is not None
    assert found.brier == pytest.approx((0.04 + 0.64 + 0.04 + 0.04) / 4)
    assert found.ece == pytest.approx(0.5 * 0.3 + 0.5 * 0.2)
    assert found.log_loss == pytest.approx(-(log(0.8) + log(0.2) + 2 * log(0.8)) / 4, abs=1e-4)


def test_sure_and_right_is_perfect_sure_and_wrong_stays_finite() -> None:
    right, wrong = figures([1.0, 0.0], [True, False]), figures([0.0], [True])
    assert right is not None
    assert wrong is not None
    assert (right.brier, right.ece, right.log_loss) == (0, 0, 0)
    assert 10 < wrong.log_loss < 100


def test_without_pairs_there_are_no_figures() -> None:
    assert figures([], []) is None
    assert all(one.n == 0 and one.said is None and one.came is None for one in reliability([], []))


def test_every_probability_falls_into_one_bin_the_ends_too() -> None:
    table = reliability([0.0, 0.05, 0.1, 0.999, 1.0], [False, True, True, True, True])
    assert [one.n for one in table] == [2, 1, 0, 0, 0, 0, 0, 0, 0, 2]
    assert (table[0].said, table[0].came) == (0.025, 0.5)


def test_hits_and_reciprocal_rank_are_as_reckoned_by_hand() -> None:
    places = [1, 4, None, 2]
    assert (hits(places, 1), hits(places, 3), hits(places, 10)) == (0.25, 0.5, 0.75)
    assert mean_reciprocal_rank(places) == pytest.approx((1 + 0.25 + 0.5) / 4)
    assert (hits([], 1), mean_reciprocal_rank([])) == (0.0, 0.0)
