"""Ranking many at once leaves nothing out: it gives what comparing every pair gives."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matching.evidence.kinds import EVIDENCE
from matching.ranker import Ranker
from matching.reading import read
from matching.records import Listing, Place, Quantity, Side
from matching.reference_book import default_book
from matching.shortlist import Shortlist
from matching.weighing import Weights

BOOK = default_book()
NAMES = st.sampled_from(
    [
        entry.name(lang)
        for table in (BOOK.materials, BOOK.uses)
        for entry in list(table.values())[::7]
        for lang in ("ka", "en", "ru")
    ]
)
PLACES = st.one_of(
    st.just(Place()),
    st.sampled_from(sorted(BOOK.municipalities)).map(Place),
    st.builds(
        Place,
        st.sampled_from([None, *sorted(BOOK.municipalities)]),
        st.floats(41, 43.5),
        st.floats(40, 46.7),
    ),
)
QUANTITIES = st.one_of(
    st.none(),
    st.builds(Quantity, st.floats(0, 5000), st.sampled_from(["t", "m3"]), st.sampled_from(["year", "month"])),
)
FIGURES = st.sampled_from(
    ["", "moisture 6 %", "moisture at most 15 %", "90 °C", "at least 60 °C", "ტენიანობა არაუმეტეს 10 %"]
)
LISTINGS = st.builds(
    Listing,
    id=st.uuids().map(str),
    side=st.just(Side.OUTPUT),
    text=st.builds("{}; {}".format, st.lists(NAMES, min_size=1, max_size=3).map(", ".join), FIGURES),
    kind=st.sampled_from(["material", "material", "material", "energy", "water"]),
    ewc_code=st.one_of(st.none(), st.sampled_from([code for code in BOOK.waste_codes if len(code) == 6])),
    nace=st.one_of(st.none(), st.sampled_from(sorted(BOOK.nace))),
    hazardous=st.sampled_from([None, None, True, False]),
    quantity=QUANTITIES,
    place=PLACES,
    firm_id=st.sampled_from([None, "one", "other"]),
    season_months=st.sets(st.integers(1, 12)).map(lambda months: tuple(sorted(months))),
)


def _needs(listings: list[Listing]) -> list[Listing]:
    return [replace(listing, side=Side.NEED) for listing in listings]


@cache
def _ranker(*, likes_far: bool) -> Ranker:
    weights = Weights.read([function.__name__ for function in EVIDENCE])
    if likes_far:
        turned = {
            name: replace(one, weight=-one.weight)
            for name, one in weights.by_name.items()
            if name == "distance"
        }
        weights = replace(weights, by_name={**weights.by_name, **turned})
    return Ranker(BOOK, weights)


@pytest.mark.parametrize("likes_far", [False, True])
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(
    outputs=st.lists(LISTINGS, min_size=1, max_size=3),
    needs=st.lists(LISTINGS, min_size=1, max_size=40, unique_by=lambda one: one.id),
    top=st.integers(1, 5),
)
def test_it_gives_what_comparing_every_pair_gives(
    likes_far: bool, outputs: list[Listing], needs: list[Listing], top: int
) -> None:
    ranker, sought = _ranker(likes_far=likes_far), _needs(needs)
    together = list(ranker.rank_all(outputs, sought, top=top))
    assert together == [ranker.rank(output, sought, top=top) for output in outputs]


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(output=LISTINGS, needs=st.lists(LISTINGS, min_size=1, max_size=20))
def test_no_score_lies_above_its_bound(output: Listing, needs: list[Listing]) -> None:
    readings = [read(need, BOOK) for need in _needs(needs)]
    weights = Weights.read([function.__name__ for function in EVIDENCE])
    bounds = Shortlist(readings, BOOK, weights).bounds(read(output, BOOK))
    scores = {
        match.need_id: match.score for match in Ranker(BOOK, weights).rank(output, _needs(needs)).matches
    }
    for need, bound in zip(needs, bounds.scores, strict=True):
        assert scores.get(need.id, -np.inf) <= bound


def test_without_needs_nothing_is_found() -> None:
    output = Listing("o", Side.OUTPUT, "ნახერხი")
    assert [ranking.matches for ranking in _ranker(likes_far=False).rank_all([output], [], top=3)] == [()]
