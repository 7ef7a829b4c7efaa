"""The page that tells what the reference book covers is counted from the book."""

from __future__ import annotations

from matching.reference_book import default_book
from tools.coverage_page import PAGE, page


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(default_book())
