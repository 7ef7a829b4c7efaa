"""How alike the two texts are worded."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from matching.evidence.wording import wording
from tests.matching.builders import a_need, an_output, as_read, small_book


def _value(output: str, need: str) -> float | None:
    return wording(as_read(an_output(output)), as_read(a_need(need)), small_book()).value


def test_the_same_words_are_most_alike_and_other_words_least() -> None:
    same, near, other = (_value("old rusty gates", text) for text in ("old rusty gates", "rust", "blue milk"))
    assert same == 1
    assert other == 0
    assert near is not None
    assert 0 < near < 1


def test_case_forms_of_georgian_are_alike() -> None:
    alike, other = _value("ჭუჭყიანი ჭიშკარი", "ჭუჭყიანი ჭიშკრისთვის"), _value("ჭუჭყიანი ჭიშკარი", "ლურჯი")
    assert alike is not None
    assert other is not None
    assert alike > 0.3 > other


def test_meanings_meet_where_letters_do_not() -> None:
    across, strangers = _value("ძველი პური", "unsold loaf"), _value("ძველი პური", "unsold shovel")
    assert across is not None
    assert strangers is not None
    assert across > strangers


def test_unknown_without_words() -> None:
    assert _value("123", "loaf") is None
    assert _value("loaf", "") is None


@given(st.text(max_size=60), st.text(max_size=60))
def test_symmetric_and_within_bounds(one: str, other: str) -> None:
    there, back = _value(one, other), _value(other, one)
    assert there == back
    assert there is None or 0 <= there <= 1
