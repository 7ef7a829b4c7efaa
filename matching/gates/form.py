"""Whether it comes in the form that the need asks for."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from matching.gates.answers import SURE, asked, passed
from matching.hops import given, surest_way
from matching.law import sure_uses
from matching.reading import Reading, kept_with_reading
from matching.records import GateResult
from matching.reference_book import ReferenceBook
from matching.roles import Role
from matching.stems import stem
from matching.text import words

_WORDS = {
    "liquid": "liquid pumpable fluid თხევადი жидкий жидкая жидкое жидкие",
    "dry": "dry dried მშრალი გამომშრალი сухой сухая сухое сухие",
}
"""What a text asks for or says of itself, in words of three languages."""

_QUESTIONS = {"liquid": "form.liquid", "dry": "form.dry"}

_FORMS = {
    "liquid": frozenset({"liquid", "sludge", "paste"}),
    "dry": frozenset({"solid", "granular", "powder", "item"}),
}


def form(output: Reading, need: Reading, book: ReferenceBook, today: date | None) -> GateResult:
    """What is given is liquid, or solid, where the need says so; never a refusal, for most can be changed."""
    for wanted in _wanted(need, book):
        if _comes(output, wanted, book) or _is_made(output, need, wanted, book):
            continue
        return asked("form", _QUESTIONS[wanted])
    return passed("form")


@lru_cache(maxsize=64)
def _stems(form_name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORDS[form_name].split())


@lru_cache(maxsize=4096)
def _said(text: str) -> tuple[str, ...]:
    """The forms that a text names of the thing itself, not of what it is for."""
    things = {word.stem for word in words(text) if word.role in {Role.THING, Role.OF}}
    return tuple(name for name in _WORDS if not _stems(name).isdisjoint(things))


@kept_with_reading
def _wanted(need: Reading, book: ReferenceBook) -> tuple[str, ...]:
    """The form that a need asks for; `liquid` in liquid fertiliser is of the product and asks for nothing."""
    if need.listing.kind != "material":
        return ()
    said = _said(need.listing.text)
    if said:
        named = frozenset(stem for use in sure_uses(need, book) for stem in _in_names_of(use, book))
        said = tuple(name for name in said if _stems(name).isdisjoint(named))
    return said if len(said) == 1 else ()


@lru_cache(maxsize=1024)
def _in_names_of(use_id: str, book: ReferenceBook) -> frozenset[str]:
    entry = book.uses[use_id]
    names = (entry.name_en, entry.name_ka, entry.name_ru, *entry.synonyms)
    return frozenset(word.stem for name in names for word in words(name))


@lru_cache(maxsize=4096)
def _comes(output: Reading, wanted: str, book: ReferenceBook) -> bool:
    said = _said(output.listing.text)
    if said:
        return wanted in said
    sure = [material for material, confidence in given(output, book).items() if confidence >= SURE]
    return bool(sure) and all(_is_so(material, wanted, book) for material in sure)


def _is_so(material: str, wanted: str, book: ReferenceBook) -> bool:
    entry = book.materials[material]
    is_wet = wanted == "dry" and (entry.moisture_percent or 0.0) > _STILL_DRY
    return entry.form in _FORMS[wanted] and not is_wet


_STILL_DRY = 20.0
"""Percent of water up to which people call a material dry."""


def _is_made(output: Reading, need: Reading, wanted: str, book: ReferenceBook) -> bool:
    """Whether the surest way dries it anyway."""
    moisture = book.properties.get("moisture")
    if wanted != "dry" or moisture is None:
        return False
    way = surest_way(output, need, book)
    return way is not None and way.hop.process_id in moisture.lowered_by
