"""Where the evidence for a listing points on the other side: materials, uses and codes, each for a reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain

from matching.bags import Bags
from matching.evidence.code import accepted, likeness
from matching.evidence.wording import ACROSS_ALPHABETS
from matching.hops import STRENGTH, given, particular, pathways_from, reachable, related, relatives, sought
from matching.reading import Reading
from matching.records import Side, Thing
from matching.reference_book import ReferenceBook
from matching.reference_records import Named
from matching.vectors import bag_of_meanings

LEAST_ALIKE = 0.1
"""How alike a name must be to what the text means, at least."""

BY_USE = 0.3
"""What it says that an output is offered for the very use that is sought."""

BY_PRECEDENT = 0.5
"""What it says that some firm once turned this material into that use."""

CODE_DIGITS = 6
LIKE_CODE = 0.5
"""How alike another code must be to be looked for: the same four digits."""

Key = tuple[Thing, str]
"""A thing and its id."""

Hint = tuple[Key, str, float]
"""What to look for, the way (of `LEADING`), the value of its evidence."""


def hints_of(mine: Reading, book: ReferenceBook) -> Iterator[Hint]:
    """What to look for on the other side; the same thing as often as something leads to it."""
    by_knowledge = _of_output(mine, book) if mine.listing.side == Side.OUTPUT else _of_need(mine, book)
    return chain(by_knowledge, _alike(mine, book))


def _of_output(output: Reading, book: ReferenceBook) -> Iterator[Hint]:
    """Of needs: the materials they ask for, the uses they are after, the codes they accept."""
    for name, way in related(output, book).items():
        yield ("material", name), "material", way.confidence
    for use, way in reachable(output, book).items():
        yield ("use", use), "pathway", way.confidence
    for use, sure in output.uses.items():
        yield ("use", use), "use", BY_USE * sure
    for material, sure in given(output, book).items():
        for use in turned(book).get(material, ()):
            yield ("use", use), "precedent", BY_PRECEDENT * sure
    if output.code is not None:
        yield from _of_code(output.code, book)


@lru_cache(maxsize=1024)
def _of_code(stated: str, book: ReferenceBook) -> tuple[Hint, ...]:
    found: list[Hint] = []
    for code, materials in _by_code(book).items():
        alike = likeness(stated, code)
        if alike >= LIKE_CODE:
            found.append((("code", code), "code", alike))
        if alike > 0:
            found += ((("material", material), "code", alike) for material in materials)
    return tuple(found)


def _of_need(need: Reading, book: ReferenceBook) -> Iterator[Hint]:
    """Of outputs: the materials that are sought or serve what is sought, and the codes these go under."""
    for wanted, sure in need.materials.items():
        for material, kin in relatives(book).get(wanted, ()):
            yield ("material", material), "material", sure * kin
    for use, sure in need.uses.items():
        yield ("use", use), "use", BY_USE * sure
    for use, sure in sought(need, book).items():
        for material, worth in serving(book).get(use, ()):
            yield ("material", material), "pathway", sure * worth
        for material, uses in turned(book).items():
            if use in uses:
                yield ("material", material), "precedent", sure * BY_PRECEDENT
    for wanted, sure in accepted(need, book).items():
        for code in _by_code(book):
            if likeness(wanted, code) >= LIKE_CODE:
                yield ("code", code), "code", likeness(wanted, code) * sure


def _alike(mine: Reading, book: ReferenceBook) -> Iterator[Hint]:
    """Materials and uses whose names mean what the words of the text mean, named or not: who lists them
    words it alike, in whatever language.
    """
    keys, names = _names(book)
    found: dict[Key, float] = {}
    for key, alike in zip(keys, names.cosines(mine.meanings).tolist(), strict=True):
        if alike >= LEAST_ALIKE:
            found[key] = max(alike, found.get(key, 0.0))
    for key, likest in found.items():
        yield key, "wording", ACROSS_ALPHABETS * likest


@lru_cache(maxsize=8)
def _names(book: ReferenceBook) -> tuple[tuple[Key, ...], Bags]:
    """Materials and uses, each three times, by what their names mean in each language."""
    entries: list[tuple[Thing, Named]] = [("material", entry) for entry in book.materials.values()]
    entries += [("use", entry) for entry in book.uses.values()]
    named = [((thing, entry.id), entry.name(lang)) for thing, entry in entries for lang in ("en", "ka", "ru")]
    return tuple(key for key, _ in named), Bags.of([bag_of_meanings(name, book) for _, name in named])


@lru_cache(maxsize=8)
def _by_code(book: ReferenceBook) -> Mapping[str, tuple[str, ...]]:
    """Each code of six digits -> the materials that go under it."""
    found: dict[str, list[str]] = {code: [] for code in book.waste_codes if len(code) == CODE_DIGITS}
    for material in book.materials.values():
        for code in material.ewc_codes:
            found[code].append(material.id)
    return {code: tuple(materials) for code, materials in found.items()}


@lru_cache(maxsize=8)
def serving(book: ReferenceBook) -> Mapping[str, tuple[tuple[str, float], ...]]:
    """Use -> the materials that serve it by a documented pathway, their own or a relative's, and how well."""
    best: dict[str, dict[str, float]] = {}
    for material, pathways in pathways_from(book).items():
        for pathway, kin in pathways:
            if pathway.strength != "never":
                worth = round(kin * STRENGTH[pathway.strength] * particular(book)[pathway.use_id], 4)
                serve = best.setdefault(pathway.use_id, {})
                serve[material] = max(worth, serve.get(material, 0.0))
    return {use: tuple(materials.items()) for use, materials in best.items()}


@lru_cache(maxsize=8)
def turned(book: ReferenceBook) -> Mapping[str, frozenset[str]]:
    """Material -> the uses that somebody is known to have turned it into."""
    found: dict[str, set[str]] = {}
    for precedent in book.precedents.values():
        found.setdefault(precedent.material_id, set()).add(precedent.use_id)
    return {material: frozenset(uses) for material, uses in found.items()}
