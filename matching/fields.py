"""From a plain dict to a `Listing`: every field with its type and range, everything else refused by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from math import isfinite
from typing import Any

from matching import units
from matching.errors import BadValue, UnknownField, UnknownMunicipality, UnknownPeriod
from matching.records import KINDS, Kind, Listing, Place, Quantity, Side
from matching.reference.reading import digits
from matching.reference_book import ReferenceBook

MAX_TEXT = 10_000
MAX_ID = 200
LANGUAGES = ("ka", "en", "ru")

NEEDED = ("id", "text", "kind")
OPTIONAL = (
    *("ewc_code", "nace", "hazardous", "tonnes_per_year", "lat", "lon", "municipality", "lang"),
    *("firm_id", "amount", "unit", "period", "season_months", "starts_on", "ends_on"),
    *("material_ids", "use_ids", "not_ids", "declines"),
)
KNOWN = (*NEEDED, *OPTIONAL)


def listing(raw: Mapping[str, Any], side: Side, book: ReferenceBook) -> Listing:
    """The listing that a dict describes. A field that is None counts as not given.

    Raises:
        UnknownField: a field that a listing does not have.
        BadValue, UnknownCode, UnknownMunicipality, UnknownUnit, UnknownPeriod: naming the field.
    """
    for name in raw:
        if name not in KNOWN:
            raise UnknownField(field=name, name=name, known=list(KNOWN))
    given = {name: value for name, value in raw.items() if value is not None}
    for name in NEEDED:
        if name not in given:
            raise BadValue(field=name, value=None, expected="a value (this field is needed)")
    starts_on, ends_on = _day(given, "starts_on"), _day(given, "ends_on")
    if starts_on and ends_on and ends_on < starts_on:
        raise BadValue(field="ends_on", value=str(ends_on), expected=f"a day not before {starts_on}")
    material_ids, use_ids = _ids(given, "material_ids", book.materials), _ids(given, "use_ids", book.uses)
    return Listing(
        id=text(given, "id", MAX_ID) or "",
        side=side,
        text=text(given, "text", MAX_TEXT) or "",
        kind=_kind(given),
        ewc_code=_ewc_code(given, book),
        nace=nace(given, book),
        hazardous=_yes_or_no(given, "hazardous"),
        tonnes_per_year=_number(given, "tonnes_per_year", 0, None),
        quantity=_quantity(given, book),
        place=_place(given, book),
        lang=one_of(given, "lang", LANGUAGES),
        firm_id=text(given, "firm_id", MAX_ID),
        season_months=_months(given),
        starts_on=starts_on,
        ends_on=ends_on,
        material_ids=material_ids,
        use_ids=use_ids,
        not_ids=_not_ids(given, (*material_ids, *use_ids), book),
        declines=_declines(given),
    )


def text(given: Mapping[str, Any], name: str, longest: int) -> str | None:
    """A field of text, None where it is not given. Raises BadValue for anything else, naming the field."""
    value = given.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadValue(field=name, value=value, expected="text")
    if not value.strip():
        raise BadValue(field=name, value=value, expected="text that is not empty")
    if len(value) > longest:
        raise BadValue(field=name, value=f"{len(value)} signs", expected=f"at most {longest} signs")
    if any("\ud800" <= sign <= "\udfff" for sign in value):
        raise BadValue(field=name, value=ascii(value[:20]), expected="whole characters, no half of a pair")
    return value


def one_of(given: Mapping[str, Any], name: str, known: tuple[str, ...]) -> str | None:
    """One of the known words, None where it is not given. Raises BadValue, naming the field."""
    value = given.get(name)
    if value is None or value in known:
        return None if value is None else str(value)
    raise BadValue(field=name, value=value, expected=f"one of {', '.join(known)}")


def _kind(given: Mapping[str, Any]) -> Kind:
    value = one_of(given, "kind", KINDS)
    return next(kind for kind in KINDS if kind == value)


def _yes_or_no(given: Mapping[str, Any], name: str) -> bool | None:
    value = given.get(name)
    if value is None or isinstance(value, bool):
        return value
    raise BadValue(field=name, value=value, expected="true, false or null")


def _number(given: Mapping[str, Any], name: str, least: float, most: float | None) -> float | None:
    value = given.get(name)
    if value is None:
        return None
    expected = f"a number from {least:g}" + ("" if most is None else f" to {most:g}")
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadValue(field=name, value=value, expected=expected)
    try:
        number = float(value)
    except OverflowError as error:
        raise BadValue(field=name, value="a huge number", expected=expected) from error
    if not isfinite(number) or number < least or (most is not None and number > most):
        raise BadValue(field=name, value=value, expected=expected)
    return number


def _ewc_code(given: Mapping[str, Any], book: ReferenceBook) -> str | None:
    value = text(given, "ewc_code", MAX_ID)
    return None if value is None else book.waste_code(value).id


def nace(given: Mapping[str, Any], book: ReferenceBook) -> str | None:
    """An activity, digits only, None where it is not given. Raises BadValue, naming the field."""
    value = text(given, "nace", MAX_ID)
    if value is None:
        return None
    found = digits(value)
    if not found.isdecimal() or not 2 <= len(found) <= 4 or found[:2] not in book.nace:
        raise BadValue(field="nace", value=value, expected="2 to 4 digits of the NACE classification")
    return found


def _quantity(given: Mapping[str, Any], book: ReferenceBook) -> Quantity | None:
    amount = _number(given, "amount", 0, None)
    unit, period = text(given, "unit", MAX_ID), text(given, "period", MAX_ID)
    if amount is None:
        for name in ("unit", "period"):
            if name in given:
                raise BadValue(field=name, value=given[name], expected="an amount beside it")
        return None
    if unit is None:
        raise BadValue(field="unit", value=None, expected=f"one of {', '.join(sorted(book.units))}")
    quantity = Quantity(amount, unit) if period is None else Quantity(amount, unit, period)
    units.unit_of(quantity, book)
    if quantity.period not in book.periods:
        raise UnknownPeriod(field="period", period=quantity.period, known=sorted(book.periods))
    return quantity


def _place(given: Mapping[str, Any], book: ReferenceBook) -> Place:
    lat, lon = _number(given, "lat", -90, 90), _number(given, "lon", -180, 180)
    if (lat is None) != (lon is None):
        missing = "lat" if lat is None else "lon"
        raise BadValue(field=missing, value=None, expected="both lat and lon, or neither")
    municipality = text(given, "municipality", MAX_ID)
    if municipality is not None and municipality not in book.municipalities:
        raise UnknownMunicipality(field="municipality", municipality=municipality)
    return Place(municipality, lat, lon)


def _list(given: Mapping[str, Any], name: str, expected: str, fits: Callable[[Any], bool]) -> list[Any]:
    value = given.get(name, [])
    if not isinstance(value, list):
        raise BadValue(field=name, value=value, expected=f"a list of {expected}")
    for part in value:
        if not fits(part):
            raise BadValue(field=name, value=part, expected=expected)
    return value


def _months(given: Mapping[str, Any]) -> tuple[int, ...]:
    def fits(month: Any) -> bool:
        return isinstance(month, int) and not isinstance(month, bool) and 1 <= month <= 12

    return tuple(sorted(set(_list(given, "season_months", "months from 1 to 12", fits))))


def _ids(given: Mapping[str, Any], name: str, known: Mapping[str, object]) -> tuple[str, ...]:
    def fits(part: Any) -> bool:
        return isinstance(part, str) and part in known

    return tuple(sorted(set(_list(given, name, "ids of the reference book", fits))))


def _not_ids(given: Mapping[str, Any], confirmed: tuple[str, ...], book: ReferenceBook) -> tuple[str, ...]:
    """Materials and uses that are not meant. Raises BadValue for one that is confirmed as well."""
    found = _ids(given, "not_ids", {**book.materials, **book.uses})
    for name in found:
        if name in confirmed:
            raise BadValue(
                field="not_ids", value=name, expected="ids that stand in neither material_ids nor use_ids"
            )
    return found


def _declines(given: Mapping[str, Any]) -> tuple[str, ...]:
    def fits(part: Any) -> bool:
        return isinstance(part, str) and 0 < len(part.strip()) <= MAX_ID

    return tuple(sorted(set(_list(given, "declines", "ids of firms", fits))))


def _day(given: Mapping[str, Any], name: str) -> date | None:
    value = text(given, name, MAX_ID)
    if value is None:
        return None
    try:
        if len(value) != 10:
            raise ValueError(value)
        return date.fromisoformat(value)
    except ValueError as error:
        raise BadValue(field=name, value=value, expected="a day as YYYY-MM-DD") from error
