"""An exchange like this one that somebody documented."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from matching.hops import given, kinship, related, sought, surest
from matching.reading import Reading, kept_with_reading
from matching.records import Evidence, Hop
from matching.reference.precedents import Precedent
from matching.reference_book import ReferenceBook

_BY_SECTOR = 0.3
"""How much of being alike rests on the activity of a side; one that is not stated is alike to none."""

_SAME_DIVISION = 0.5
"""How far two activities are the same that share no more than their division."""

DIVISION = 2
"""Digits of a division of NACE."""

WORTH_NAMING = 0.1
"""A precedent less like a pair than this tells a reader nothing."""


def precedent(output: Reading, need: Reading, book: ReferenceBook) -> Evidence:
    """How like the most similar documented exchange is: the same material, use and activities.

    Args:
        output, need: listings as read.
        book: the documented exchanges (`reference/precedents.csv`). How much somebody takes is not asked:
            who takes everything is no better a taker.
    Returns:
        `value` in [0, 1], 0.49 where no activity is stated; 0 where no documented exchange is like it; None
        when the materials of the output or the uses of the need are unknown.
    """
    if not given(output, book) or not sought(need, book):
        return Evidence("precedent", None, 0.0)
    _, alike = nearest(output, need, book)
    return Evidence("precedent", round(alike, 4), 0.0)


def nearest(
    output: Reading, need: Reading, book: ReferenceBook, without: Collection[str] = ()
) -> tuple[str | None, float]:
    """The documented exchange most like a pair, and how like it is in [0, 1]; `(None, 0.0)` where none is.

    Where the surest way of the pair leads to a use, only exchanges for that use are like it: marc for spirit
    is no precedent of marc for seed oil, though somebody who seeks one may be taken to seek the other. Where
    the need asks for the material itself, only exchanges of that material or a relative are.

    Args:
        without: ids of exchanges that are taken as unknown.
    """
    mine, theirs = given_like(output, book), sought_like(need, book)
    way = surest(output, need, book)
    found = (
        (mine[name] * theirs[name], name)
        for name in mine.keys() & theirs.keys()
        if name not in without and _is_of_way(book.precedents[name], way, book)
    )
    alike, name = min(((-alike, name) for alike, name in found), default=(0.0, None))
    return name, -alike


def _is_of_way(one: Precedent, way: Hop | None, book: ReferenceBook) -> bool:
    if way is None:
        return True
    if way.use_id is not None:
        return one.use_id == way.use_id
    return kinship(way.material_id, one.material_id, book) > 0


def worth_naming(output: Reading, need: Reading, book: ReferenceBook) -> str | None:
    """The id of the documented exchange to name beside a pair; None where none is much like it."""
    name, alike = nearest(output, need, book)
    return name if alike >= WORTH_NAMING else None


@lru_cache(maxsize=4096)
def given_like(output: Reading, book: ReferenceBook) -> dict[str, float]:
    """Documented exchange -> how far its giver gave what an output is."""
    ways = related(output, book)
    return {
        one.id: ways[one.material_id].confidence * _by_sector(output.nace, one.giver_nace)
        for one in book.precedents.values()
        if one.material_id in ways
    }


@kept_with_reading
def sought_like(need: Reading, book: ReferenceBook) -> dict[str, float]:
    """Documented exchange -> how far its taker had the use that a need is after."""
    return {
        one.id: sure * _by_sector(need.nace, one.taker_nace)
        for use, sure in sought(need, book).items()
        for one in _by_use(book).get(use, ())
    }


@lru_cache(maxsize=8)
def _by_use(book: ReferenceBook) -> dict[str, list[Precedent]]:
    """Use -> the documented exchanges for it."""
    found: dict[str, list[Precedent]] = {}
    for one in book.precedents.values():
        found.setdefault(one.use_id, []).append(one)
    return found


def _by_sector(one: str | None, other: str | None) -> float:
    """What the activities of two firms leave of being alike."""
    return 1 - _BY_SECTOR + _BY_SECTOR * _same_activity(one, (other or "").replace(".", ""))


def _same_activity(one: str | None, other: str) -> float:
    if not one or not other:
        return 0.0
    if one.startswith(other) or other.startswith(one):
        return 1.0
    return _SAME_DIVISION if one[:DIVISION] == other[:DIVISION] else 0.0
