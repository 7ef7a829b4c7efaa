"""The least that a need takes: `from 20 t`, `at least one truck`, `მინიმუმ 20 ტონა`, `не менее 5 т`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from matching.reference_book import ReferenceBook
from matching.text import normalise

_UNITS = {
    "t": r"tonnes?|tons?|t|ტონ\w*|ტ|тонн\w*|т",
    "kg": r"kg|kilos?|kilograms?|კგ|კილოგრამ\w*|კილო\w*|кг|килограмм\w*",
    "m3": r"m³|m3|cubic met\w+|მ³|მ3|კუბ\w*|кубометр\w*|кубов|куба?|м³|м3",
    "trailer-load": r"trailer ?loads?|ფურა|фур[аы]?",
    "truck-load": (
        r"(?:full )?(?:truck|lorry)(?: ?loads?|s)?|სატვირთო(?: მანქანა)?|მანქანა|грузовик\w*|машин[аы]"
    ),
}
_PERIODS = {
    "day": r"(?:a|per|each|/) ?day|daily|დღეში|დღიურად|в день|в сутки",
    "week": r"(?:a|per|each|/) ?week|weekly|კვირაში|в неделю",
    "month": r"(?:a|per|each|/) ?month|monthly|თვეში|თვიურად|в месяц",
    "year": r"(?:a|per|each|/) ?year|annually|yearly|წელიწადში|წლიურად|в год",
}
_LEAST = (
    r"from|at least|min(?:imum|\.)?(?: lots?(?: of)?| order| quantity)?:?|not less than|no less than|lots of|"
    r"მინიმუმ|მინიმალური პარტია|არანაკლებ|სულ მცირე|от|не менее|минимум|партия от"
)
_NUMBER = r"\d+(?:[ \u00a0]\d{3})*(?:[.,]\d+)?|one|a|ერთი|один|одной|одна"
_UNIT = "|".join(f"(?P<{name.replace('-', '_')}>{pattern})" for name, pattern in _UNITS.items())
_BEFORE = re.compile(rf"(?<!\w)(?:{_LEAST})\s(?P<amount>{_NUMBER})\s?(?:{_UNIT})(?!\w)")
_AFTER = re.compile(r"(?<![\w.,])(?P<amount>\d+(?:[.,]\d+)?)\s?(?P<t>ტონ|ტ\.?)-?(?:იდან|დან)(?!\w)")
_REPEATED = re.compile(
    r"[\s,]*(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _PERIODS.items()) + ")"
)


@dataclass(frozen=True, slots=True)
class Lot:
    """The least amount, in a unit of `units.csv`; `period` is `once` where one delivery is meant."""

    amount: float
    unit: str
    period: str


@lru_cache(maxsize=4096)
def least_lot(text: str, book: ReferenceBook) -> Lot | None:
    """The least amount that a text says is taken; None when it says none, or two different ones."""
    plain = normalise(text)
    found = {
        lot
        for pattern in (_BEFORE, _AFTER)
        for match in pattern.finditer(plain)
        if (lot := _lot(match, plain[match.end() : match.end() + 14])).unit in book.units
    }
    return found.pop() if len(found) == 1 else None


def _lot(match: re.Match[str], after: str) -> Lot:
    unit = next(name for name, value in match.groupdict().items() if value and name != "amount")
    repeated = _REPEATED.match(after)
    period = repeated.lastgroup if repeated is not None else None
    told = match["amount"].replace(" ", "").replace("\u00a0", "").replace(",", ".")
    return Lot(float(told) if told[0].isdigit() else 1.0, unit.replace("_", "-"), period or "once")
