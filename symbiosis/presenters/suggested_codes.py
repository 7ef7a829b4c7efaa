"""Suggested waste codes with the reasons in words. Nothing here is chosen for anybody."""

from __future__ import annotations

from dataclasses import dataclass

from matching.codes.suggest import CodeSuggestion
from matching.reference_book import ReferenceBook
from symbiosis.presenters.material import code_line
from symbiosis.presenters.saying import gettext as _
from symbiosis.views import Understood

TELLING = 0.1
"""A share of the score below this is no reason that a person would see."""


@dataclass(frozen=True, slots=True)
class SuggestedCode:
    """A code to take with one tap. `hazard`: `ask` where the words cannot tell, else `hazardous` or
    `not_hazardous`. `why`: what speaks for it, strongest first.
    """

    code: str
    display: str
    name: str
    hazard: str
    why: tuple[str, ...]


def lines(view: Understood, book: ReferenceBook, lang: str) -> tuple[SuggestedCode, ...]:
    """The suggestions in their order, in the reader's language."""
    because = {guess.id: guess.because for guess in view.materials}
    found = []
    for one in view.codes:
        line = code_line(one.code, book, lang)
        why = _why(one, because.get(one.material_id or ""), book, lang)
        hazard = "ask" if one.is_open else line.hazard
        found.append(SuggestedCode(line.code, line.display, line.name, hazard, why))
    return tuple(found)


def _why(one: CodeSuggestion, because: str | None, book: ReferenceBook, lang: str) -> tuple[str, ...]:
    """The reasons that count; a wording that stands on the card already, as its name, is not told again."""
    entry, told = book.waste_codes[one.code], []
    if one.parts.get("material", 0) >= TELLING and because:
        told.append(_("because you wrote “%(words)s”", words=because))
    if one.parts.get("wording", 0) >= TELLING and one.words_like:
        if one.words_like in (entry.name_ka, entry.name_en):
            told.append(_("your words are like its name"))
        elif one.words_like != because:
            told.append(_("like “%(words)s”", words=one.words_like))
    if one.parts.get("sector", 0) >= TELLING:
        told.append(_("usual in this sector"))
    if not told:
        told.append(_("one of the wastes under: %(group)s", group=book.waste_codes[one.code[:4]].name(lang)))
    return tuple(told)
