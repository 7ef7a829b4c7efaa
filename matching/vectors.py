"""Texts as weighted bags: pieces of words for what is spelt alike, stems for what is called alike.

How telling a piece is comes from the texts of the reference book alone, so that what two listings have
in common does not depend on which other listings there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import fsum, log, sqrt

from matching.reference_book import ReferenceBook
from matching.text import words

Bag = Mapping[str, float]

SHORTEST, LONGEST = 3, 5


@dataclass(frozen=True, slots=True)
class Weights:
    """Inverse document frequencies. What the book never says counts as much as its rarest word."""

    idf: Mapping[str, float]
    unseen: float


def pieces(text: str) -> list[str]:
    """Character 3- to 5-grams inside the words that carry matter, each word between two spaces."""
    found: list[str] = []
    for word in words(text):
        padded = f" {word.text} "
        for length in range(SHORTEST, LONGEST + 1):
            found += (padded[start : start + length] for start in range(len(padded) - length + 1))
    return found


def stems(text: str) -> list[str]:
    """The stems of the words that carry matter."""
    return [word.stem for word in words(text)]


def book_texts(book: ReferenceBook) -> Iterable[str]:
    """Every name and title of the book, one entry and language at a time."""
    for material in book.materials.values():
        yield from (material.name_en, material.name_ka, material.name_ru, *material.synonyms)
    for use in book.uses.values():
        yield from (use.name_en, use.name_ka, use.name_ru, *use.synonyms)
    for process in book.processes.values():
        yield from (process.name_en, process.name_ka)
    for code in book.waste_codes.values():
        yield from (code.title_en, code.title_ka)
    for industry in book.nace.values():
        yield from (industry.name_en, industry.name_ka)


@lru_cache(maxsize=16)
def weights(book: ReferenceBook, cut: Callable[[str], list[str]]) -> Weights:
    """How telling each piece (`cut=pieces`) or stem (`cut=stems`) is, by the texts of the book."""
    n_texts = 0
    frequency: dict[str, int] = {}
    for text in book_texts(book):
        n_texts += 1
        for part in dict.fromkeys(cut(text)):
            frequency[part] = frequency.get(part, 0) + 1
    # Rounded, because the last digit of a logarithm differs between machines.
    idf = {part: round(log((1 + n_texts) / (1 + n)) + 1, 6) for part, n in frequency.items()}
    return Weights(idf, round(log(1 + n_texts) + 1, 6))


def bag(parts: Iterable[str], weighing: Weights) -> Bag:
    """Parts with their weights, of length 1 (empty for no parts). Repetition counts by its logarithm."""
    counts: dict[str, int] = {}
    for part in parts:
        counts[part] = counts.get(part, 0) + 1
    raw = {
        part: (1 + round(log(n), 6)) * weighing.idf.get(part, weighing.unseen) for part, n in counts.items()
    }
    length = sqrt(fsum(value * value for value in raw.values()))
    return {part: value / length for part, value in raw.items()}


def cosine(one: Bag, other: Bag) -> float:
    """How alike two bags are, 0..1. The sum is exact, so its order does not matter."""
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return fsum(value * large[part] for part, value in small.items() if part in large)
