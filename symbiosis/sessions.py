"""Logins in Flask's signed cookie: who, since when, last seen; ended by idleness, age or a new password."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from flask import session

from graph.records import User

IDLE = timedelta(hours=12)
LONGEST = timedelta(days=7)
SEEN_EVERY = timedelta(minutes=5)
KEPT_OVER = ("language",)


@dataclass(frozen=True, slots=True)
class Login:
    """What the cookie says. `epoch` must still be the user's `session_epoch`."""

    user_id: str
    epoch: int


def start(user: User, *, now: datetime) -> None:
    """Log a user in. Nothing of the session before survives but the choice of language."""
    _forget()
    session.permanent = True
    session["user"] = user.id
    session["epoch"] = user.session_epoch
    session["since"] = session["seen"] = int(now.timestamp())


def end() -> None:
    """Log out."""
    _forget()


def is_there() -> bool:
    """Whether the cookie speaks of a login at all, valid or not."""
    return "user" in session


def current(*, now: datetime) -> Login | None:
    """The login of this request, or None when there is none or it is over."""
    try:
        user_id, epoch = str(session["user"]), int(session["epoch"])
        since = datetime.fromtimestamp(session["since"], UTC)
        seen = datetime.fromtimestamp(session["seen"], UTC)
    except (KeyError, TypeError, ValueError, OverflowError):
        return None
    if now - seen > IDLE or now - since > LONGEST:
        return None
    if now - seen > SEEN_EVERY:
        session["seen"] = int(now.timestamp())
    return Login(user_id, epoch)


def _forget() -> None:
    kept = {name: session[name] for name in KEPT_OVER if name in session}
    session.clear()
    session.update(kept)
