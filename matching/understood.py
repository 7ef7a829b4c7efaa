"""What a text was understood as, kept with its listing, so that it need not be read again to be compared.

Reading a text costs more than comparing a pair. What is kept names the text and the state of the book, and
is worth nothing for another text or another book.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from zlib import crc32

from matching.recognition import Guess, Recognition, things_in
from matching.records import Listing
from matching.reference_book import ReferenceBook
from matching.text import script, words
from matching.understanding import things_meant
from matching.vectors import Bag, bag_of_meanings

_EDITION = 3
"""Changes with what is kept."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What a text means altogether, the materials that it names, what its words mean, and their alphabets."""

    meant: Recognition
    named: tuple[Guess, ...]
    meanings: Bag
    scripts: frozenset[str]


def to_keep(text: str, book: ReferenceBook) -> str:
    """What `understood` takes back, as text."""
    found = _from_text(text, book)
    sorts = (found.meant.materials, found.meant.uses, found.named)
    kept = [_key(text, book), *map(_plain, sorts), found.meanings, sorted(found.scripts)]
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def understood(listing: Listing, book: ReferenceBook) -> Understood:
    """What the text of a listing says, from what is kept where that fits.

    Without the words that say so: these are not kept.
    """
    kept = json.loads(listing.understood) if listing.understood else None
    if kept is None or kept[0] != _key(listing.text, book):
        return _from_text(listing.text, book)
    *sorts, meanings, scripts = kept[1:]
    materials, uses, named = map(_guesses, sorts)
    return Understood(Recognition(materials, uses), named, meanings, frozenset(scripts))


def _from_text(text: str, book: ReferenceBook) -> Understood:
    return Understood(
        things_meant(text, book),
        things_in(text, book).materials,
        bag_of_meanings(text, book),
        frozenset(script(word.text) for word in words(text)),
    )


def _key(text: str, book: ReferenceBook) -> str:
    return f"{_EDITION}.{book.fingerprint}.{crc32(text.encode('utf-8')):08x}"


def _plain(guesses: Iterable[Guess]) -> list[list[str | float]]:
    return [[guess.id, guess.confidence] for guess in guesses]


def _guesses(plain: list[tuple[str, float]]) -> tuple[Guess, ...]:
    return tuple(Guess(id_, confidence, "") for id_, confidence in plain)
