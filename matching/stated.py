"""Measured values in a text: `moisture 55 %`, `ტენიანობა 35%-მდე`, `0–8 mm`, `не выше 90 °C`, `pH 4`.

A number is read only where its unit fits a property and its clause names that property and no other; what
could mean something else is left unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from matching.reference_book import ReferenceBook
from matching.text import normalise

Told = Literal["value", "range", "most", "least"]


@dataclass(frozen=True, slots=True)
class Stated:
    """What a text tells of a property, in its unit: a value, a range, or only a bound.

    A bound has the other end where the property ends: `below 15 %` is 0 to 15 (`most`).
    """

    property_id: str
    low: float
    high: float
    told: Told


_UNITS = {
    "percent": r"%|percent|per cent|პროცენტ\w*|процент\w*",
    "mm": r"mm|მმ|мм",
    "celsius": r"°\s?[cсც]?|degrees?|გრადუს\w*|градус\w*",
    "mg-per-kg": r"mg\s?/\s?kg|მგ\s?/\s?კგ|мг\s?/\s?кг|ppm",
    "mg-per-l": r"mg\s?/\s?l|მგ\s?/\s?ლ|мг\s?/\s?л",
    "mj-per-kg": r"mj\s?/\s?kg|მჯ\s?/\s?კგ|мдж\s?/\s?кг",
}
_NUMBER = r"\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d+)?|\d{1,3}(?:,\d{3})+|\d+(?:[.,]\d+)?"
_UNIT = "|".join(f"(?P<{name.replace('-', '_')}>{pattern})" for name, pattern in _UNITS.items())
_AMOUNT = re.compile(
    rf"(?<![\w.,/–-])(?P<low>-?(?:{_NUMBER}))(?:\s?(?:[-–—/…]|to|დან|до)\s?(?P<high>{_NUMBER}))?\s?-?(?:{_UNIT})"
    r"(?![a-zа-я])"
)
_PH = re.compile(
    r"\b(?:ph|рн)\b[\s:]*(?P<word>[^\d,;.]{0,14}?)\s*"
    r"(?P<low>\d+(?:[.,]\d+)?)(?:\s?[-–]\s?(?P<high>\d+(?:[.,]\d+)?))?"
)
_CLAUSE = re.compile(
    r"[;()\n]|[,.](?=\s)|\sand\s(?!above|more|over|below|less)|\sდა\s|\sи\s(?!выше|более|ниже|менее)"
)
_MOST = re.compile(
    r"(?:\bun(?:der|til)|\bbelow|(?<!no )(?<!not )\bless than|\bup to|\bmax(?:imum|\.)?|\bat most|"
    r"\bno(?:t|) (?:over|above|more than)|<|≤|არაუმეტეს|მაქსიმუმ|მაქს\.?|(?<!არა)ნაკლები|"
    r"\bдо|\bне (?:более|выше)|(?<!не )\b(?:ниже|менее)|\bмакс\.?)\s*$"
)
_LEAST = re.compile(
    r"(?:\babove|\bover|(?<!no )(?<!not )\bmore than|\bat least|\bmin(?:imum|\.)?|\bfrom|"
    r"\bno(?:t|) (?:under|below|less than)|>|≥|არანაკლებ|მინიმუმ|მინ\.?|"
    r"\bот|\bне (?:менее|ниже)|(?<!не )\b(?:выше|более)|\bмин\.?)\s*$"
)
_MOST_AFTER = re.compile(r"^\s?-?(?:მდე|ზე ნაკლ|ზე დაბ|ზე ქვემ|or less|or below|max|maximum|и ниже|и менее)")
_LEAST_AFTER = re.compile(
    r"^\s?-?(?:დან|იდან|ზე მეტ|ზე მაღ|ზე ზემ|and above|or more|and more|\+|и выше|и более)"
)
_ANY_UNIT_OF = {"celsius": "temperature"}
"""Units that speak of one property alone."""


@lru_cache(maxsize=4096)
def stated_in(text: str, book: ReferenceBook) -> tuple[Stated, ...]:
    """What a text tells of properties of the book; a property told twice differently is left out."""
    found: dict[str, set[Stated]] = {}
    for one in _all(normalise(text), book):
        entry = book.properties[one.property_id]
        if entry.low <= one.low <= one.high <= entry.high:
            found.setdefault(one.property_id, set()).add(one)
    return tuple(told for each in found.values() if len(each) == 1 for told in each)


def _all(text: str, book: ReferenceBook) -> Iterator[Stated]:
    for clause in _CLAUSE.split(text):
        amounts = list(_AMOUNT.finditer(clause))
        acid = list(_PH.finditer(clause))
        if len(acid) == 1 and "ph" in book.properties:
            yield _stated("ph", acid[0], acid[0]["word"], clause[acid[0].end() :], book)
        if len(amounts) != 1:
            continue
        (amount,) = amounts
        meant = _meant(clause, amount, book)
        if meant is not None:
            yield _stated(meant, amount, clause[: amount.start()], clause[amount.end() :], book)


def _meant(clause: str, amount: re.Match[str], book: ReferenceBook) -> str | None:
    """The one property of which a clause tells an amount."""
    unit = next(name for name in _UNITS if amount[name.replace("-", "_")])
    alone = _ANY_UNIT_OF.get(unit)
    if alone is not None:
        return alone if alone in book.properties else None
    named = [name for name, pattern in _names(book, unit) if pattern.search(clause)]
    if not named and unit == "mm" and amount["high"] and "particle-size" in book.properties:
        return "particle-size"
    return named[0] if len(named) == 1 else None


@lru_cache(maxsize=64)
def _names(book: ReferenceBook, unit: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (entry.id, re.compile("|".join(_name(word) for word in entry.words)))
        for entry in book.properties.values()
        if entry.unit == unit and entry.words
    )


def _name(word: str) -> str:
    """English words stand whole (sulphur is not sulphuric acid); the others may take an ending."""
    return rf"\b{re.escape(word)}" + (r"s?\b" if word.isascii() else "")


def _stated(property_id: str, amount: re.Match[str], before: str, after: str, book: ReferenceBook) -> Stated:
    entry = book.properties[property_id]
    low = _number(amount["low"])
    if amount["high"]:
        return Stated(property_id, low, _number(amount["high"]), "range")
    if _MOST.search(before) or _MOST_AFTER.search(after):
        return Stated(property_id, entry.low, low, "most")
    if _LEAST.search(before) or _LEAST_AFTER.search(after):
        return Stated(property_id, low, entry.high, "least")
    return Stated(property_id, low, low, "value")


def _number(text: str) -> float:
    plain = text.replace("\u00a0", "").replace(" ", "")
    if re.fullmatch(r"-?[1-9]\d{0,2}(?:,\d{3})+", plain):
        return float(plain.replace(",", ""))
    return float(plain.replace(",", "."))
