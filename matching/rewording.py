"""Small changes of a text that say one thing more, or one figure otherwise, in the text's own language.

Whether the new text is read as meant has to be looked at: each function gives it only when it is.
"""

from __future__ import annotations

import re
from math import floor, log10

from matching.lots import least_lot
from matching.reference_book import ReferenceBook
from matching.reference_records import Limit
from matching.stated import stated_in
from matching.text import script

_UNITS = {
    "percent": ("%", "%", "%"),
    "mm": ("mm", "მმ", "мм"),
    "celsius": ("°C", "°C", "°C"),
    "mg-per-kg": ("mg/kg", "მგ/კგ", "мг/кг"),
    "mg-per-l": ("mg/l", "მგ/ლ", "мг/л"),
    "mj-per-kg": ("MJ/kg", "მჯ/კგ", "мдж/кг"),
    "ph": ("", "", ""),
}
"""Unit of a property -> how it is written in English, Georgian, Russian."""

_FORMS = {"dry": ("dry", "მშრალი", "сухой"), "liquid": ("liquid", "თხევადი", "жидкий")}
_SCRIPTS = ("latin", "georgian", "cyrillic")
_DIGITS = 3


def with_figure(text: str, limit: Limit, book: ReferenceBook) -> tuple[str, str] | None:
    """A text that says that a property is at its limit, and the words that say it.

    A figure that stands there is changed, otherwise the words are added. None where it would not be read so.
    """
    before = {one.property_id: one for one in stated_in(text, book)}.get(limit.property_id)
    if before is None:
        words = _figure(limit, _place(text), book)
        new = None if words is None else added(text, words)
    else:
        words = _plain(limit.value)
        old = before.low if before.told == "least" else before.high
        new = None if before.told == "range" or words is None else _exchanged(text, old, words)
    if new is None or words is None or not _says(new, limit, book):
        return None
    return new, words


def with_form(text: str, form: str) -> tuple[str, str]:
    """A text that says that the material is `dry` or `liquid`, and the word that says it."""
    word = _FORMS[form][_place(text)]
    return added(text, word), word


def with_least_lot(text: str, amount: float, book: ReferenceBook) -> tuple[str, str] | None:
    """A text whose smallest lot is `amount`, in the unit that it is told in, and the figure.

    None where the text tells no smallest lot in digits, or would not be read so.
    """
    lot, words = least_lot(text, book), _plain(amount)
    new = None if lot is None or words is None else _exchanged(text, lot.amount, words)
    after = None if new is None else least_lot(new, book)
    if lot is None or words is None or new is None or after is None:
        return None
    is_meant = (after.amount, after.unit, after.period) == (float(words), lot.unit, lot.period)
    return (new, words) if is_meant else None


def added(text: str, words: str) -> str:
    """A text with a further clause."""
    return f"{text.rstrip(' .;,')}; {words}"


def rounded_up(value: float) -> float:
    """The next number with three digits that count."""
    return _by_digits(value, up=True)


def rounded_down(value: float) -> float:
    """The number with three digits that count just below, or the same."""
    return _by_digits(value, up=False)


def _by_digits(value: float, *, up: bool) -> float:
    if value <= 0:
        return 0.0
    step = 10.0 ** (floor(log10(value)) - _DIGITS + 1)
    n = round(value / step, 6)
    return float(f"{(-(-n // 1) if up else n // 1) * step:.12g}")


def _place(text: str) -> int:
    """Which of the three languages a text is written in, by its letters."""
    letters = [script(letter) for letter in text.lower() if letter.isalpha()]
    return max(range(3), key=lambda number: letters.count(_SCRIPTS[number]))


def _figure(limit: Limit, place: int, book: ReferenceBook) -> str | None:
    entry, value = book.properties[limit.property_id], _plain(limit.value)
    unit = _UNITS.get(entry.unit)
    if unit is None or value is None:
        return None
    name = (entry.name_en, entry.name_ka, entry.name_ru)[place] or entry.name_en
    lower = name if name.isupper() or name == "pH" else name[:1].lower() + name[1:]
    return " ".join(filter(None, (lower, value, unit[place])))


def _exchanged(text: str, old: float, words: str) -> str | None:
    """A text with another number, where the old one stands in it exactly once."""
    told = _plain(old)
    if told is None:
        return None
    number = re.compile(rf"(?<![\w.,]){re.escape(told).replace(re.escape('.'), '[.,]')}(?![\d]|[.,]\d)")
    return number.sub(words, text) if len(number.findall(text)) == 1 else None


def _plain(value: float) -> str | None:
    """A number as people write it; None for what they would not."""
    told = f"{value:.6g}"
    return None if "e" in told or value < 0 else told


def _says(text: str, limit: Limit, book: ReferenceBook) -> bool:
    told = next((one for one in stated_in(text, book) if one.property_id == limit.property_id), None)
    if told is None:
        return False
    return told.high <= limit.value if limit.bound == "most" else told.low >= limit.value
