"""The figures of the benchmark and the baselines it compares with."""

from __future__ import annotations

import pytest

from benchmark.baselines import Bm25, CharacterTfidf, ranked
from benchmark.figures import ahead, figures, first_right

EXCHANGES = {
    "a": {"need_group": "fuel", "park_or_programme": "x"},
    "b": {"need_group": "fuel", "park_or_programme": "x"},
    "c": {"need_group": "feed", "park_or_programme": "y"},
}
RANKING = {"a": ["b", "a"], "b": ["c"], "c": ["c", "a"]}


def test_strict_wants_the_need_itself_and_lenient_one_of_its_group() -> None:
    assert first_right(RANKING, EXCHANGES, lenient=False) == {"a": 2, "b": 0, "c": 1}
    assert first_right(RANKING, EXCHANGES, lenient=True) == {"a": 1, "b": 0, "c": 1}


def test_hits_and_reciprocal_ranks_are_means_over_outputs() -> None:
    found = figures({"a": 2, "b": 0, "c": 1}, EXCHANGES)
    assert found.hits == pytest.approx((1 / 3, 2 / 3, 2 / 3))
    assert found.mrr == pytest.approx(0.5)
    assert found.low <= found.mrr <= found.high
    assert figures({"a": 2, "b": 0, "c": 1}, EXCHANGES) == found


@pytest.mark.parametrize("made", [Bm25, CharacterTfidf])
def test_baselines_put_the_text_with_the_same_words_first(made: type[Bm25] | type[CharacterTfidf]) -> None:
    index = made(["red brick", "blue milk", "red milk jug"])
    assert ranked(index.scores("milk, blue"), ["one", "two", "three"], 2) == ["two", "three"]


def test_what_shares_nothing_is_not_ranked() -> None:
    assert ranked(Bm25(["red brick"]).scores("ჭაჭა"), ["one"], 10) == []


def test_rare_words_count_more_than_common_ones() -> None:
    index = Bm25(["waste brick", "waste milk", "waste wool"])
    scores = index.scores("waste wool")
    assert scores[2] > scores[0] == scores[1] > 0


def test_the_lead_is_the_mean_of_differences_on_the_same_outputs() -> None:
    mean, low, high = ahead({"a": 1, "b": 2, "c": 0}, {"a": 2, "b": 2, "c": 4}, EXCHANGES)
    assert mean == pytest.approx((0.5 + 0 - 0.25) / 3)
    assert low == pytest.approx(-0.25)
    assert high == pytest.approx(0.25)
    assert ahead({"a": 1}, {"a": 1}, EXCHANGES) == (0, 0, 0)


def test_outputs_of_one_family_are_drawn_together() -> None:
    one_family = {name: row | {"family": "z"} for name, row in EXCHANGES.items()}
    found = figures({"a": 1, "b": 0, "c": 2}, one_family)
    assert found.low == found.mrr == found.high
