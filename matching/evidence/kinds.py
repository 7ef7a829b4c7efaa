"""All kinds of evidence, and which of them can make a match."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from matching.evidence.code import code
from matching.evidence.completeness import completeness
from matching.evidence.distance import distance
from matching.evidence.material import material
from matching.evidence.material_profile import material_profile
from matching.evidence.pathway import pathway
from matching.evidence.precedent import precedent
from matching.evidence.quality_margin import quality_margin
from matching.evidence.quantity import quantity
from matching.evidence.sector import sector
from matching.evidence.timing import timing
from matching.evidence.use_profile import use_profile
from matching.evidence.wording import wording
from matching.reading import Reading
from matching.records import Evidence
from matching.reference_book import ReferenceBook

Function = Callable[[Reading, Reading, ReferenceBook], Evidence]

REASONS: tuple[Function, ...] = (material, pathway, code, wording)
"""Evidence that can make a match by itself."""

PROFILES: tuple[Function, ...] = (use_profile, material_profile)
"""Evidence by all that was understood of both sides at once; it never makes a match by itself."""

EVIDENCE: tuple[Function, ...] = (
    *(*REASONS, *PROFILES, precedent, sector),
    *(quantity, quality_margin, timing, distance, completeness),
)
"""All evidence there is, in the order in which a match shows it."""

NAMES: tuple[str, ...] = tuple(function.__name__ for function in EVIDENCE)
"""Of all evidence, in that order."""

MIN_WORDING = 0.05
"""Texts less alike than this have no matter in common, only letters."""


def has_reason(plain: Sequence[Evidence]) -> bool:
    """Whether anything material speaks for a pair: nearness or a fitting amount alone never makes a match."""
    values = {evidence.name: evidence.value or 0.0 for evidence in plain}
    by_knowledge = max(values["material"], values["pathway"], values["code"])
    return by_knowledge > 0 or values["wording"] >= MIN_WORDING
