"""What a text says altogether: materials and uses it names or is worded like, and waste codes for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from matching.codes.suggest import suggest_codes
from matching.lexicon import REUSE
from matching.likeness import worded_like
from matching.recognition import MAX_GUESSES, NAMED, Guess, Recognition, things_in
from matching.reference_book import ReferenceBook
from matching.text import Role, words


@lru_cache(maxsize=4096)
def things_meant(text: str, book: ReferenceBook) -> Recognition:
    """The materials and uses that a text names, and those that it is worded like. No codes."""
    named = things_in(text, book)
    is_named = any(guess.confidence >= NAMED for guess in named.materials)
    # Boxes for bottles are worded like bottles; who surely names boxes means boxes, and none of their reuse.
    thing = _without_purpose(text) if is_named else text
    uses = (guess for guess in worded_like("use", text, book) if not guess.id.endswith(REUSE))
    reuses = (guess for guess in worded_like("use", thing, book) if guess.id.endswith(REUSE))
    return Recognition(
        _surest((*named.materials, *worded_like("material", thing, book))),
        _surest((*named.uses, *uses, *reuses)),
    )


def _without_purpose(text: str) -> str:
    return " ".join(word.text for word in words(text) if word.role in {Role.THING, Role.ORIGIN})


def _surest(guesses: Iterable[Guess]) -> tuple[Guess, ...]:
    """Each entry once; the first of two guesses that are equally sure."""
    best: dict[str, Guess] = {}
    for guess in guesses:
        kept = best.get(guess.id)
        if kept is None or guess.confidence > kept.confidence:
            best[guess.id] = guess
    return tuple(sorted(best.values(), key=lambda guess: (-guess.confidence, guess.id))[:MAX_GUESSES])


@lru_cache(maxsize=4096)
def recognise(text: str, book: ReferenceBook, nace: str | None = None) -> Recognition:
    """What a free text is about.

    Args:
        text: Georgian in any case form, Georgian in Latin letters, Russian or English, misspelt or not.
        book: where the names, synonyms and titles stand.
        nace: the activity of the firm (digits only), which waste codes go by.
    Returns:
        Guesses with confidence in (0, 1]; empty where nothing is recognised.
        Codes are suggestions for a person.
    """
    codes = tuple(
        Guess(found.code, found.score, found.words_like or book.waste_codes[found.code].title_en)
        for found in suggest_codes(text, book, nace, MAX_GUESSES)
    )
    return replace(things_meant(text, book), codes=codes)
