"""What a firm may tick as what it treats."""

from __future__ import annotations

from matching.chains import treatable
from matching.reference_book import default_book
from symbiosis.presenters.offered import treated_groups

BOOK = default_book()


def _boxes(*said: str) -> set[str]:
    groups = treated_groups("drying", set(said), BOOK, "en")
    return {choice.id for group in groups for choice in group.choices}


def test_whatever_a_process_is_known_for_can_be_ticked() -> None:
    assert _boxes() >= set(treatable("drying", BOOK))


def test_what_a_firm_said_keeps_its_box_whatever_the_book_says_of_the_process() -> None:
    assert "asbestos-cement" not in _boxes()
    assert _boxes("asbestos-cement", "phlogiston") - _boxes() >= {"asbestos-cement"}
    assert "phlogiston" not in _boxes("phlogiston")
