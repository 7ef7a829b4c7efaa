"""Passwords: argon2 hashes, rules, and one-time passwords."""

from __future__ import annotations

import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from symbiosis.errors import WeakPassword

SHORTEST, LONGEST = 10, 128
_COMMON_WORDS = """
    1234567890 12345678910 123456789a 123456789q 0123456789 0987654321 9876543210 1111111111 0000000000
    1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc q1w2e3r4t5 qwertyuiop qwerty12345 qwerty123456 qwerty1234 asdfghjkl1
    asdfghjkl; zxcvbnm123 password12 password123 password1234 password01 passw0rd123 letmein123 letmein1234
    welcome123 welcome1234 iloveyou12 iloveyou123 administrator admin12345 admin123456 adminadmin changeme123
    football123 sunshine123 princess123 abcdefghij abcd123456 abc1234567 qazwsxedcr 1234512345 1122334455
    georgia123 georgia2024 georgia2025 georgia2026 tbilisi123 tbilisi1234 sakartvelo sakartvelo1 saqartvelo
    saqartvelo1 საქართველო საქართველო1 symbiosis1 symbiosis123 simbioze123 dinamo1925 paroli1234 paroli12345
    პაროლი1234 პაროლი12345 ათიცხრა123 trustno1trustno1 1234qwerasdf aa12345678 q123456789
"""
COMMON = frozenset(_COMMON_WORDS.split())
_hasher = PasswordHasher()


def hash_password(password: str) -> str:
    """The argon2id hash to keep."""
    return _hasher.hash(password)


@cache
def _hash_of_nobody() -> str:
    return _hasher.hash(secrets.token_urlsafe(16))


def is_right(password: str, password_hash: str | None) -> bool:
    """Whether the password belongs to the hash. Takes as long when there is no hash: the account is
    unknown.
    """
    try:
        return _hasher.verify(password_hash or _hash_of_nobody(), password) and password_hash is not None
    except (VerificationError, InvalidHashError):
        return False


def check_strength(password: str, email: str, *, field: str = "password") -> None:
    """Refuse what is easily guessed: short, very long, common, one repeated character, or made of the e-mail.

    Raises:
        WeakPassword: with `why`.
    """
    lowered = password.casefold()
    address = email.casefold()
    why = None
    if len(password) < SHORTEST:
        why = "short"
    elif len(password) > LONGEST:
        why = "long"
    elif lowered in (address, address.partition("@")[0], address.replace("@", "")):
        why = "email"
    elif lowered in COMMON or len(set(lowered)) < 4:
        why = "common"
    if why:
        raise WeakPassword(field=field, why=why, at_least=SHORTEST, at_most=LONGEST)


def one_time_password() -> str:
    """A password to be shown once and replaced at the first login: 80 bits, easy to read out."""
    letters = "abcdefghijkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(4)) for _ in range(4))
