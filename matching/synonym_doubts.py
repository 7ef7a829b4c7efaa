"""What speaks against a phrase of firms as the name of one material or use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum
from typing import Literal

from matching.hazard import names_a_hazard
from matching.lexicon import lexicon
from matching.recognition import NAMED, things_in
from matching.reference_book import ReferenceBook
from matching.synonyms import Synonym
from matching.text import words


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a phrase cannot be taken: `empty`, `hazard`, `general`, or `taken` by the entries `others`."""

    why: Literal["empty", "hazard", "general", "taken"]
    others: tuple[str, ...] = ()


def doubt_of(synonym: Synonym, known: Iterable[Synonym], book: ReferenceBook) -> Doubt | None:
    """What speaks against a synonym; None when nothing does.

    It must say something, name no hazard, be telling enough for one thing, and not surely mean another thing
    already, by the book or by another synonym.

    Args:
        known: the synonyms in force.
    """
    said = words(synonym.phrase)
    if not said:
        return Doubt("empty")
    if names_a_hazard(synonym.phrase, book):
        return Doubt("hazard")
    others = _meant_by_book(synonym, book) | _meant_by(known, synonym)
    others.discard(synonym.entry_id)
    if others:
        return Doubt("taken", tuple(sorted(others)))
    lexis = lexicon(book)
    weight = fsum(lexis.weight.get(word.stem, lexis.telling) for word in said)
    return Doubt("general") if weight < lexis.telling else None


def _meant_by_book(synonym: Synonym, book: ReferenceBook) -> set[str]:
    things = things_in(synonym.phrase, book)
    guesses = things.materials if synonym.sort == "material" else things.uses
    return {guess.id for guess in guesses if guess.confidence >= NAMED}


def _meant_by(known: Iterable[Synonym], synonym: Synonym) -> set[str]:
    stems = {word.stem for word in words(synonym.phrase)}
    alike = (one for one in known if one.sort == synonym.sort)
    return {one.entry_id for one in alike if {word.stem for word in words(one.phrase)} == stems}
