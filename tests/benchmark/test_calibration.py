"""Whether a probability says how often such a pair is right."""

from __future__ import annotations

import pytest

from benchmark.calibration import at_fitted_share, by_band, judged
from matching.ranker import Ranker
from matching.records import Listing, Match, Side
from matching.reference_book import default_book

RANKER = Ranker(default_book())


def test_bands_tell_what_was_said_and_what_came() -> None:
    pairs = [(0.005, False), (0.009, False), (0.02, True), (0.8, True), (0.9, False)]
    found = by_band(pairs)
    assert [(band, n) for band, n, _, _ in found] == [("0–0.01", 2), ("0.01–0.03", 1), ("0.75–1", 2)]
    assert [came for *_, came in found] == [0, 1, 0.5]
    assert found[2][2] == pytest.approx(0.85)


def test_at_the_fitted_share_a_pair_is_said_to_be_less_likely_and_keeps_its_place() -> None:
    output = Listing("a", Side.OUTPUT, "Grape pomace")
    needs = [Listing(text, Side.NEED, text) for text in ("Grape pomace", "Compost feedstock", "Animal feed")]
    fitted = at_fitted_share(RANKER)
    before, after = (ranker.rank(output, needs).matches for ranker in (RANKER, fitted))
    assert [match.need_id for match in before] == [match.need_id for match in after]
    assert all(one.probability > other.probability for one, other in zip(before, after, strict=True))


def test_any_need_of_the_group_is_right() -> None:
    rows = {name: {"need_group": group} for name, group in (("a", "feed"), ("b", "feed"), ("c", "fuel"))}
    output = Listing("a", Side.OUTPUT, "Sawdust")
    needs = [Listing(name, Side.NEED, f"Sawdust {name}") for name in rows]
    found = judged(RANKER, [output], needs, rows)
    assert sorted(is_right for _, is_right in found) == [False, True, True]
    match = RANKER.compare(output, needs[0])
    assert isinstance(match, Match)
    assert match.probability in [said for said, _ in found]
