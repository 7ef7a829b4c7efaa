"""What a text says altogether: materials and uses it names or is worded like, and waste codes for it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from matching.codes.suggest import suggest_codes
from matching.lexicon import REUSE
from matching.likeness import worded_like
from matching.recognition import MAX_GUESSES, NAMED, Guess, Recognition, each_once, things_in
from matching.reference_book import ReferenceBook
from matching.roles import Role
from matching.synonyms import NONE as NO_SYNONYMS
from matching.synonyms import Synonyms, with_synonyms
from matching.text import words


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
        each_once((*named.materials, *worded_like("material", thing, book))),
        each_once((*named.uses, *uses, *reuses)),
    )


_AIMS = frozenset({Role.PURPOSE, Role.REPLACED, Role.ABSENT})


def _without_purpose(text: str) -> str:
    return " ".join(word.text for word in words(text) if word.role not in _AIMS)


@lru_cache(maxsize=4096)
def recognise(
    text: str, book: ReferenceBook, nace: str | None = None, synonyms: Synonyms = NO_SYNONYMS
) -> Recognition:
    """What a free text is about.

    Args:
        text: Georgian in any case form, Georgian in Latin letters, Russian or English, misspelt or not.
        book: where the names, synonyms and titles stand.
        nace: the activity of the firm (digits only), which waste codes go by.
        synonyms: words of firms that name things beside those of the book.
    Returns:
        Guesses with confidence in (0, 1]; empty where nothing is recognised.
        Codes are suggestions for a person.
    """
    codes = tuple(
        Guess(found.code, found.score, found.words_like or book.waste_codes[found.code].title_en)
        for found in suggest_codes(text, book, nace, MAX_GUESSES, synonyms)
    )
    return replace(with_synonyms(things_meant(text, book), text, synonyms, book), codes=codes)
