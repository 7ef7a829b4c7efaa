"""Texts as weighted bags: pieces of words for what is spelt alike, meanings for what is called differently.

How telling a part is comes from the texts of the reference book alone, so that what two listings have
in common does not depend on which other listings there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import fsum, log, sqrt

from matching import georgian
from matching.latin_letters import in_georgian_letters
from matching.reference_book import ReferenceBook
from matching.stems import stem
from matching.text import bare_words

Bag = Mapping[str, float]

SHORTEST, LONGEST = 3, 5

SHORTEST_HALF = 4
"""Letters of half a Georgian compound, at least."""

RELATED = 0.35
"""How much a word also says of each family near to its own (`loaf` of flour, `flour` of grain)."""


STATES = frozenset(
    stem(word)
    for word in (
        *("old", "worn", "whole", "unbroken", "secondhand", "second", "hand"),
        *("ნახმარი", "მეორადი", "გამოყენებული", "მთელი", "მთლიანი"),
        *("старый", "бывший", "целый"),
    )
)
"""What many different things are; that two texts say so does not make them alike."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Inverse document frequencies. What the book never says counts as much as its rarest word."""

    idf: Mapping[str, float]
    unseen: float

    def of(self, part: str) -> float:
        """How telling a part is."""
        return self.idf.get(part, self.unseen)


def _telling(text: str) -> Iterable[tuple[str, str]]:
    """The words of a text that carry matter, with their stems."""
    return ((word, cut) for word in bare_words(text) if (cut := stem(word)) not in STATES)


def pieces(text: str) -> list[str]:
    """Character 3- to 5-grams inside the words that carry matter, each word between two spaces."""
    return [piece for word, _ in _telling(text) for piece in _pieces_of(word)]


@lru_cache(maxsize=16384)
def _pieces_of(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    lengths = range(SHORTEST, LONGEST + 1)
    return tuple(
        padded[start : start + length] for length in lengths for start in range(len(padded) - length + 1)
    )


@lru_cache(maxsize=8)
def _families(book: ReferenceBook) -> Mapping[str, tuple[str, ...]]:
    """Stem -> the families of words it belongs to."""
    found: dict[str, list[str]] = {}
    for family in book.word_families.values():
        for part in dict.fromkeys(stem(word.casefold()) for word in family.words):
            found.setdefault(part, []).append(family.id)
    return {part: tuple(families) for part, families in found.items()}


@lru_cache(maxsize=8)
def _near(book: ReferenceBook) -> Mapping[str, tuple[str, ...]]:
    """Family -> the families near to it, whichever of the two names the other."""
    found: dict[str, set[str]] = {family: set() for family in book.word_families}
    for family in book.word_families.values():
        for other in family.related:
            found[family.id].add(other)
            found[other].add(family.id)
    return {family: tuple(sorted(others)) for family, others in found.items()}


def meanings(text: str, book: ReferenceBook) -> list[str]:
    """What the words of a text mean: their families (`~heat`), or their stems where they have none.

    A Georgian adjective made of a word of a family means that family (კირიანი, with lime), a compound those
    of its halves (ასფალტბეტონი, asphalt concrete).
    """
    return [part for word, cut in _telling(text) for part in _meant(word, cut, book)]


@lru_cache(maxsize=65536)
def _meant(word: str, cut: str, book: ReferenceBook) -> tuple[str, ...]:
    known = _families(book)
    for base in (cut, *georgian.bases(cut)):
        if base in known:
            return tuple(f"~{family}" for family in known[base])
    if georgian.is_georgian(word):
        for at in range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1):
            halves = stem(word[:at]), stem(word[at:])
            if all(half in known for half in halves):
                return tuple(f"~{family}" for half in halves for family in known[half])
    return (cut,)


def _texts(book: ReferenceBook) -> Iterable[str]:
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


def _weights(texts: Iterable[Iterable[str]]) -> Weights:
    n_texts = 0
    frequency: dict[str, int] = {}
    for parts in texts:
        n_texts += 1
        for part in dict.fromkeys(parts):
            frequency[part] = frequency.get(part, 0) + 1
    # Rounded, because the last digit of a logarithm differs between machines.
    idf = {part: round(log((1 + n_texts) / (1 + n)) + 1, 6) for part, n in frequency.items()}
    return Weights(idf, round(log(1 + n_texts) + 1, 6))


@lru_cache(maxsize=8)
def piece_weights(book: ReferenceBook) -> Weights:
    """How telling each piece of a word is, by the texts of the book."""
    return _weights(pieces(text) for text in _texts(book))


@lru_cache(maxsize=8)
def meaning_weights(book: ReferenceBook) -> Weights:
    """How telling each meaning is, by the texts of the book."""
    return _weights(meanings(text, book) for text in _texts(book))


def bag_of_pieces(text: str, book: ReferenceBook) -> Bag:
    """The pieces of the words of a text with their weights, of length 1 (empty for no words)."""
    weighing, written = piece_weights(book), in_georgian_letters(text, book)
    return _normed(_weighed(pieces(written), weighing))


def bag_of_meanings(text: str, book: ReferenceBook) -> Bag:
    """What the words of a text mean, with their weights, of length 1 (empty for no words).

    A family also says a little of the families near to it, so that `loaf` and `starch` meet.
    """
    weighing, near = meaning_weights(book), _near(book)
    direct = _weighed(meanings(in_georgian_letters(text, book), book), weighing)
    spread: dict[str, list[float]] = {part: [value] for part, value in direct.items()}
    for part, value in direct.items():
        if part.startswith("~"):
            for other in near[part[1:]]:
                scale = min(1.0, weighing.of(f"~{other}") / weighing.of(part))
                spread.setdefault(f"~{other}", []).append(RELATED * value * scale)
    return _normed({part: max(values) for part, values in spread.items()})


def _weighed(parts: Iterable[str], weighing: Weights) -> dict[str, float]:
    """How often each part occurs, by its logarithm, times how telling it is."""
    idf, unseen = weighing.idf, weighing.unseen
    return {part: _often(n) * idf.get(part, unseen) for part, n in Counter(parts).items()}


@cache
def _often(n: int) -> float:
    return 1 + round(log(n), 6)


def _normed(raw: Mapping[str, float]) -> Bag:
    length = sqrt(fsum([value * value for value in raw.values()]))
    return {part: value / length for part, value in raw.items()}


def cosine(one: Bag, other: Bag) -> float:
    """How alike two bags are, 0..1. The sum is exact, so its order does not matter."""
    return fsum([one[part] * other[part] for part in one.keys() & other.keys()])
