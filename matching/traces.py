"""What a listing is found by: the things it is read as, and what part of the whole each of them is.

The evidence taken apart once, when a listing is read: what two listings have in common by it is then a sum
over the things that one is read as and that the other leads to, which a graph can add up.
"""

from __future__ import annotations

from matching.hops import given, reachable, sought
from matching.profiles import length_of, taken
from matching.reading import Reading
from matching.records import Side, Thing, Trace
from matching.reference_book import ReferenceBook

_ORDER: tuple[Thing, ...] = ("material", "use", "code")


def traces_of(mine: Reading, book: ReferenceBook) -> tuple[Trace, ...]:
    """All that a listing is read as, each thing once: materials, uses, then the code it states, by id.

    Of an output its materials, also those that only its code tells of, and the uses that its text names; of a
    need its materials and the uses it is after. The shares are parts of the vectors that `use_profile` and
    `material_profile` compare.
    """
    found = _of_output(mine, book) if mine.listing.side == Side.OUTPUT else _of_need(mine, book)
    if mine.code is not None:
        found.append(Trace("code", mine.code, 1.0))
    return tuple(sorted(found, key=lambda trace: (_ORDER.index(trace.thing), trace.id)))


def _of_output(output: Reading, book: ReferenceBook) -> list[Trace]:
    materials = given(output, book)
    all_given = length_of(materials)
    all_served = length_of({use: way.confidence for use, way in reachable(output, book).items()})
    found = [
        Trace("material", name, sure, _part(sure, all_served), _part(sure, all_given))
        for name, sure in materials.items()
    ]
    return found + [Trace("use", name, sure) for name, sure in output.uses.items()]


def _of_need(need: Reading, book: ReferenceBook) -> list[Trace]:
    uses = sought(need, book)
    all_sought, all_taken = length_of(uses), length_of(taken(need, book))
    found = [
        Trace("material", name, sure, 0.0, _part(sure, all_taken)) for name, sure in need.materials.items()
    ]
    return found + [
        Trace("use", name, sure, _part(sure, all_sought), _part(sure, all_taken))
        for name, sure in uses.items()
    ]


def _part(value: float, whole: float) -> float:
    """What serves nothing, and so has no whole, is no part of it."""
    return round(value / whole, 4) if whole else 0.0
