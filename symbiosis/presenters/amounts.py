"""Amounts with low, central and high, as a reader takes them in: rounded as far as they are known."""

from __future__ import annotations

from math import floor, log10

from matching.reference_book import ReferenceBook
from matching.reference_records import Span
from symbiosis.presenters import numbers
from symbiosis.presenters.saying import gettext as _

SMALLER = (("kg", 1_000.0), ("g", 1_000_000.0))
"""What a fraction of a tonne is told in: the first in which it is one or more."""
DIGITS = 2


def told(span: Span, unit: str, book: ReferenceBook, lang: str) -> str:
    """As in `about 160 kg (100–200)`; masses below a tonne in kilograms or grams."""
    factor = 1.0
    if unit == "t" and span[1] < 1:
        unit, factor = next((each for each in SMALLER if span[1] * each[1] >= 1), SMALLER[-1])
    low, central, high = (_rounded(value * factor, lang) for value in span)
    entry = book.units.get(unit)
    symbol = (entry.symbol_ka if lang == "ka" else entry.symbol_en) if entry else unit
    amount = f"{central}\N{NO-BREAK SPACE}{symbol or unit}"
    if low == high:
        return _("about %(amount)s", amount=amount)
    return _("about %(amount)s (%(low)s–%(high)s)", amount=amount, low=low, high=high)


def _rounded(value: float, lang: str) -> str:
    """Two digits that count: more would claim what nobody knows."""
    if value <= 0:
        return numbers.amount(0, lang)
    decimals = DIGITS - 1 - floor(log10(value))
    return numbers.amount(round(value, decimals), lang, max(0, decimals))
