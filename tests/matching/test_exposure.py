"""What is shown first: budgets hold, nobody is left without, and the same pairs give the same places."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import product
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matching.evidence.kinds import NAMES
from matching.exploring import draw, prior_spread, spread_of
from matching.exposure import (
    MOST_EXPECTED,
    MOST_OF_DEMAND,
    PUSHED,
    Pair,
    Plan,
    expected_tonnes,
    exposure_gini,
    gini,
    plan,
)
from matching.weighing import Weights


def a_pair(output: str, receiver: str, probability: float = 0.5, **rest: object) -> Pair:
    """A pair of an output and the one need of a receiver."""
    given = {"need_id": f"{receiver}-need", "score": probability, "spread": 0.5} | rest
    return Pair(f"{output}>{receiver}", output, receiver_id=receiver, probability=probability, **given)  # type: ignore[arg-type]


def _pushed(found: Plan) -> set[str]:
    return {place.match_id for place in found.places if place.slot != "further"}


def _crowd(seed: int, n_outputs: int = 40, n_receivers: int = 12) -> list[Pair]:
    """Every output fits every receiver, and all like the same few best."""
    random = Random(seed)
    lure = [random.random() for _ in range(n_receivers)]
    lacking = [random.choice([None, 50.0, 500.0]) for _ in range(n_receivers)]
    return [
        a_pair(
            f"o{o}", f"r{r}", round(max(0.01, min(0.99, lure[r] * random.uniform(0.7, 1.3))), 4),
            tonnes=random.choice([None, 5.0, 80.0]), lacking=lacking[r],
        )
        for o, r in product(range(n_outputs), range(n_receivers))
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(5))
def test_budgets_hold_but_for_the_one_pair_of_an_output_that_has_none_as_good(seed: int) -> None:
    pairs = _crowd(seed)
    found = plan(pairs, 1)
    pushed = [pair for pair in pairs if pair.match_id in _pushed(found)]
    of_output, of_receiver, of_need = (defaultdict(float) for _ in range(3))
    for pair in pushed:
        of_output[pair.output_id] += 1
        of_receiver[pair.receiver_id] += pair.probability
        of_need[pair.need_id] += expected_tonnes(pair) or 0.0
    assert found.n_outputs_pushed == found.n_outputs == 40
    assert max(of_output.values()) <= PUSHED
    over = sum(load > MOST_EXPECTED + 1e-6 for load in of_receiver.values())
    over += sum(
        of_need[pair.need_id] > MOST_OF_DEMAND * pair.lacking + 1e-6
        for pair in {pair.need_id: pair for pair in pairs}.values()
        if pair.lacking is not None
    )
    assert over <= found.n_over


def test_the_crowd_is_spread_more_evenly_than_by_likelihood_alone() -> None:
    pairs = _crowd(7)
    naive: set[str] = set()
    for output in {pair.output_id for pair in pairs}:
        mine = sorted((p for p in pairs if p.output_id == output), key=lambda p: -p.probability)
        naive |= {pair.match_id for pair in mine[:PUSHED]}
    assert plan(pairs, 1).gini < exposure_gini(pairs, naive)


def test_where_nothing_is_scarce_the_likeliest_are_pushed() -> None:
    pairs = [a_pair("o", f"r{n}", 0.1 * n) for n in range(1, 8)]
    found = {place.match_id: place for place in plan(pairs, 1).places}
    best = {id for id, place in found.items() if place.slot == "best"}
    assert best == {"o>r7", "o>r6", "o>r5", "o>r4"}
    [explored] = [place for place in found.values() if place.slot == "exploring"]
    assert explored.match_id in {"o>r1", "o>r2", "o>r3"}
    assert all(found[id].propensity == 1.0 for id in best)
    assert [place.propensity for place in found.values() if place.slot == "further"] == [None, None]


def test_an_output_whose_only_receiver_is_full_is_still_pushed() -> None:
    pairs = [a_pair(f"o{n}", "r", 0.9) for n in range(6)]
    found = plan(pairs, 1)
    assert (found.n_outputs_pushed, found.n_over) == (6, 3)


def test_the_one_good_chance_of_an_output_is_not_hidden_behind_bad_ones() -> None:
    full = [a_pair(f"o{n}", "r", 0.95, is_held=True) for n in range(3)]
    good, nearly = a_pair("x", "r", 0.9), a_pair("x", "s", 0.5)
    bad = [a_pair("x", f"b{n}", 0.1) for n in range(6)]
    hidden = plan([*full, good, nearly, *bad], 1)
    assert good.match_id not in _pushed(hidden)
    shown = plan([*full, good, *bad], 1)
    assert good.match_id in _pushed(shown)
    assert (hidden.n_over, shown.n_over) == (0, 1)
    assert sum(place.slot != "further" for place in shown.places if place.match_id.startswith("x")) == PUSHED


def test_a_yes_is_shown_first_and_counts_as_one_acceptance() -> None:
    waiting = [a_pair(f"w{n}", "r", 0.05, said_yes="giver") for n in range(3)]
    others = [a_pair("o", "r", 0.9), a_pair("o", "s", 0.1)]
    found = {place.match_id: place.slot for place in plan([*waiting, *others], 1).places}
    assert [found[pair.match_id] for pair in waiting] == ["best"] * 3
    assert (found["o>r"], found["o>s"]) == ("further", "best")


def test_demand_that_is_met_takes_no_more_tonnes() -> None:
    full = a_pair("o", "r", 0.9, tonnes=10.0, lacking=0.0)
    other = a_pair("o", "s", 0.2, tonnes=10.0, lacking=10.0)
    found = {place.match_id: place.slot for place in plan([full, other], 1).places}
    assert found == {"o>r": "further", "o>s": "best"}


def test_of_equally_good_pairs_the_one_that_was_shown_stays() -> None:
    pairs = [a_pair("o", f"r{n}", 0.5) for n in range(8)]
    held = replace(pairs[7], probability=0.49, is_held=True)
    found = {place.match_id: place.slot for place in plan([*pairs[:7], held], 1).places}
    assert found[held.match_id] == "best"


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_pairs_changes_nothing(random: Random) -> None:
    pairs = _crowd(3, 8, 6)
    shuffled = pairs.copy()
    random.shuffle(shuffled)
    assert plan(shuffled, 4) == plan(pairs, 4)


def test_within_a_window_the_same_is_drawn_and_later_something_else_may_be() -> None:
    candidates = [(f"m{n}", 0.0, 1.0) for n in range(6)]
    assert draw(candidates, "o:1") == draw(candidates[::-1], "o:1")
    assert len({draw(candidates, f"o:{window}").id for window in range(40)}) == 6


def test_the_propensity_is_how_often_it_is_drawn() -> None:
    candidates = [("likely", 1.0, 1.0), ("less", 0.0, 1.0), ("hardly", -9.0, 0.1)]
    drawn = [draw(candidates, f"o:{n}") for n in range(800)]
    for name, share in (("likely", 0.76), ("less", 0.24)):
        told = [one.propensity for one in drawn if one.id == name]
        assert len(told) / len(drawn) == pytest.approx(share, abs=0.05)
        assert sum(told) / len(told) == pytest.approx(share, abs=0.03)
    assert all(one.id != "hardly" for one in drawn)


def test_who_is_less_sure_of_a_score_explores_wider() -> None:
    weights = Weights.read(NAMES)
    known = dict.fromkeys(NAMES, 1.0)
    assert spread_of({}, weights, {}) == 0
    assert 0 < spread_of({"pathway": 1.0}, weights, {}) < spread_of(known, weights, {})
    learned = dict.fromkeys(NAMES, 0.01)
    assert spread_of(known, weights, learned) < 0.1 * spread_of(known, weights, {})
    assert prior_spread(-2.0) == 1.3


def test_gini_of_equals_is_nothing_and_of_one_alone_nearly_all() -> None:
    assert gini([]) == gini([0.0, 0.0]) == gini([2.0, 2.0, 2.0]) == 0
    assert gini([0.0, 0.0, 0.0, 4.0]) == 0.75
    assert plan([], 1) == Plan((), 0, 0, 0, 0.0)
