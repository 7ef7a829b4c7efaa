"""The most likely weights, against what is known of them without the program."""

from __future__ import annotations

import numpy as np
import pytest

from matching.regression import Problem, newton, precision_of, sigmoid, solve

CENTRE = np.array([-1.0, 2.0])


def a_problem(n: int, slope: float) -> Problem:
    """A value on a grid, positive as often as 1 / (1 + e^(1 − slope·value)), as weights instead of chance."""
    values = np.linspace(-1, 2, n)
    p = sigmoid(-1 + slope * values)
    x = np.column_stack([np.ones(2 * n), np.tile(values, 2)])
    y = np.repeat([1.0, 0.0], n)
    return Problem(x, np.zeros(2 * n), y, np.concatenate([p, 1 - p]))


def test_without_rows_nothing_moves() -> None:
    empty = Problem(np.zeros((0, 2)), np.zeros(0), np.zeros(0), np.zeros(0))
    beta, zeroed = solve(empty, CENTRE)
    assert beta == pytest.approx(CENTRE)
    assert zeroed == []


def test_with_a_weak_prior_it_finds_the_weights_that_made_the_labels() -> None:
    beta = newton(a_problem(2000, 3.5), CENTRE, np.full(2, 1e-6), [])
    assert beta == pytest.approx([-1.0, 3.5], abs=1e-3)


@pytest.mark.parametrize("slope", [0.5, 3.5, 6.0])
def test_the_answer_lies_between_what_is_known_and_what_the_labels_alone_say(slope: float) -> None:
    found = [solve(a_problem(n, slope), CENTRE)[0][1] for n in (10, 50, 2000)]
    steps = [CENTRE[1], *found, slope]
    assert steps == sorted(steps, reverse=bool(slope < CENTRE[1]))


def test_labels_that_agree_leave_everything_where_it_is() -> None:
    assert solve(a_problem(500, 2.0), CENTRE)[0] == pytest.approx(CENTRE, abs=1e-6)


def test_a_turned_sign_becomes_nothing_and_the_rest_is_fitted_again() -> None:
    problem = a_problem(500, -3.0)
    beta, zeroed = solve(problem, CENTRE)
    assert (beta[1], zeroed) == (0.0, [1])
    alone = Problem(problem.x[:, :1], problem.fixed, problem.y, problem.w)
    assert beta[0] == pytest.approx(solve(alone, CENTRE[:1])[0][0], abs=1e-8)


def test_the_part_that_is_fixed_counts_in_the_score_and_is_not_learned() -> None:
    plain = a_problem(300, 3.5)
    fixed = Problem(plain.x[:, :1], 3.5 * plain.x[:, 1], plain.y, plain.w)
    assert solve(fixed, CENTRE[:1])[0] == pytest.approx([-1.0], abs=1e-3)


def test_the_prior_is_wider_for_a_weight_that_counts_more() -> None:
    assert 1 / precision_of(np.array([0.0, 4.0])) == pytest.approx([0.09, 2.3**2])
