"""Identification codes. A legal entity's is public; an entrepreneur's is a personal number and never kept
in clear.
"""

from __future__ import annotations

import hashlib
import hmac
import re

ENTITY = re.compile(r"[0-9]{9}")
PERSON = re.compile(r"[0-9]{11}")
PERSON_ANYWHERE = re.compile(r"(?<![0-9A-Za-z])[0-9]{11}(?![0-9A-Za-z])")

PERSON_TYPED = re.compile(
    r"(?<!\d)(?<!\d[ -])"
    r"(?:\d{2}[ -]?\d{3}[ -]?\d{3}[ -]?\d{3}|\d{3}[ -]?\d{4}[ -]?\d{4}|\d{3}[ -]?\d{3}[ -]?\d{5})"
    r"(?![ -]?\d)"
)
"""As people type it: in one run, also right after letters, or in groups."""


def is_identification_code(text: str) -> bool:
    """Whether it has the form of a legal entity's code (9 digits) or of a personal number (11 digits)."""
    return bool(ENTITY.fullmatch(text) or PERSON.fullmatch(text))


def is_personal_number(text: str) -> bool:
    return bool(PERSON.fullmatch(text))


def personal_number_digest(number: str, key: str) -> str:
    """Keyed hash (HMAC-SHA256) that can tell whether the same number registers again, and nothing else."""
    return hmac.new(key.encode(), number.encode(), hashlib.sha256).hexdigest()


def holds_personal_number(text: str) -> bool:
    """Whether a personal number stands in what somebody typed."""
    return bool(PERSON_TYPED.search(text))


def without_personal_numbers(text: str) -> str:
    """The text with every run of 11 digits covered."""
    return PERSON_ANYWHERE.sub("[11 digits]", text)
