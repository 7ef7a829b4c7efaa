"""Slips of the keyboard are forgiven, other words are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching import spelling
from matching.spelling import Speller, distance

WORDS = ("cardboard", "pomace", "glass", "sawdust", "ნამსხვრევ")
SPELLER = Speller.of({word: word for word in WORDS})


def test_one_slip_is_corrected() -> None:
    assert SPELLER.corrections("pomaec") == (("pomace", 1),)
    assert SPELLER.corrections("sawdsut") == (("sawdust", 1),)


def test_long_words_may_have_two_slips() -> None:
    assert SPELLER.corrections("cardbord") == (("cardboard", 1),)
    assert SPELLER.corrections("kardbaord") == ()
    assert SPELLER.corrections("carbdorad") == (("cardboard", 2),)
    assert SPELLER.corrections("ნამსხრევვ")[0][0] == "ნამსხვრევ"


def test_short_words_and_other_first_letters_are_left_alone() -> None:
    assert SPELLER.corrections("grass") == ()
    assert SPELLER.corrections("romace") == ()


def test_what_follows_a_georgian_preverb_is_no_slip() -> None:
    georgian = Speller.of({word: word for word in ("დაუხარისხებელი", "დაბრუნებული", "აზბესტი")})
    assert georgian.corrections("დამხარისხებელი") == ()
    assert georgian.corrections("დაწუნებული") == ()
    assert georgian.corrections("დაუხარისხბელი") == (("დაუხარისხებელი", 1),)
    assert georgian.corrections("ასბესტი") == (("აზბესტი", 1),)


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_distance_is_symmetric_and_zero_only_for_equal_words(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)


def test_a_word_longer_than_any_known_one_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[str] = []

    def rests(word: str) -> list[str]:
        looked_up.append(word)
        return []

    monkeypatch.setattr(spelling, "_rests", rests)
    assert SPELLER.corrections("ა" * 2000) == ()
    assert looked_up == []
    SPELLER.corrections("cardboarddd")
    assert looked_up == ["cardboarddd"]
