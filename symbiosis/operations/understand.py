"""What a text in anybody's own words says: materials, uses and waste codes, as suggestions."""

from __future__ import annotations

from collections.abc import Sequence

from matching.codes.suggest import suggest_codes
from matching.recognition import Guess, things_in
from matching.reference_book import ReferenceBook
from matching.reference_records import Ambiguity
from matching.synonyms import with_synonyms
from matching.text import words
from symbiosis.access import Viewer, require
from symbiosis.views import Understood
from symbiosis.wiring import Services

SURELY = 0.6
"""From this confidence on a text is taken to name a thing."""

MOST_CODES = 5
LONGEST = 300


def understand(services: Services, viewer: Viewer, text: str, *, nace: str | None = None) -> Understood:
    """What a text is taken to say, in any language, case and spelling, with the words that coordinators took
    for names. No more than `LONGEST` signs are read.

    Waste codes are suggested for what is left over: not for a text that surely names a use and no material.

    Args:
        nace: the activity of the firm that writes, digits only: the List of Waste goes by origin.
    """
    require(viewer, "see_book")
    book, synonyms, asked = services.book, services.synonyms, text[:LONGEST]
    things = with_synonyms(things_in(asked, book), asked, synonyms, book)
    sure_material, sure_use = _only(things.materials), _only(things.uses)
    seeks = sure_use is not None and not things.materials
    return Understood(
        text=asked,
        materials=things.materials,
        uses=things.uses,
        codes=() if seeks else suggest_codes(asked, book, nace, MOST_CODES, synonyms),
        sure_material_id=sure_material,
        sure_use_id=sure_use,
        questions=() if sure_material else _questions(asked, things.materials, book),
    )


def _only(guesses: Sequence[Guess]) -> str | None:
    """The one that is surely named, when it is one."""
    sure = [guess.id for guess in guesses if guess.confidence >= SURELY]
    return sure[0] if len(sure) == 1 else None


def _questions(text: str, materials: Sequence[Guess], book: ReferenceBook) -> tuple[Ambiguity, ...]:
    """What to ask where words of the text may mean one of several of these materials."""
    guessed, stems = {guess.id for guess in materials}, {word.stem for word in words(text)}
    found: dict[str, Ambiguity] = {}
    for entry in book.ambiguities:
        meant = {word.stem for word in words(entry.synonym)}
        if meant <= stems and len(guessed & set(entry.material_ids)) > 1:
            found.setdefault(entry.question_en, entry)
    return tuple(found.values())
