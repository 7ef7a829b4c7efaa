"""A listing as the ranker reads it: what was stated, and what the text and the reference book add to that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache, wraps
from typing import Any, TypeVar

from matching import distance, units, vectors
from matching.errors import UnknownDensity
from matching.recognition import Guess
from matching.records import Kind, Listing
from matching.reference.reading import digits
from matching.reference_book import ReferenceBook
from matching.reference_records import Material, Use
from matching.synonyms import NONE as NO_SYNONYMS
from matching.synonyms import Synonyms, synonyms_in
from matching.understood import understood
from matching.vectors import Bag

OTHER_KIND = 0.3
"""What a guess of another kind of flow than the listing's is still worth."""

NEAR_KIND = 0.8
"""What a guess of a kind is worth that firms list as the other: warm water as heat, boiler gas as energy."""

NEAR_KINDS = frozenset({("energy", "water"), ("energy", "gas"), ("water", "energy"), ("gas", "energy")})
"""The kind of a listing, and that of a guess which is near to it."""

FACTS = 5
"""Code or material, hazard, amount, place, sector."""


@dataclass(frozen=True, eq=False, slots=True)
class Reading:
    """A listing with what is known of it.

    `materials`, `uses`: id -> confidence in (0, 1]; 1 for what a person confirmed. `named`: of the materials
    those that the text names or a person confirmed, without what it is only worded like. `code`: digits only.
    `scripts`: alphabets of the text (`georgian`, `latin`, `cyrillic`). `coordinates`: latitude, longitude.
    `per_year`: amount and dimension (`mass` in t, `energy` in MWh …). `n_stated`: how many of the facts that
    a partner asks for first are stated, of `FACTS`. `as_worded`: the reading of the text alone where a person
    said that it is understood wrongly, else None; what is for safety goes by both.
    """

    listing: Listing
    materials: dict[str, float]
    uses: dict[str, float]
    named: dict[str, float]
    code: str | None
    nace: str | None
    coordinates: tuple[float, float] | None
    per_year: tuple[float, str] | None
    meanings: Bag
    scripts: frozenset[str]
    n_stated: int
    as_worded: Reading | None = None
    kept: dict[object, Any] = field(default_factory=dict, init=False, repr=False)


Told = TypeVar("Told")


def kept_with_reading(
    function: Callable[[Reading, ReferenceBook], Told],
) -> Callable[[Reading, ReferenceBook], Told]:
    """Keeps what a function of one listing tells as long as the reading is kept.

    For what is asked of the same need beside one output after the other: a cache of some size forgets it
    before its turn comes again, once there are more needs than the cache is long.
    """

    @wraps(function)
    def once(reading: Reading, book: ReferenceBook) -> Told:
        key = (function, book)
        try:
            found: Told = reading.kept[key]
        except KeyError:
            found = reading.kept[key] = function(reading, book)
        return found

    return once


@kept_with_reading
def letters(reading: Reading, book: ReferenceBook) -> Bag:
    """The pieces of the words of its text; made when a text of the same alphabet is held beside it."""
    return vectors.bag_of_pieces(reading.listing.text, book)


@lru_cache(maxsize=4096)
def read(listing: Listing, book: ReferenceBook, synonyms: Synonyms = NO_SYNONYMS) -> Reading:
    """The reading of a listing, kept for the next comparison.

    Args:
        synonyms: words of firms that name things beside those of the book.
    Raises:
        UnknownUnit, UnknownPeriod, UnknownMunicipality: what was stated is not in the book.
    """
    said = understood(listing, book)
    also = synonyms_in(listing.text, synonyms, book)
    materials = _of_kind((*said.meant.materials, *also.materials), listing, book.materials)
    materials = _with_said(materials, listing, listing.material_ids)
    uses = _of_kind((*said.meant.uses, *also.uses), listing, book.uses)
    uses = _with_said(uses, listing, listing.use_ids)
    named_ones = _of_kind((*said.named, *also.materials), listing, book.materials)
    return Reading(
        listing=listing,
        materials=materials,
        uses=uses,
        named=_with_said(named_ones, listing, listing.material_ids),
        code=digits(listing.ewc_code) if listing.ewc_code else None,
        nace=digits(listing.nace) if listing.nace else None,
        coordinates=distance.coordinates(listing.place, book),
        per_year=_per_year(listing, materials, book),
        meanings=said.meanings,
        n_stated=sum(_stated(listing)),
        scripts=said.scripts,
        as_worded=read(_without_said(listing), book, synonyms) if listing.not_ids else None,
    )


def _stated(listing: Listing) -> tuple[bool, ...]:
    place = listing.place
    return (
        listing.ewc_code is not None or bool(listing.material_ids) or bool(listing.use_ids),
        listing.hazardous is not None,
        listing.tonnes_per_year is not None or listing.quantity is not None,
        place.municipality is not None or place.lat is not None,
        listing.nace is not None,
    )


def _of_kind(
    guesses: Iterable[Guess], listing: Listing, entries: Mapping[str, Material | Use]
) -> dict[str, float]:
    """Guess -> confidence. Who lists a material means no heat by `burnt`, and no haulage by `tanker`."""
    found: dict[str, float] = {}
    for guess in guesses:
        sure = round(guess.confidence * _kept_of(entries[guess.id].kind, listing.kind), 4)
        found[guess.id] = max(sure, found.get(guess.id, 0.0))
    return found


@cache
def _kept_of(guessed: Kind, listed: Kind) -> float:
    """What a guess of one kind keeps of its confidence in a listing of another."""
    if _class_of(guessed) == _class_of(listed):
        return 1.0
    return NEAR_KIND if (listed, guessed) in NEAR_KINDS else OTHER_KIND


def _class_of(kind: Kind) -> str:
    """Whey may be listed as water and landfill gas as material; heat and a shared truck are neither."""
    return "matter" if kind in {"material", "water", "gas"} else kind


def _without_said(listing: Listing) -> Listing:
    return replace(listing, material_ids=(), use_ids=(), not_ids=())


def _with_said(guesses: dict[str, float], listing: Listing, confirmed: tuple[str, ...]) -> dict[str, float]:
    """Guesses from the text, with what a person said of them: some are sure, some are not meant."""
    found = {name: confidence for name, confidence in guesses.items() if name not in listing.not_ids}
    # What a person confirmed settles it: other guesses from the text keep half of their confidence.
    if confirmed:
        found = {name: round(confidence / 2, 4) for name, confidence in found.items()}
    return found | dict.fromkeys(confirmed, 1.0)


def _per_year(listing: Listing, materials: dict[str, float], book: ReferenceBook) -> tuple[float, str] | None:
    if listing.tonnes_per_year is not None:
        return listing.tonnes_per_year, units.MASS
    if listing.quantity is None:
        return None
    likeliest = min(materials, key=lambda name: (-materials[name], name), default=None)
    try:
        tonnes = units.tonnes_per_year(listing.quantity, listing.season_months, book, likeliest)
    except UnknownDensity:
        tonnes = None  # Two volumes can still be compared with each other.
    if tonnes is not None:
        return tonnes, units.MASS
    return units.amount_per_year(listing.quantity, listing.season_months, book)
