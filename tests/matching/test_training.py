"""What is learned starts at what is known, moves as far as the labels carry it, and tells how good it is."""

from __future__ import annotations

from dataclasses import replace
from math import exp, inf

import pytest

from matching.errors import TooFewLabels
from matching.evidence.kinds import NAMES
from matching.labels import Labels
from matching.training import fit, means, probability
from matching.weighing import Weights, prior_spread
from tests.matching.labelled import DEFAULTS, NOW, a_row, as_the_weights_say, spread_values


def sure(n: int, name: str, *, upwards: bool, **changes: object) -> Labels:
    """Pairs that were answered yes where one evidence is high (or low), but for every sixth; nothing else is
    known.
    """
    rows = []
    for number in range(n):
        value = spread_values(number)[name] or 0.0
        values = {**dict.fromkeys(NAMES), name: value}
        rows.append(
            a_row(
                number, positive=(value > 0.5) is (upwards is not (number % 6 == 0)), values=values, **changes
            )
        )
    return Labels(tuple(rows), {})


def moved(labels: Labels, name: str) -> float:
    """By how many of its own standard deviations a weight moved."""
    before = DEFAULTS.by_name[name].weight
    return (fit(labels, DEFAULTS, NOW).weights.by_name[name].weight - before) / (0.5 * before + 0.3)


@pytest.mark.parametrize(
    "labels",
    [
        Labels((), {}),
        Labels(as_the_weights_say(60).rows[:29], {}),
        Labels(tuple(a_row(n, positive=n < 7) for n in range(60)), {}),
        Labels(tuple(a_row(n, positive=n > 6) for n in range(60)), {}),
        Labels(tuple(a_row(n, positive=n % 2 == 0, n_firms=2) for n in range(60)), {}),
    ],
    ids=["none", "29", "seven positive", "seven negative", "four firms"],
)
def test_too_little_is_refused_and_told(labels: Labels) -> None:
    with pytest.raises(TooFewLabels) as refused:
        fit(labels, DEFAULTS, NOW)
    assert refused.value.facts["n"] == len(labels.rows)
    assert refused.value.facts["least"] == 30


def test_labels_that_tell_nothing_of_the_evidence_leave_its_weights() -> None:
    rows = tuple(a_row(n, positive=n % 20 == 0) for n in range(400))  # nothing was known of any pair
    weights = fit(Labels(rows, {}), DEFAULTS, NOW)
    stretch = weights.card["calibration"]["stretch"]
    for name in NAMES:
        before, after = DEFAULTS.by_name[name].weight, weights.weights.by_name[name].weight
        assert after == pytest.approx(stretch * before, abs=1e-3)


def test_labels_that_agree_with_the_defaults_move_little() -> None:
    labels = as_the_weights_say(600)
    assert labels.rows
    for name in NAMES:
        assert abs(moved(labels, name)) < 0.6, name


@pytest.mark.parametrize("name", ["material", "code", "sector"])
def test_a_strong_signal_moves_a_weight_its_way_and_stays_within_the_prior(name: str) -> None:
    up = moved(sure(200, name, upwards=True), name)
    down = moved(sure(200, name, upwards=False), name)
    assert 0 < up < 8
    assert down == pytest.approx(-DEFAULTS.by_name[name].weight / (0.5 * DEFAULTS.by_name[name].weight + 0.3))


def test_a_weight_that_would_turn_its_sign_counts_nothing_and_is_told() -> None:
    fitted = fit(sure(300, "distance", upwards=False), DEFAULTS, NOW)
    assert fitted.card["flipped"] == ["distance"]
    assert fitted.weights.by_name["distance"].weight == 0
    assert all(one.weight >= 0 for one in fitted.weights.by_name.values())


def test_a_signal_that_is_seen_more_often_moves_further() -> None:
    few, many = (moved(sure(n, "code", upwards=True), "code") for n in (40, 900))
    assert 0 < few < many < inf


def test_who_is_too_far_says_nothing_against_the_material() -> None:
    near = as_the_weights_say(200).rows
    far = tuple(
        a_row(
            1000 + n,
            positive=False,
            label=1,
            speaks_of=("distance",),
            values={**dict.fromkeys(NAMES), "material": 0.9, "pathway": 0.9, "wording": 0.2, "distance": 0.6},
        )
        for n in range(100)
    )
    as_unfit = tuple(replace(row, label=0, speaks_of=None) for row in far)
    alone, too_far, unfit = (
        fit(Labels(rows, {}), DEFAULTS, NOW) for rows in (near, near + far, near + as_unfit)
    )
    alone_weight, far_weight, unfit_weight = (
        one.weights.by_name["material"].weight / one.card["calibration"]["stretch"]
        for one in (alone, too_far, unfit)
    )
    assert unfit_weight < alone_weight - 0.3
    assert far_weight >= alone_weight
    assert too_far.weights.by_name["distance"].weight > alone.weights.by_name["distance"].weight


def test_the_order_of_rows_does_not_matter_and_the_same_labels_give_the_same_weights() -> None:
    labels = as_the_weights_say(120)
    turned = Labels(labels.rows[::-1], {})
    assert fit(labels, DEFAULTS, NOW) == fit(turned, DEFAULTS, NOW) == fit(labels, DEFAULTS, NOW)


def test_a_row_counts_by_its_weight() -> None:
    light = sure(100, "code", upwards=True, weight=0.05)
    assert moved(light, "code") < moved(sure(100, "code", upwards=True), "code")


def test_what_was_learned_is_read_back_as_it_was_and_has_its_own_version() -> None:
    fitted = fit(as_the_weights_say(200), DEFAULTS, NOW)
    assert Weights.of(fitted.weights.plain(), NAMES) == fitted.weights
    assert fitted.weights.version.startswith("2026-09-15.learned-")
    assert fitted.weights.version != fit(sure(200, "code", upwards=True), DEFAULTS, NOW).weights.version
    assert [one.centre for one in fitted.weights.by_name.values()] == [
        one.centre for one in DEFAULTS.by_name.values()
    ]


def test_the_card_tells_what_it_was_learned_from_and_how_good_it_is() -> None:
    labels = replace(as_the_weights_say(400), dropped={"later": 3})
    card = fit(labels, DEFAULTS, NOW).card
    assert (card["n"], card["n_firms"], card["dropped"]) == (400, 24, {"later": 3})
    assert card["n_positive"] == sum(row.is_positive for row in labels.rows)
    assert sum(fold["n_test"] for fold in card["folds"]) == 400
    assert sum(one["n"] for one in card["reliability"]) == 400
    assert card["after"]["n"] == card["before"]["n"] == 400
    assert card["first"] < card["last"]
    assert set(card["means"]) == set(NAMES)


def test_on_firms_held_out_a_true_signal_helps_and_labels_without_one_do_little_harm() -> None:
    learned = fit(sure(300, "distance", upwards=True), DEFAULTS, NOW).card
    assert learned["after"]["log_loss"] < learned["before"]["log_loss"]
    agreeing = fit(as_the_weights_say(600), DEFAULTS, NOW).card
    assert agreeing["after"]["log_loss"] < agreeing["before"]["log_loss"] + 0.02


def test_a_probability_is_that_of_the_ranker() -> None:
    start = DEFAULTS.prior_evidence().contribution
    assert probability({}, DEFAULTS) == pytest.approx(1 / (1 + exp(-start)), abs=1e-5)
    assert probability({"material": 1.0}, DEFAULTS) > probability({"material": None}, DEFAULTS)


def test_means_are_over_what_is_known() -> None:
    rows = [
        a_row(0, positive=True, values={"code": 1.0, "sector": None}),
        a_row(1, positive=True, values={"code": 0.0, "sector": None}),
        a_row(2, positive=True, values={"code": None, "sector": None}),
    ]
    assert means(rows, ["code", "sector"]) == {"code": 0.5, "sector": None}


def test_the_card_tells_how_unsure_each_weight_still_is() -> None:
    few, many = (
        fit(Labels(tuple(a_row(n, positive=n % 2 == 0) for n in range(size)), {}), DEFAULTS, NOW)
        for size in (40, 400)
    )
    assert few.card["spreads"].keys() == set(NAMES)
    for name in NAMES:
        prior = prior_spread(DEFAULTS.by_name[name].weight)
        assert 0 < many.card["spreads"][name] <= few.card["spreads"][name] <= prior + 1e-4
