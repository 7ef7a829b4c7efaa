"""What the words of an input mean, checked against the reference book: every problem is told at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import NoReturn

from graph.records import StoredListing
from matching import units
from matching.errors import (
    SymbiosisError,
    UnknownCode,
    UnknownDensity,
    UnknownMunicipality,
    UnknownPeriod,
    UnknownUnit,
)
from matching.recognition import Recognition
from matching.records import Kind
from matching.reference_book import ReferenceBook
from matching.synonyms import NONE as NO_SYNONYMS
from matching.synonyms import Synonyms
from matching.text import script
from matching.understanding import recognise
from symbiosis.errors import (
    AlreadyOver,
    ContactInText,
    DateTooFar,
    InvalidInput,
    NameInText,
    UnknownIndustry,
    UnknownMaterial,
    UnknownUse,
    WrongDimension,
)
from symbiosis.inputs import FirmInput, ListingInput, SiteInput
from symbiosis.operations.settle_hazard import settle_hazard
from symbiosis.telling_texts import holds_contact, holds_name

TBILISI = timezone(timedelta(hours=4), "Tbilisi")
"""Georgia's clock since 2005: no summer time. A day on the site is a day there."""

FARTHEST = timedelta(days=366 * 20)
DIVISION_DIGITS = 2
DIMENSIONS: Mapping[Kind, frozenset[str]] = {
    "material": frozenset({"mass", "volume", "count", "area"}),
    "energy": frozenset({"energy", "power"}),
    "water": frozenset({"volume", "mass"}),
    "gas": frozenset({"volume", "mass", "energy"}),
}
"""Which dimensions measure which kind; an asset may be counted in any."""


def today(now: datetime) -> date:
    """The day in Georgia."""
    return now.astimezone(TBILISI).date()


def check_listing(
    given: ListingInput, book: ReferenceBook, *, now: datetime, names: tuple[str, ...] = ()
) -> ListingInput:
    """Check units, codes, dates, materials and uses of a listing, and that its text does not tell who
    wrote it.

    Args:
        names: what tells the firm: its names and code.
    Returns:
        The listing with its waste code in digits only, and with what follows from the answer to the question
        of a mirror pair.
    Raises:
        InvalidInput: naming every field at fault.
    """
    problems = [*_quantity_problems(given, book), *_date_problems(given, today(now))]
    if holds_contact(given.text):
        problems.append(ContactInText(field="text"))
    elif holds_name(given.text, *names):
        problems.append(NameInText(field="text"))
    for ids, known, error, field in (
        (given.material_ids, book.materials, UnknownMaterial, "material_ids"),
        (given.use_ids, book.uses, UnknownUse, "use_ids"),
    ):
        problems += [error(field=field, id=each) for each in ids if each not in known]
    either = {*book.materials, *book.uses}
    problems += [UnknownMaterial(field="not_ids", id=id) for id in given.not_ids or () if id not in either]
    entry = None
    if given.ewc_code is not None:
        try:
            entry = book.waste_code(given.ewc_code)
        except UnknownCode:
            problems.append(UnknownCode(field="ewc_code", ewc_code=given.ewc_code))
    settled, contradictions = settle_hazard(given, entry, book)
    _refuse([*problems, *contradictions])
    return settled


def check_firm(firm: FirmInput, book: ReferenceBook) -> None:
    """Check the industry of a firm.

    Raises:
        InvalidInput: it is not a division of NACE.
    """
    _refuse(_firm_problems(firm, book))


def check_site(site: SiteInput, book: ReferenceBook) -> None:
    """Check the municipality of a site.

    Raises:
        InvalidInput: it is not known.
    """
    _refuse(_site_problems(site, book))


def check_firm_and_site(firm: FirmInput, site: SiteInput, book: ReferenceBook) -> None:
    """Both checks, told together."""
    _refuse([*_firm_problems(firm, book), *_site_problems(site, book)])


def tonnes_per_year(
    given: ListingInput | StoredListing, recognition: Recognition, book: ReferenceBook
) -> float | None:
    """Mass in a year; None when the quantity is unknown, has no mass, or the material's density is
    unknown.
    """
    if given.quantity is None:
        return None
    likely = [*given.material_ids, *(guess.id for guess in recognition.materials[:1])]
    try:
        return units.tonnes_per_year(given.quantity, given.season_months, book, likely[0] if likely else None)
    except UnknownDensity:
        return None


def recognition_of(
    text: str, book: ReferenceBook, not_ids: Collection[str] = (), synonyms: Synonyms = NO_SYNONYMS
) -> Recognition:
    """What a text alone says, without materials and uses that a person said are not meant."""
    found = recognise(text, book, synonyms=synonyms)
    return replace(
        found,
        materials=tuple(guess for guess in found.materials if guess.id not in not_ids),
        uses=tuple(guess for guess in found.uses if guess.id not in not_ids),
    )


def language_of(text: str) -> str:
    """`ka`, `ru` or `en`, by the alphabet that most letters belong to."""
    letters = [script(letter) for letter in text.lower() if letter.isalpha()]
    most = max(("georgian", "cyrillic", "latin"), key=letters.count)
    return {"georgian": "ka", "cyrillic": "ru", "latin": "en"}[most]


def _quantity_problems(given: ListingInput, book: ReferenceBook) -> list[SymbiosisError]:
    if given.quantity is None:
        return []
    problems: list[SymbiosisError] = []
    unit = book.units.get(given.quantity.unit)
    if unit is None:
        problems.append(UnknownUnit(field="unit", unit=given.quantity.unit, known=sorted(book.units)))
    elif unit.dimension not in DIMENSIONS.get(given.kind, {unit.dimension}):
        fitting = sorted(u.id for u in book.units.values() if u.dimension in DIMENSIONS[given.kind])
        problems.append(WrongDimension(field="unit", unit=unit.id, kind=given.kind, known=fitting))
    if given.quantity.period not in book.periods:
        problems.append(
            UnknownPeriod(field="period", period=given.quantity.period, known=sorted(book.periods))
        )
    return problems


def _date_problems(given: ListingInput, day: date) -> list[SymbiosisError]:
    problems: list[SymbiosisError] = []
    for field, value in (("starts_on", given.starts_on), ("ends_on", given.ends_on)):
        if value is not None and abs(value - day) > FARTHEST:
            problems.append(DateTooFar(field=field))
        elif field == "ends_on" and value is not None and value < day:
            problems.append(AlreadyOver(field=field))
    return problems


def _firm_problems(firm: FirmInput, book: ReferenceBook) -> list[SymbiosisError]:
    if firm.nace_division in book.nace and len(firm.nace_division) == DIVISION_DIGITS:
        return []
    return [UnknownIndustry(field="nace_division", nace_division=firm.nace_division)]


def _site_problems(site: SiteInput, book: ReferenceBook) -> list[SymbiosisError]:
    if site.municipality in book.municipalities:
        return []
    return [UnknownMunicipality(field="municipality", municipality=site.municipality)]


def refuse(error: SymbiosisError) -> NoReturn:
    """Refuse one field, in the shape of all refusals.

    Raises:
        InvalidInput: always.
    """
    raise InvalidInput({error.field or "input": [error]})


def _refuse(problems: list[SymbiosisError]) -> None:
    if problems:
        by_field: dict[str, list[object]] = {}
        for each in problems:
            by_field.setdefault(each.field or "input", []).append(each)
        raise InvalidInput(by_field)
