"""Numbers, dates and money as the reader's language writes them."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from babel.dates import format_date, get_timezone
from babel.numbers import format_decimal, format_percent

from matching.records import Quantity
from matching.reference_book import ReferenceBook
from symbiosis.presenters.saying import gettext as _

TBILISI = get_timezone("Asia/Tbilisi")
ALMOST_SURE = 0.99


@lru_cache(maxsize=4096)
def amount(value: float, lang: str, decimals: int = 2) -> str:
    """A plain number with at most so many decimals."""
    return str(format_decimal(value, format="#,##0." + "#" * decimals, locale=lang))


@lru_cache(maxsize=4096)
def fixed(value: float, lang: str, decimals: int = 2) -> str:
    """A number with a sign and exactly so many decimals, as in a sum that must add up."""
    pattern = "#,##0." + "0" * decimals
    return str(format_decimal(value, format=f"+{pattern};\N{MINUS SIGN}{pattern}", locale=lang))


def percent(share: float, lang: str) -> str:
    """A probability in whole percent. It never claims certainty: the ends are `over 99%` and `under 1%`."""
    if share > ALMOST_SURE:
        return _("over %(percent)s", percent=whole_percent(ALMOST_SURE, lang))
    if share < 1 - ALMOST_SURE:
        return _("under %(percent)s", percent=whole_percent(1 - ALMOST_SURE, lang))
    return whole_percent(share, lang)


def whole_percent(share: float, lang: str) -> str:
    """A share in whole percent, from 0 to 100."""
    pattern = "#,##0\N{NO-BREAK SPACE}%" if lang == "ka" else "#,##0%"
    return str(format_percent(share, format=pattern, locale=lang))


def money(gel: float, lang: str) -> str:
    return f"{amount(gel, lang)}\N{NO-BREAK SPACE}₾"


def kilometres(distance_km: float, lang: str) -> str:
    """A distance by road, rounded as far as it is known."""
    if distance_km < 1:
        return _("less than 1 km")
    return _("about %(km)s km", km=amount(distance_km, lang, 0))


def day(when: date | datetime, lang: str) -> str:
    return str(format_date(when, format="d MMMM y", locale=lang))


def moment(when: datetime, lang: str) -> str:
    """Date and time of Georgia (UTC+4, no summer time)."""
    local = when.astimezone(TBILISI)
    return f"{day(local, lang)}, {local:%H:%M}"


def quantity(value: Quantity | None, book: ReferenceBook, lang: str) -> str | None:
    """As in `120 t a year`; None when it is not known."""
    if value is None:
        return None
    unit, period = book.units.get(value.unit), book.periods.get(value.period)
    symbol = (unit.symbol_ka if lang == "ka" else unit.symbol_en) if unit else value.unit
    text = f"{amount(value.amount, lang, 3)}\N{NO-BREAK SPACE}{symbol or value.unit}"
    if period is None:
        return text
    return f"{text}, {period.name(lang)}" if period.times_per_year is None else f"{text} {period.name(lang)}"


def tonnes(tonnes_per_year: float | None, lang: str) -> str | None:
    """As in `about 120 t a year`, what a quantity means in mass; None when it cannot be known."""
    if tonnes_per_year is None:
        return None
    decimals = 0 if tonnes_per_year >= 10 else 1
    return _("about %(tonnes)s t a year", tonnes=amount(tonnes_per_year, lang, decimals))


def days_until(when: datetime, now: datetime) -> int:
    """Whole days left, never below 0."""
    return max(0, (when - now).days)


def typed(value: float, lang: str) -> str:
    """A number as a form shows it again: no grouping, all decimals, the language's decimal sign."""
    return str(format_decimal(value, format="0.##########", locale=lang))
