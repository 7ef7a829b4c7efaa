"""What a text says altogether: materials and uses it names, and the waste codes it may fall under."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from matching.codes.suggest import suggest_codes
from matching.recognition import MAX_GUESSES, Guess, Recognition, things_in
from matching.reference_book import ReferenceBook


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
    return replace(things_in(text, book), codes=codes)
