"""Waste codes for a text: what speaks for each entry, added up, and whether a person has to ask further.

A suggestion is for a person. Whether a waste is hazardous is never decided here: an entry that has a twin
comes with the question that tells the two apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import Literal

from matching.codes.profiles import entry_wholes, entry_wordings, origin_wholes
from matching.codes.residual import is_residual_beside_hazard
from matching.codes.sectors import sector_fit
from matching.codes.standing import DESCRIBES, is_described
from matching.likeness import all_worded_like
from matching.recognition import things_in
from matching.reference_book import ReferenceBook
from matching.roles import Role
from matching.synonyms import NONE as NO_SYNONYMS
from matching.synonyms import Synonyms, synonyms_in, with_synonyms
from matching.text import words

Reason = Literal["wording", "material", "origin", "sector"]
Likeness = dict[str, tuple[float, str]]
"""Entry or sub-chapter -> how much speaks for it, 0..1, and what: a wording, or a material."""

WEIGHTS: dict[Reason, float] = {"wording": 1.0, "material": 0.45, "origin": 0.5, "sector": 0.2}
"""What each reason counts for. Judged on phrases of the book, each kept out in turn, and on texts kept for
trying; benchmark/README.md has the figures."""

NAMED = 0.55
"""What a material that is named counts for beside how firms word it, of 1."""

LEAST_ALIKE = 0.1
"""What a text is less like than this is not how firms word a material."""

LATER_CODE = 0.8
"""Each further code of a material counts so much of the one before."""

MIN_SCORE = 0.08
"""Below this a suggestion is not worth a person's time."""


@dataclass(frozen=True, slots=True)
class CodeSuggestion:
    """An entry of the List of Waste that a text may be, with what speaks for it.

    `score`: 0..1, to order by. `parts`: reason -> its share of the score. `words_like` is the wording of the
    entry nearest to the text, `material_id` the recognised material that usually goes under it. `twins`: the
    other entries of its mirror pair. `is_open`: the text cannot tell whether it is hazardous, because there
    are twins, or because the entry is for what the hazardous ones beside it do not name.
    """

    code: str
    score: float
    parts: dict[Reason, float]
    words_like: str | None
    material_id: str | None
    twins: tuple[str, ...]
    is_open: bool


@lru_cache(maxsize=4096)
def suggest_codes(
    text: str,
    book: ReferenceBook,
    nace: str | None = None,
    limit: int = 10,
    synonyms: Synonyms = NO_SYNONYMS,
) -> tuple[CodeSuggestion, ...]:
    """The entries that a text most likely is, best first; equal scores by code.

    Args:
        text: Georgian in any case form or in Latin letters, Russian, English, misspelt or not.
        book: where titles, phrases, materials and sectors stand.
        nace: the activity of the firm (digits only), which the list goes by.
        limit: how many at most.
        synonyms: words of firms that name materials beside those of the book.
    """
    there = _without_absent(text)
    alike, materials = _worded(there, book), _materials(text, there, book, synonyms)
    origins = origin_wholes(book).likeness(there, book)
    found = []
    for code in alike.keys() | materials.keys():
        parts = _parts(code, alike, materials, origins) | _sector(code, nace, book)
        shares = {reason: round(WEIGHTS[reason] * value, 4) for reason, value in parts.items()}
        score = round(sum(shares.values()) / sum(WEIGHTS.values()), 4)
        if score >= MIN_SCORE:
            found.append((score, code, shares))
    found.sort(key=lambda one: (-one[0], one[1]))
    return tuple(
        CodeSuggestion(
            code=code,
            score=score,
            parts=shares,
            words_like=alike[code][1] if code in alike else None,
            material_id=materials[code][1] if code in materials else None,
            twins=book.waste_codes[code].twins,
            is_open=bool(book.waste_codes[code].twins) or is_residual_beside_hazard(code, book),
        )
        for score, code, shares in found[:limit]
    )


def _parts(code: str, alike: Likeness, materials: Likeness, origins: Likeness) -> dict[Reason, float]:
    """What of the text speaks for an entry, each 0..1."""
    parts: dict[Reason, float] = {}
    if code in alike:
        parts["wording"] = alike[code][0]
    if code in materials:
        parts["material"] = materials[code][0]
    if code[:4] in origins:
        parts["origin"] = origins[code[:4]][0]
    return parts


def _sector(code: str, nace: str | None, book: ReferenceBook) -> dict[Reason, float]:
    fit = sector_fit(code, nace, book)
    return {} if fit is None else {"sector": fit}


def _without_absent(text: str) -> str:
    """A text without what it says is not there: bottles without caps are worded like bottles."""
    found = words(text)
    absent = [word for word in found if word.role is Role.ABSENT]
    return " ".join(word.text for word in found if word.role is not Role.ABSENT) if absent else text


def _worded(text: str, book: ReferenceBook) -> Likeness:
    """Entry -> how alike the text is to its wordings, and the nearest of them.

    The geometric mean of the likeness to the nearest and to all together: one phrase that happens to be near,
    or words that the phrases share with many texts, say less than both.
    """
    wholes = entry_wholes(book).likeness(text, book)
    return {
        code: (round(sqrt(nearest * wholes[code][0]), 4), wording)
        for code, (nearest, wording) in entry_wordings(book).likeness(text, book).items()
        if code in wholes
    }


def _materials(text: str, there: str, book: ReferenceBook, synonyms: Synonyms) -> Likeness:
    """Entry -> how much a material that goes under it is named, or firms word it so, and which."""
    sure = {
        guess.id: guess.confidence * (DESCRIBES if is_described(guess, text, book) else 1.0)
        for guess in with_synonyms(things_in(text, book), text, synonyms, book).materials
    }
    # What firms call a material is a name of it and a way to word it.
    said = {guess.id: guess.confidence for guess in synonyms_in(text, synonyms, book).materials}
    worded = {**all_worded_like("material", there, book, LEAST_ALIKE), **said}
    found: dict[str, tuple[float, str]] = {}
    for material in sorted(sure.keys() | worded.keys()):
        value = NAMED * sure.get(material, 0.0) + (1 - NAMED) * worded.get(material, 0.0)
        for place, code in enumerate(book.materials[material].ewc_codes):
            here = round(value * LATER_CODE**place, 4)
            if code not in found or here > found[code][0]:
                found[code] = (here, material)
    return found
