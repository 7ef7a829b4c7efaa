"""How each entry of the List of Waste is worded: titles and phrases of firms, one by one and together."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from matching.reference_book import ReferenceBook
from matching.reference_records import WasteCode
from matching.wordings import Wordings, wordings_of

ENTRY_LEVEL = 3


@lru_cache(maxsize=4)
def entry_wordings(book: ReferenceBook) -> Wordings:
    """Every way in which the book words an entry."""
    return wordings_of(((code.id, text) for code in _entries(book) for text in _worded(code)), book)


@lru_cache(maxsize=4)
def entry_wholes(book: ReferenceBook) -> Wordings:
    """All wordings of an entry as one document: what its wordings have in common weighs most in it."""
    return wordings_of(((code.id, "; ".join(_worded(code))) for code in _entries(book)), book)


@lru_cache(maxsize=4)
def origin_wholes(book: ReferenceBook) -> Wordings:
    """All wordings of a sub-chapter and its entries as one document: what tells where a waste comes from."""
    together: dict[str, list[str]] = {}
    for code in book.waste_codes.values():
        if code.level >= ENTRY_LEVEL - 1:
            together.setdefault(code.id[:4], []).extend(_worded(code))
    return wordings_of(((origin, "; ".join(texts)) for origin, texts in together.items()), book)


def _entries(book: ReferenceBook) -> Iterable[WasteCode]:
    return (code for code in book.waste_codes.values() if code.level == ENTRY_LEVEL)


def _worded(code: WasteCode) -> Iterable[str]:
    """The titles, everyday names and phrases of an entry or a sub-chapter, each once."""
    return dict.fromkeys((code.title_en, code.title_ka, code.name_en, code.name_ka, *code.phrases))
