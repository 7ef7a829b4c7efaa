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


def is_identification_code(text: str) -> bool:
    """Whether it has the form of a legal entity's code (9 digits) or of a personal number (11 digits)."""
    return bool(ENTITY.fullmatch(text) or PERSON.fullmatch(text))


def is_personal_number(text: str) -> bool:
    return bool(PERSON.fullmatch(text))


def personal_number_digest(number: str, key: str) -> str:
    """Keyed hash (HMAC-SHA256) that can tell whether the same number registers again, and nothing else."""
    return hmac.new(key.encode(), number.encode(), hashlib.sha256).hexdigest()


def without_personal_numbers(text: str) -> str:
    """The text with every run of 11 digits covered."""
    return PERSON_ANYWHERE.sub("[11 digits]", text)
