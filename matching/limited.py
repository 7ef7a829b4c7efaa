"""What a text bounds to a trace: who writes `PCB below 2 ppm` of a used oil offers no oil with PCB."""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST_PPM = 50.0
"""Milligrams in a kilogram: what is over it counts as a part of what is offered.
source: practice (what laboratories certify of used oils)
"""

_PPM = {
    **dict.fromkeys(("ppm", "mg/kg", "mg kg-1", "g/t", "მგ/კგ", "გ/ტ", "мг/кг", "г/т"), 1.0),
    **dict.fromkeys(("ppb", "µg/kg", "μg/kg", "ug/kg", "მკგ/კგ", "мкг/кг"), 0.001),
}
_UNIT = rf"(?P<unit>{'|'.join(map(re.escape, sorted(_PPM, key=len, reverse=True)))})(?![^\W\d_])"
_FIGURE = rf"(?P<figure>\d+(?:[.,]\d+)?) ?{_UNIT}"
_NAME = r"(?<![\w'’ʼ`-])(?P<name>[^\W\d_][^\W_]*)(?:[-‐‑][^\W\d_]+)?"
_HOW_MUCH = (
    r"(?: (?:contents?|levels?|concentration|residues?|შემცველობა|შემცველობით|კონცენტრაცია|რაოდენობა"
    r"|содержание|содержанием|концентрация))?"
)
_IS = r"[:,]?(?: (?:is|are|of|არის|составляет))?"
_AT_MOST = (
    r" ?(?:<=?|≤|below|under|less than|lower than|(?:no|not) (?:more|higher) than|not above|not exceeding"
    r"|at most|max\.?|maximum|up to|არაუმეტეს|მაქს\.?|მაქსიმუმ|ნაკლებია|до|менее|ниже|не (?:более|выше)) ?"
)
_AFTER = r"(?:[-‐‑]?ზე|[-‐‑]?ს|[-‐‑]?ამდე|[-‐‑]?მდე)"
_LESS = rf"{_AFTER} (?:ნაკლები\w*|დაბალი\w*|დაბლა|ქვემოთ)|[-‐‑]?ა?მდე|[-‐‑]?ს არ აღემატება"
_TRACES = (
    re.compile(_NAME + _HOW_MUCH + _IS + _AT_MOST + _FIGURE),
    re.compile(_NAME + _HOW_MUCH + _IS + " " + _FIGURE + rf"(?:{_LESS})"),
)


def starts_of_traces(written: str) -> Iterator[int]:
    """Where the names of such substances begin in a text.

    Args:
        written: a text as `matching.text.normalise` gives it.
    """
    for pattern in _TRACES:
        for match in pattern.finditer(written):
            if float(match["figure"].replace(",", ".")) * _PPM[match["unit"]] <= MOST_PPM:
                yield match.start("name")
