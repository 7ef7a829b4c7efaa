"""Personal keys to the API: made once, shown once, kept as a digest."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from graph import accounts
from graph.records import User
from symbiosis.errors import BadToken
from symbiosis.wiring import Services

START = "sym_"
N_RANDOM_BYTES = 32
N_PREFIX = 10
NOTE_USE_EVERY = timedelta(minutes=10)


def new_secret() -> str:
    """A fresh key: 256 random bits, with a start by which scanners can tell it."""
    return START + secrets.token_urlsafe(N_RANDOM_BYTES)


def digest(secret: str) -> str:
    """What is kept of a key. It is random and long, so a plain SHA-256 cannot be reversed."""
    return hashlib.sha256(secret.encode()).hexdigest()


def prefix(secret: str) -> str:
    """The first letters of a key, by which its owner tells it from others."""
    return secret[:N_PREFIX]


def user_of_token(services: Services, header: str | None, *, now: datetime) -> User | None:
    """The user whose key stands in an Authorization header; None when there is no header.

    Raises:
        BadToken: the header is not `Bearer <key>`, or the key is unknown, revoked or of a closed account.
    """
    if header is None:
        return None
    scheme, _, secret = header.strip().partition(" ")
    if scheme.lower() != "bearer" or not secret.strip().startswith(START) or not secret.isascii():
        raise BadToken
    token = accounts.token_by_digest(services.store, digest(secret.strip()))
    user = accounts.user_by_id(services.store, token.user_id) if token else None
    if token is None or user is None or user.is_disabled:
        raise BadToken
    if token.last_used_at is None or now - token.last_used_at > NOTE_USE_EVERY:
        accounts.touch_token(services.store, token.id, now)
    return user
