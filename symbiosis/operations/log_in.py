"""Somebody logs in."""

from __future__ import annotations

from graph import accounts
from graph.records import User
from symbiosis.errors import WrongLogin
from symbiosis.inputs import LoginInput
from symbiosis.passwords import is_right
from symbiosis.wiring import Services


def log_in(services: Services, given: LoginInput) -> User:
    """The user whose e-mail and password these are. It takes as long, and says the same, for unknown ones.

    Returns:
        The user, to start a session for; it holds a password hash and is not for showing.
    Raises:
        WrongLogin: unknown, closed, or not this password.
    """
    user = accounts.user_by_email(services.store, given.email)
    if not is_right(given.password, user.password_hash if user else None) or user is None or user.is_disabled:
        raise WrongLogin
    return user
