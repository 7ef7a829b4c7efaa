"""How each entry of the List of Waste is worded: its titles and the phrases of firms, one document each."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from matching.reference_book import ReferenceBook
from matching.wordings import Wordings, wordings_of

ENTRY_LEVEL = 3


@lru_cache(maxsize=4)
def entry_wordings(book: ReferenceBook) -> Wordings:
    """Every way in which the book words an entry."""
    return wordings_of(_entry_documents(book), book)


def _entry_documents(book: ReferenceBook) -> Iterable[tuple[str, str]]:
    for code in book.waste_codes.values():
        if code.level == ENTRY_LEVEL:
            named = (f"{code.title_en}", f"{code.title_ka}", code.name_en, code.name_ka, *code.phrases)
            for text in dict.fromkeys(named):
                yield code.id, text


@lru_cache(maxsize=4)
def origin_wordings(book: ReferenceBook) -> Wordings:
    """How sub-chapters are worded: what tells where a waste comes from."""
    return wordings_of(_origin_documents(book), book)


def _origin_documents(book: ReferenceBook) -> Iterable[tuple[str, str]]:
    for code in book.waste_codes.values():
        if code.level == ENTRY_LEVEL - 1:
            for text in dict.fromkeys((code.title_en, code.title_ka, code.name_en, code.name_ka)):
                yield code.id, text
