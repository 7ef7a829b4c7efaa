"""Free text must not tell who wrote it: the other firm reads it before anybody consented to anything."""

from __future__ import annotations

import re

from graph.records import Firm
from symbiosis.identification import holds_personal_number

EMAIL = re.compile(r"[\w.+-]+\s?@\s?[\w-]+\s?\.\s?\w+")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:ge|com|net|org)\b", re.IGNORECASE)
DIGITS = re.compile(r"(?<![\d.,])\+?\d[\d\s()-]{7,16}\d(?!\d)")
PHONE = re.compile(r"(?:00)?995[2-9]\d{8}|0?5\d{8}|0?32?2\d{6}")
"""Of digits alone: with the code of Georgia, a mobile number, a number of Tbilisi."""
DOTTED = re.compile(r"(?<!\d)5\d\d(?:[./]\d\d){3}(?![./]?\d)")
"""A mobile number with dots, which part no amount in this way."""

LEGAL_FORMS = frozenset(
    [
        "შპს",
        "სს",
        "ი/მ",
        "იმ",
        "სპს",
        "კოოპერატივი",
        "კომპანია",
        "ჯგუფი",
        "ltd",
        "llc",
        "jsc",
        "inc",
        "co",
        "company",
        "group",
        "cooperative",
        "gmbh",
        "ie",
    ]
)
SHORTEST_NAME = 4


def holds_contact(text: str) -> bool:
    """Whether a telephone number, an e-mail or web address, or a personal number stands in a text.

    Waste codes, amounts and dates are none of these.
    """
    if holds_personal_number(text) or any(each.search(text) for each in (EMAIL, ADDRESS, DOTTED)):
        return True
    found = (re.sub(r"\D", "", run) for run in DIGITS.findall(text))
    return any(PHONE.fullmatch(digits) for digits in found)


def holds_name(text: str, *names: str) -> bool:
    """Whether the words of a firm's name, without its legal form, stand together in a text."""
    plain = _plain(text)
    cores = (" ".join(word for word in _plain(name).split() if word not in LEGAL_FORMS) for name in names)
    return any(len(core) >= SHORTEST_NAME and f" {core} " in f" {plain} " for core in cores)


def firm_tells(firm: Firm) -> tuple[str, ...]:
    """What of a firm must not stand in its listings: its names, and its code in one run or in threes."""
    code = firm.identification_code or ""
    threes = " ".join(code[at : at + 3] for at in range(0, len(code), 3))
    return tuple(filter(None, (firm.name_ka, firm.name_latin, code, threes)))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w/]+", text.casefold()))
