"""Entries for what no other entry of their sub-chapter names: “wastes not otherwise specified”."""

from __future__ import annotations

from functools import lru_cache

from matching.reference_book import ReferenceBook

_RESIDUAL = "99"


@lru_cache(maxsize=1024)
def is_residual_beside_hazard(code: str, book: ReferenceBook) -> bool:
    """Whether a code is the residual entry of a sub-chapter that has hazardous entries.

    The list marks it as not hazardous, but it holds only for what none of the others describes; somebody who
    says little of a waste has not ruled them out. Source: Decision 2000/532/EC, Annex, steps of the search.
    """
    return code.endswith(_RESIDUAL) and any(
        other.is_hazardous and other.id.startswith(code[:4]) for other in book.waste_codes.values()
    )
