"""What a material can become: every documented way from it, before anybody has listed a need."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from matching.hops import STRENGTH
from matching.reference_book import ReferenceBook
from matching.reference_records import Pathway


@dataclass(frozen=True, slots=True)
class Opening:
    """A way from a material to a use. `inherited_from`: the broader material it is documented for, if any."""

    pathway: Pathway
    inherited_from: str | None = None

    @property
    def use_id(self) -> str:
        """What it serves."""
        return self.pathway.use_id

    @property
    def is_forbidden(self) -> bool:
        """Whether the way must not be gone."""
        return self.pathway.strength == "never"


@lru_cache(maxsize=8)
def _own(book: ReferenceBook) -> dict[str, tuple[Pathway, ...]]:
    found: dict[str, list[Pathway]] = {}
    for pathway in book.pathways.values():
        found.setdefault(pathway.material_id, []).append(pathway)
    return {material: tuple(pathways) for material, pathways in found.items()}


@lru_cache(maxsize=4096)
def openings(material_id: str, book: ReferenceBook) -> tuple[Opening, ...]:
    """The ways of a material: its own, then those of broader materials to uses it has no way of its own to.

    Returns:
        Allowed ways first (proven, practised, possible), forbidden ones last; equal ones own before
        inherited, then by use and process. What the narrower material says of a use settles it. A material
        with a hazard note inherits what is forbidden, and nothing else.
    """
    own = _own(book)
    found = [Opening(pathway) for pathway in own.get(material_id, ())]
    is_hazardous = book.materials[material_id].hazard_note_en is not None
    settled = {opening.use_id for opening in found}
    for broader in book.broader(material_id):
        ways = [
            Opening(pathway, broader) for pathway in own.get(broader, ()) if pathway.use_id not in settled
        ]
        found += (way for way in ways if way.is_forbidden or not is_hazardous)
        settled |= {way.use_id for way in ways}
    return tuple(sorted(found, key=_order))


def _order(opening: Opening) -> tuple[bool, float, bool, str, str]:
    pathway = opening.pathway
    worth = STRENGTH.get(pathway.strength, 0.0)
    inherited = opening.inherited_from is not None
    return (opening.is_forbidden, -worth, inherited, pathway.use_id, pathway.process_id or "")
