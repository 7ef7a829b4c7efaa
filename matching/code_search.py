"""Waste codes for a text: entries of the List of Waste whose titles are worded alike, in either language."""

from __future__ import annotations

from functools import lru_cache

from matching.reference_book import ReferenceBook
from matching.vectors import Bag, bag_of_meanings, bag_of_pieces

ENTRY_LEVEL = 3
MIN_LIKENESS = 0.12


@lru_cache(maxsize=4)
def _index(book: ReferenceBook) -> dict[str, list[tuple[str, float]]]:
    """Part of a text -> the codes whose title has it, with its weight there. Meanings are marked by `=`."""
    index: dict[str, list[tuple[str, float]]] = {}
    for code in book.waste_codes.values():
        if code.level != ENTRY_LEVEL:
            continue
        for title in dict.fromkeys((f"{code.title_en} {code.name_en}", f"{code.title_ka} {code.name_ka}")):
            for part, weight in _bag_of(title, book).items():
                index.setdefault(part, []).append((code.id, weight))
    return index


def _bag_of(text: str, book: ReferenceBook) -> Bag:
    letters, whole = bag_of_pieces(text, book), bag_of_meanings(text, book)
    half = 0.5**0.5
    return {part: value * half for part, value in letters.items()} | {
        f"={part}": value * half for part, value in whole.items()
    }


def search(text: str, book: ReferenceBook, limit: int) -> list[tuple[str, float, str]]:
    """Codes worded like a text: (code, likeness in (0, 1], its title in English), most alike first."""
    index = _index(book)
    sums: dict[str, float] = {}
    # The order of the text's parts and of the list is fixed, so the sums are the same on every run.
    for part, value in _bag_of(text, book).items():
        for code, weight in index.get(part, ()):
            sums[code] = sums.get(code, 0.0) + value * weight
    likenesses = ((code, round(min(1.0, total), 4)) for code, total in sums.items())
    best = sorted((pair for pair in likenesses if pair[1] >= MIN_LIKENESS), key=lambda p: (-p[1], p[0]))
    return [(code, likeness, book.waste_codes[code].title_en) for code, likeness in best[:limit]]
