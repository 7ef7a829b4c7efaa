"""Materials and uses that a text is worded like, also where it does not name them.

`Bitumen-coated granulate for the drum` names no asphalt, but who looks for asphalt writes so. Such guesses
stay below what any rule takes for sure (`gates.SURE`): they may bring a pair up, they never rule one out.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from matching.lexicon import doubtful_names
from matching.recognition import MIN_CONFIDENCE, Guess
from matching.reference.phrases import Sort
from matching.reference_book import ReferenceBook
from matching.text import normalise, words
from matching.wordings import Wordings, wordings_of

FIRST, FULL = 0.2, 0.6
"""The likeness from which a guess is made, and from which it is as sure as such a guess can be."""

BESIDE_BEST = 0.7
"""What is less sure than this part of the best guess says nothing beside it."""

SENTENCE = 2
"""Words that carry matter, below which a text is not compared."""

SUREST = 0.59
"""What is worded like a thing was not named: less than any rule needs."""


@lru_cache(maxsize=8)
def _wordings(sort: Sort, book: ReferenceBook) -> Wordings:
    return wordings_of(dict.fromkeys(_documents(sort, book)), book)


def _documents(sort: Sort, book: ReferenceBook) -> Iterable[tuple[str, str]]:
    # Plastic crates are worded like `crates`, as wooden ones are called too: such a name tells nothing.
    doubtful = doubtful_names(book) if sort == "material" else frozenset()
    for entry in (book.materials if sort == "material" else book.uses).values():
        for text in (entry.name_en, entry.name_ka, *entry.synonyms):
            if normalise(text) not in doubtful:
                yield entry.id, text
    for phrase in book.phrases:
        if phrase.sort == sort:
            yield phrase.entry_id, phrase.text


def all_worded_like(sort: Sort, text: str, book: ReferenceBook, at_least: float) -> dict[str, float]:
    """Entries with a name or phrase that is at least so like a text, and how like the nearest is, 0..1."""
    return {one: alike for one, (alike, _) in _wordings(sort, book).likeness(text, book, at_least).items()}


@lru_cache(maxsize=4096)
def worded_like(sort: Sort, text: str, book: ReferenceBook) -> tuple[Guess, ...]:
    """The entries whose names or phrases a text is most like; `because` is the wording of the book.

    Confidence grows evenly with the likeness, from MIN_CONFIDENCE to SUREST. A single word is like nothing:
    it names a thing, or it says too little.
    """
    if len(words(text)) < SENTENCE:
        return ()
    found = []
    for entry_id, (alike, wording) in _wordings(sort, book).likeness(text, book, FIRST).items():
        share = min(1.0, (alike - FIRST) / (FULL - FIRST))
        confidence = round(MIN_CONFIDENCE + share * (SUREST - MIN_CONFIDENCE), 4)
        found.append(Guess(entry_id, confidence, wording))
    best = max((guess.confidence for guess in found), default=0.0)
    near = (guess for guess in found if guess.confidence >= BESIDE_BEST * best)
    return tuple(sorted(near, key=lambda guess: (-guess.confidence, guess.id)))
