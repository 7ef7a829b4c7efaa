"""Nothing hazardous is mixed into a product: what is diluted is not gone.

Source: Directive 2008/98/EC, Article 18 (rule `eu-no-mixing`) and the Waste Management Code of Georgia,
Article 39 (rule `ge-hazardous-no-mixing`).
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from matching.gates.answers import asked, passed, refused
from matching.hazard import Hazard, hazard_of, is_hazardous_material
from matching.hops import named
from matching.law import SURE, sure_uses
from matching.reading import Reading
from matching.records import GateResult
from matching.reference_book import ReferenceBook

NEVER_MIXED_INTO = frozenset({"feed", "food", "land"})

_MAY_BE = frozenset({Hazard.DISPUTED, Hazard.NAMED, Hazard.MIRROR})
"""Where nobody has said anything the gate of hazard asks; then this one is judged again."""


def dilution(output: Reading, need: Reading, book: ReferenceBook, today: date | None) -> GateResult:
    """What is hazardous is not mixed into a product, unless a way is documented for that very material."""
    known = hazard_of(output, book)
    if known is not Hazard.YES and known not in _MAY_BE:
        return passed("dilution")
    mixed = {use for use in need.uses if use in book.blending_uses}
    sure = sure_uses(need, book)
    surely, perhaps = _documented(output, book)
    undocumented = sorted(mixed - surely)
    if not undocumented or (sure and sure.isdisjoint(undocumented)):
        return passed("dilution")
    into = next((use for use in undocumented if use in sure), undocumented[0])
    # A plant with a permit may mix; whether this one may mix this waste, somebody has to say. Kilns and works
    # of building materials often are such plants; what is eaten or spread on land is no question.
    is_only_use = bool(sure) and sure <= mixed and sure.isdisjoint(perhaps)
    is_out_of_question = book.blending_uses[into] in NEVER_MIXED_INTO and need.listing.hazardous is not True
    if is_only_use and is_out_of_question and _is_surely_hazardous(output, book):
        return refused("dilution", f"dilution.{book.blending_uses[into]}")
    return asked("dilution", f"dilution.{book.blending_uses[into]}")


@lru_cache(maxsize=4096)
def _is_surely_hazardous(output: Reading, book: ReferenceBook) -> bool:
    known = hazard_of(output, book)
    is_unsaid = output.code is None and output.listing.hazardous is None
    return known is Hazard.YES or (is_unsaid and is_hazardous_material(output, book))


@lru_cache(maxsize=4096)
def _documented(output: Reading, book: ReferenceBook) -> tuple[frozenset[str], frozenset[str]]:
    """The uses documented for what surely is the hazardous stream, and for what it may be.

    That clean fly ash goes into concrete documents nothing for a fly ash whose code says hazardous.
    """
    surely: set[str] = set()
    perhaps: set[str] = set()
    for material, sure in named(output, book).items():
        uses = _own_uses(book).get(material, frozenset())
        perhaps |= uses
        if sure >= SURE and _is_known_hazardous(material, output.code, book):
            surely |= uses
    return frozenset(surely), frozenset(perhaps)


def _is_known_hazardous(material: str, code: str | None, book: ReferenceBook) -> bool:
    codes = book.materials[material].ewc_codes
    return code in codes if code else any(book.waste_codes[one].is_hazardous for one in codes)


@lru_cache(maxsize=8)
def _own_uses(book: ReferenceBook) -> dict[str, frozenset[str]]:
    """Material -> the uses documented for it, not for a broader one."""
    found: dict[str, set[str]] = {}
    for pathway in book.pathways.values():
        if pathway.strength != "never":
            found.setdefault(pathway.material_id, set()).add(pathway.use_id)
    return {material: frozenset(uses) for material, uses in found.items()}
