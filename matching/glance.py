"""What pairs have in common at a glance: nearly their scores, for hundreds of pairs at once.

A listing is sketched once, when it is read: what it is found by, what its words mean, and a few facts, in a
few hundred bytes that are kept with it. Beside the sketches of its counterparts a listing is held without
reading any of them. What is left out costs time or weighs little: spelling, precedents, sectors, gates.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from matching.evidence.wording import ACROSS_ALPHABETS
from matching.evidence.wording import OTHER_THINGS as OTHER_WORDS
from matching.hops import OTHER_THINGS, RELATED, is_sure_of_materials, named, named_or_related, relatives
from matching.reading import FACTS, Reading
from matching.records import KINDS, Kind, Lead, Seen, Side, Trace
from matching.reference_book import ReferenceBook
from matching.weighing import Weights

Numbers = NDArray[np.float64]
Rows = NDArray[Any]
"""Rows of a table with named columns."""

SPELT_ALIKE = 0.8
"""How alike texts of one alphabet usually are in spelling, beside how alike they are in meaning."""

OF_OTHER_KIND = -20.0
"""Heat is nothing to who seeks sawdust: the gate will say so, and whatever is of the kind comes first."""

OF_OUTLINE = ("wording", "completeness", "quantity", "timing")
"""Evidence that the outline and a sketch tell; the other is told by leads."""

NOWHERE = "nowhere"
SCRIPTS = ("georgian", "latin", "cyrillic")
SORTS = ("material", "use", "code")
_HEAD = np.dtype(
    [
        ("n_traces", "<u2"),
        ("n_parts", "<u2"),
        ("place", "<u4"),
        ("dimension", "<u4"),
        ("per_year", "<f4"),
        ("months", "<u2"),
        ("scripts", "u1"),
        ("kind", "u1"),
        ("n_stated", "u1"),
        ("is_sure", "u1"),
    ]
)
_TRACE = np.dtype(
    [
        ("thing", "<u4"),
        ("sure", "<f4"),
        ("named", "<f4"),
        ("use_share", "<f4"),
        ("material_share", "<f4"),
    ]
)
_PART = np.dtype([("part", "<u4"), ("weight", "<f4")])


def sketch_of(mine: Reading, found_by: Iterable[Trace], book: ReferenceBook) -> bytes:
    """A listing in a few hundred bytes; the same on every machine.

    Args:
        found_by: its traces (`matching.traces`).
    """
    said = named(mine, book) if mine.listing.side == Side.OUTPUT else mine.named
    traces = {(trace.thing, trace.id): trace for trace in found_by}
    keys = [*traces, *(("material", name) for name in said if ("material", name) not in traces)]
    rows = np.zeros(len(keys), dtype=_TRACE)
    for row, key in zip(rows, keys, strict=True):
        trace = traces.get(key)
        row["thing"] = _number(*key)
        row["named"] = said.get(key[1], 0.0) if key[0] == "material" else 0.0
        if trace is not None:
            row["sure"], row["use_share"] = trace.sure, trace.use_share
            row["material_share"] = trace.material_share
    parts = np.array([(_number("part", part), weight) for part, weight in mine.meanings.items()], dtype=_PART)
    amount, dimension = mine.per_year or (0.0, "")
    head = np.zeros(1, dtype=_HEAD)
    head["n_traces"], head["n_parts"] = len(rows), len(parts)
    head["place"] = _number("place", mine.listing.place.municipality or NOWHERE)
    head["dimension"], head["per_year"] = _number("dimension", dimension), amount
    head["months"], head["scripts"] = _bits(mine.listing.season_months), _script_bits(mine.scripts)
    head["kind"] = KINDS.index(mine.listing.kind)
    head["n_stated"], head["is_sure"] = mine.n_stated, is_sure_of_materials(mine)
    return head.tobytes() + rows.tobytes() + parts.tobytes()


@dataclass(frozen=True, slots=True)
class Outline:
    """What of a listing is held beside the sketches of its counterparts.

    `kind`, `meanings`, `scripts`, `per_year`, `n_stated`: as of the listing or its reading. `kin`: material
    -> how surely the listing names it or a relative of it. `is_sure`: whether it surely names materials.
    `months`: its season. `weights`: evidence -> weight and centre.
    """

    kind: Kind
    meanings: Mapping[str, float]
    scripts: frozenset[str]
    kin: Mapping[str, float]
    is_sure: bool
    per_year: tuple[float, str] | None
    months: tuple[int, ...]
    n_stated: int
    weights: Mapping[str, tuple[float, float]]


def outline_of(mine: Reading, book: ReferenceBook, weights: Weights) -> Outline:
    """What of a listing is held beside the sketches of its counterparts."""
    return Outline(
        kind=mine.listing.kind,
        meanings=mine.meanings,
        scripts=mine.scripts,
        kin=_kin(mine, book),
        is_sure=is_sure_of_materials(mine),
        per_year=mine.per_year,
        months=tuple(mine.listing.season_months),
        n_stated=mine.n_stated,
        weights={name: (weights.by_name[name].weight, weights.by_name[name].centre) for name in OF_OUTLINE},
    )


def _kin(mine: Reading, book: ReferenceBook) -> Mapping[str, float]:
    """Material -> how surely a listing names it or a relative of it in the tree."""
    if mine.listing.side == Side.OUTPUT:
        return named_or_related(mine, book)
    best: dict[str, float] = {}
    for material, sure in mine.named.items():
        for other, kin in relatives(book).get(material, ()):
            best[other] = max(best.get(other, 0.0), kin * sure)
    return best


def glance(
    mine: Outline, leads: Sequence[Lead], nearness: Mapping[str, float], sketches: Sequence[bytes]
) -> Seen:
    """Holds a listing beside the sketches of counterparts.

    Args:
        leads, nearness: of the listing (`matching.leads`).
        sketches: as `sketch_of` made them; an empty one, or one of another layout, has nothing in common with
            anything.
    """
    heads, owners, traces, part_owners, parts = _unpacked(sketches)
    n = len(sketches)
    rows, found = _met(traces["thing"], [_number(lead.thing, lead.id) for lead in leads])
    shares = np.zeros(n)
    best = np.zeros((len(SORTS), n))
    if len(rows):
        by_lead = np.array(
            [(one.worth, one.by_use_share, one.by_material_share, SORTS.index(one.thing)) for one in leads]
        )[found]
        met, whose = traces[rows], owners[rows]
        np.add.at(shares, whose, by_lead[:, 1] * met["use_share"] + by_lead[:, 2] * met["material_share"])
        np.maximum.at(best, (by_lead[:, 3].astype(int), whose), by_lead[:, 0] * met["sure"])
    another = _asks_for_another(mine, heads, owners, traces)
    worth = best.sum(axis=0) + shares * np.where(another, OTHER_THINGS, 1.0)
    alike = _alike(mine, heads, part_owners, parts) * np.where(another, OTHER_WORDS, 1.0)
    wording = mine.weights["wording"][0] * alike
    worth += wording
    worth += _near(nearness, heads)
    worth += _by_facts(mine, heads)
    worth += np.where(heads["kind"] == KINDS.index(mine.kind), 0.0, OF_OTHER_KIND)
    return Seen(worth.tolist(), wording.tolist(), _ways(leads, n, owners[rows], found))


def _ways(leads: Sequence[Lead], n: int, owners: Rows, found: Rows) -> list[frozenset[str]]:
    """How each of so many counterparts is linked: by the ways of the leads found in their traces."""
    ways = sorted({lead.way for lead in leads})
    bits = np.zeros(n, dtype=np.int64)
    if len(found):
        np.bitwise_or.at(bits, owners, np.array([1 << ways.index(lead.way) for lead in leads])[found])
    met = {each: frozenset(w for k, w in enumerate(ways) if each >> k & 1) for each in set(bits.tolist())}
    return [met[each] for each in bits.tolist()]


def _unpacked(sketches: Sequence[bytes]) -> tuple[Rows, Rows, Rows, Rows, Rows]:
    """Heads, traces and parts, with whose these are; one of another layout counts as empty."""
    size, empty = _HEAD.itemsize, bytes(_HEAD.itemsize)
    heads = np.frombuffer(b"".join((one[:size] if len(one) >= size else empty) for one in sketches), _HEAD)
    ends = size + heads["n_traces"].astype(int) * _TRACE.itemsize
    fits = ends + heads["n_parts"].astype(int) * _PART.itemsize == [len(one) or size for one in sketches]
    heads = np.where(fits, heads, np.zeros(1, _HEAD))
    cut = [
        (one[size:end], one[end:]) if is_fit else (b"", b"")
        for one, end, is_fit in zip(sketches, ends.tolist(), fits.tolist(), strict=True)
    ]
    numbers = np.arange(len(sketches))
    return (
        heads,
        np.repeat(numbers, heads["n_traces"]),
        np.frombuffer(b"".join(traces for traces, _ in cut), _TRACE),
        np.repeat(numbers, heads["n_parts"]),
        np.frombuffer(b"".join(parts for _, parts in cut), _PART),
    )


def _met(things: Rows, wanted: Iterable[int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Which of the things are wanted: their positions, and those of what is wanted."""
    keys = np.fromiter(wanted, dtype=np.uint32)
    if not len(keys) or not len(things):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    order = np.argsort(keys, kind="stable")
    at = np.searchsorted(keys[order], things)
    at[at == len(keys)] = 0
    rows = np.flatnonzero(keys[order][at] == things)
    return rows, order[at[rows]]


def _asks_for_another(mine: Outline, heads: Rows, owners: Rows, traces: Rows) -> NDArray[np.bool_]:
    """As `matching.hops.asks_for_another`."""
    if not mine.is_sure:
        return np.zeros(len(heads), dtype=bool)
    meets = np.zeros(len(heads))
    rows, found = _met(traces["thing"], [_number("material", name) for name in mine.kin])
    kin = np.fromiter(mine.kin.values(), dtype=float)[found]
    np.maximum.at(meets, owners[rows], kin * traces["named"][rows])
    return (heads["is_sure"] > 0) & (meets < RELATED)


def _alike(mine: Outline, heads: Rows, owners: Rows, parts: Rows) -> Numbers:
    """The evidence of wording, spelling taken to follow meaning."""
    cosines = np.zeros(len(heads))
    rows, found = _met(parts["part"], [_number("part", part) for part in mine.meanings])
    mine_weights = np.fromiter(mine.meanings.values(), dtype=float)[found]
    np.add.at(cosines, owners[rows], mine_weights * parts["weight"][rows])
    shares = (heads["scripts"] & _script_bits(mine.scripts)) > 0
    return cosines * np.where(shares, (1 + SPELT_ALIKE) / 2, ACROSS_ALPHABETS)


def _near(nearness: Mapping[str, float], heads: Rows) -> Numbers:
    by_place = {_number("place", name): near for name, near in nearness.items()}
    return np.array([by_place.get(place, 0.0) for place in heads["place"].tolist()])


def _by_facts(mine: Outline, heads: Rows) -> Numbers:
    """Completeness, amount and season: known ones against their centres."""
    worth = _weighed(mine, "completeness", (mine.n_stated + heads["n_stated"]) / (2 * FACTS))
    if mine.per_year is not None and mine.per_year[0] > 0:
        amount, dimension = mine.per_year
        theirs = heads["per_year"].astype(float)
        is_known = (heads["dimension"] == _number("dimension", dimension)) & (theirs > 0)
        share = np.minimum(theirs, amount) / np.maximum(theirs, amount)
        worth = worth + np.where(is_known, _weighed(mine, "quantity", share), 0.0)
    if mine.months:
        bits = 1 << np.arange(12)
        has = (heads["months"][:, None] & bits) > 0
        common = (has & ((_bits(mine.months) & bits) > 0)).sum(axis=1)
        longer = np.maximum(has.sum(axis=1), len(mine.months))
        worth = worth + np.where(heads["months"] > 0, _weighed(mine, "timing", common / longer), 0.0)
    return worth


def _weighed(mine: Outline, name: str, values: Numbers) -> Numbers:
    weight, centre = mine.weights[name]
    return weight * (values - centre)


@lru_cache(maxsize=65536)
def _number(sort: str, id_: str) -> int:
    """What stands for a name in sketches: 32 bits, the same whatever else the book holds."""
    return crc32(f"{sort} {id_}".encode())


def _bits(months: Iterable[int]) -> int:
    return sum(1 << (month - 1) for month in set(months))


def _script_bits(scripts: Iterable[str]) -> int:
    return sum(1 << SCRIPTS.index(script) for script in scripts)
