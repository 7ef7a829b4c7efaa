"""What a text was understood as, kept with its listing, so that it need not be read again to be compared.

Reading a text costs more than comparing a pair. What is kept names the text and the state of the book, and
is worth nothing for another text or another book.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from zlib import crc32

from matching.recognition import Guess, Recognition, things_in
from matching.records import Listing
from matching.reference_book import ReferenceBook
from matching.understanding import things_meant


def to_keep(text: str, book: ReferenceBook) -> str:
    """What `understood` takes back, as text."""
    meant, named = things_meant(text, book), things_in(text, book)
    sorts = (meant.materials, meant.uses, named.materials)
    return json.dumps([_key(text, book), *map(_plain, sorts)], separators=(",", ":"))


def understood(listing: Listing, book: ReferenceBook) -> tuple[Recognition, tuple[Guess, ...]]:
    """What a text means altogether, and the materials that it names; from what is kept where that fits.

    Without the words that say so: these are not kept.
    """
    kept = json.loads(listing.understood) if listing.understood else None
    if kept is None or kept[0] != _key(listing.text, book):
        return things_meant(listing.text, book), things_in(listing.text, book).materials
    materials, uses, named = map(_guesses, kept[1:])
    return Recognition(materials, uses), named


def _key(text: str, book: ReferenceBook) -> str:
    return f"{book.fingerprint}.{crc32(text.encode('utf-8')):08x}"


def _plain(guesses: Iterable[Guess]) -> list[list[str | float]]:
    return [[guess.id, guess.confidence] for guess in guesses]


def _guesses(plain: list[tuple[str, float]]) -> tuple[Guess, ...]:
    return tuple(Guess(id_, confidence, "") for id_, confidence in plain)
