"""What is asked of the material in figures: the limits of a way, and those that the need states."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import IntEnum
from functools import lru_cache

from matching.gates.answers import SURE, asked, passed, refused
from matching.hops import by_material, given, pathways_from, surest_way
from matching.reading import Reading, kept_with_reading
from matching.records import GateResult
from matching.reference_book import ReferenceBook
from matching.reference_records import Limit
from matching.stated import Stated, stated_in

FIRST_ASKED = (
    *("pcb", "mercury", "chromium-six", "arsenic", "cadmium", "lead", "heavy-metals", "hydrocarbons"),
    *("temperature", "chlorine", "polymer-purity", "metal-content", "moisture", "cod", "salinity", "age"),
)
"""The properties that a partner asks for first, in this order: what does harm, then what decides."""

_TOLERANCE = 0.1
"""Figures in a text are rounded: only what lies outside by more than this share lies outside surely."""

_LOOSELY = 0.2
"""From this confidence on, a need may ask for the very material, whatever its uses would ask of it."""


class Fit(IntEnum):
    """How what is told of a property stands to a limit; a way is as good as its worst limit."""

    INSIDE = 0
    UNTOLD = 1
    MENDABLE = 2
    OUTSIDE = 3


Judged = tuple[Fit, Limit | None]
"""How well it fits, and the limit that it misses."""


def specification(output: Reading, need: Reading, book: ReferenceBook, today: date | None) -> GateResult:
    """No figure that is stated lies outside what every way to the use, or the need itself, asks for.

    A limit that some process could still meet is a question, and so is the one that matters most where
    nothing is stated.
    """
    told = told_by(output, book)
    if told:
        fit, limit = _worst(asked_by(need, book), told, None, book)
        if fit < Fit.MENDABLE:
            fit, limit = _best_way(output, need, book)
        if limit is not None and fit >= Fit.MENDABLE:
            return _of_misfit(fit, limit)
    untold = _untold(output, need, book)
    if untold is not None:
        return asked("specification", f"specification.how_much:{untold}")
    return passed("specification")


def _of_misfit(fit: Fit, limit: Limit) -> GateResult:
    if fit is Fit.OUTSIDE:
        return refused("specification", f"specification.outside:{limit}")
    return asked("specification", f"specification.can_it_be_met:{limit}")


def fit_of(limit: Limit, told: dict[str, Stated], process_id: str | None, book: ReferenceBook) -> Fit:
    """How a property stands to a limit, when `process_id` is what will be done to the material."""
    stated = told.get(limit.property_id)
    if stated is None:
        return Fit.UNTOLD
    slack = abs(limit.value) * _TOLERANCE
    is_most = limit.bound == "most"
    if (stated.high <= limit.value) if is_most else (stated.low >= limit.value):
        return Fit.INSIDE
    surely = stated.low > limit.value + slack if is_most else stated.high < limit.value - slack
    entry = book.properties[limit.property_id]
    changing = entry.lowered_by if is_most else entry.raised_by
    if process_id in changing:
        return Fit.INSIDE
    return Fit.OUTSIDE if surely and not changing else Fit.MENDABLE


@lru_cache(maxsize=4096)
def told_by(output: Reading, book: ReferenceBook) -> dict[str, Stated]:
    """Property -> what the text of an output tells of it."""
    return {one.property_id: one for one in stated_in(output.listing.text, book)}


@kept_with_reading
def asked_by(need: Reading, book: ReferenceBook) -> tuple[Limit, ...]:
    """The limits that a need states. A bare figure is none: it may describe what was bought so far."""
    found = []
    for one in stated_in(need.listing.text, book):
        if one.told == "most" or (
            one.told == "range" and one.property_id in {"ph", "moisture", "particle-size"}
        ):
            found.append(Limit(one.property_id, "most", one.high))
        if one.told == "least" or (one.told == "range" and one.property_id in {"ph", "temperature"}):
            found.append(Limit(one.property_id, "least", one.low))
    return tuple(found)


def _best_way(output: Reading, need: Reading, book: ReferenceBook) -> Judged:
    """The fit of the best way to any use that the need may be after; without a way, nothing is asked."""
    judged = _by_use(output, book)
    fits = [judged[use] for use in need.uses if use in judged]
    if not fits:
        return Fit.INSIDE, None
    fit, limit = min(fits, key=lambda found: found[0])
    same = by_material(output, need, book)
    is_named = same is not None and same.confidence >= _LOOSELY
    is_sure = max(need.uses.values()) >= SURE
    # Who asks for the very material may have a way of his own; an unsure use asks for nothing surely.
    if fit is Fit.OUTSIDE and (is_named or not is_sure):
        return Fit.MENDABLE, limit
    return fit, limit


@lru_cache(maxsize=4096)
def _by_use(output: Reading, book: ReferenceBook) -> dict[str, Judged]:
    """Use -> the fit of the best documented way to it, with the limit that is missed."""
    told = told_by(output, book)
    best: dict[str, Judged] = {}
    for material in given(output, book):
        for pathway, _ in pathways_from(book).get(material, ()):
            if pathway.strength != "never":
                fit = _worst(pathway.limits, told, pathway.process_id, book)
                if pathway.use_id not in best or fit[0] < best[pathway.use_id][0]:
                    best[pathway.use_id] = fit
    return best


@lru_cache(maxsize=4096)
def uses_told_of(output: Reading, book: ReferenceBook) -> frozenset[str]:
    """The uses to which some way of an output has a limit on a figure that its text tells."""
    told = told_by(output, book)
    return frozenset(
        pathway.use_id
        for material in given(output, book)
        for pathway, _ in pathways_from(book).get(material, ())
        if any(limit.property_id in told for limit in pathway.limits)
    )


def _worst(
    limits: Iterable[Limit], told: dict[str, Stated], process_id: str | None, book: ReferenceBook
) -> Judged:
    found: Judged = (Fit.INSIDE, None)
    for limit in limits:
        fit = fit_of(limit, told, process_id, book)
        if fit > found[0]:
            found = (fit, limit)
    return found


def _untold(output: Reading, need: Reading, book: ReferenceBook) -> Limit | None:
    """The limit to ask about first on the surest way, where both of its ends are sure."""
    way = surest_way(output, need, book)
    if way is None or way.hop.pathway_id is None or way.hop.use_id is None:
        return None
    if need.uses.get(way.hop.use_id, 0.0) < SURE or given(output, book)[way.hop.material_id] < SURE:
        return None
    return _first_asked(output, way.hop.pathway_id, way.hop.material_id, book)


@lru_cache(maxsize=8192)
def _first_asked(output: Reading, pathway_id: str, material_id: str, book: ReferenceBook) -> Limit | None:
    pathway, told = book.pathways[pathway_id], told_by(output, book)
    open_limits = {
        limit.property_id: limit
        for limit in pathway.limits
        if fit_of(limit, told, pathway.process_id, book) is Fit.UNTOLD
        and not _is_usually_met(limit, material_id, pathway.process_id, book)
    }
    return next((open_limits[name] for name in FIRST_ASKED if name in open_limits), None)


def _is_usually_met(limit: Limit, material_id: str, process_id: str | None, book: ReferenceBook) -> bool:
    """Whether nobody needs to ask: the process sees to it, or such material is usually dry enough."""
    entry = book.properties[limit.property_id]
    if process_id in (entry.lowered_by if limit.bound == "most" else entry.raised_by):
        return True
    usual = book.materials[material_id].moisture_percent
    return (
        (limit.property_id, limit.bound) == ("moisture", "most")
        and usual is not None
        and usual <= limit.value
    )
