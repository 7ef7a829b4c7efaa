"""What must not become of an output: uses that a rule forbids for it, and materials that lead nowhere."""

from __future__ import annotations

from functools import lru_cache

from matching.hops import given
from matching.reading import Reading
from matching.reference_book import ReferenceBook
from matching.reference_records import Pathway


@lru_cache(maxsize=8)
def _never(book: ReferenceBook) -> dict[str, tuple[Pathway, ...]]:
    """Material -> the ways that it must not go, in the order of the book."""
    found: dict[str, list[Pathway]] = {}
    for pathway in book.pathways.values():
        if pathway.strength == "never":
            found.setdefault(pathway.material_id, []).append(pathway)
    return {material: tuple(ways) for material, ways in found.items()}


@lru_cache(maxsize=4096)
def banned(output: Reading, book: ReferenceBook) -> dict[str, tuple[float, str]]:
    """Use -> how surely a rule forbids it for this output, and the id of that rule."""
    found: dict[str, tuple[float, str]] = {}
    for material, sure in _surely_is(output, book).items():
        for pathway in _never(book).get(material, ()):
            known, rule = found.get(pathway.use_id, (0.0, ""))
            if (-sure, pathway.id) < (-known, rule):
                found[pathway.use_id] = (sure, pathway.id)
    return found


@lru_cache(maxsize=4096)
def dead_ends_of(output: Reading, book: ReferenceBook) -> dict[str, float]:
    """Materials without any lawful use that an output may be, with how surely it is."""
    sure = _surely_is(output, book)
    return {material: sure[material] for material in book.dead_ends if material in sure}


@lru_cache(maxsize=4096)
def _surely_is(output: Reading, book: ReferenceBook) -> dict[str, float]:
    """Material -> how surely an output is it or a narrower one, above 0."""
    found: dict[str, float] = {}
    for name, sure in given(output, book).items():
        for material in (name, *book.broader(name)):
            found[material] = max(sure, found.get(material, 0.0))
    return {material: sure for material, sure in found.items() if sure > 0}
