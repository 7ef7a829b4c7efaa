"""Other weights for the same pairs: the sums are those of the ranker, and the comparisons are right."""

from __future__ import annotations

import pytest

from benchmark.hand_written import ALL_FACTS, ENGLISH, listings_of, read_rows
from benchmark.pairs import NAMES, Pairs
from benchmark.stability import draws, overlap, scaled
from matching.ranker import Ranker
from matching.reference_book import default_book
from matching.weighing import Weights


def test_sums_of_the_present_weights_give_the_ranking_of_the_ranker() -> None:
    rows = dict(list(read_rows("exchanges", "dev").items())[:25])
    outputs, needs = listings_of(rows, ENGLISH, ALL_FACTS)
    ranker, weights = Ranker(default_book()), Weights.read(NAMES)
    ranked = {
        one.listing_id: [match.need_id for match in one.matches]
        for one in ranker.rank_all(outputs, needs, top=10)
    }
    assert sum(map(len, ranked.values())) > len(outputs)
    pairs = Pairs(ranker, outputs, needs)
    assert pairs.ranked(weights, 10) == ranked
    other = scaled(weights, {"pathway": 0.0, "wording": 0.0})
    by_other = {
        one.listing_id: [match.need_id for match in one.matches]
        for one in Ranker(default_book(), other).rank_all(outputs, needs, top=10)
    }
    assert by_other != ranked
    assert pairs.ranked(other, 10) == by_other


def test_only_the_named_weights_are_scaled() -> None:
    weights = Weights.read(NAMES)
    first, second = NAMES[:2]
    other = scaled(weights, {first: 0.5})
    assert other.by_name[first].weight == pytest.approx(weights.by_name[first].weight / 2)
    assert other.by_name[first].centre == weights.by_name[first].centre
    assert other.by_name[second] == weights.by_name[second]


def test_overlap_is_the_mean_share_that_stays() -> None:
    assert overlap({"a": ["x", "y"], "b": ["x"]}, {"a": ["y", "z"], "b": ["x"]}) == pytest.approx(0.75)


def test_what_has_no_match_does_not_count_as_overlap() -> None:
    assert overlap({"a": ["x"], "b": []}, {"a": ["y"], "b": []}) == 0


def test_draws_stay_within_a_fifth_and_can_be_repeated() -> None:
    drawn = draws(NAMES, 5, seed=1)
    assert drawn == draws(NAMES, 5, seed=1) != draws(NAMES, 5, seed=2)
    assert all(0.8 <= factor <= 1.2 for factors in drawn for factor in factors.values())
    assert len({factor for factors in drawn for factor in factors.values()}) == 5 * len(NAMES)
