"""What every view needs of the request: the services, the reader, the time, the input, and errors in
words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import cast

from flask import current_app, g, has_request_context, request

from graph import accounts
from graph.errors import GraphUnavailable
from graph.records import User
from matching.errors import SymbiosisError
from symbiosis import sessions
from symbiosis.access import Viewer
from symbiosis.errors import BadToken, InvalidInput, SessionEnded, status_of
from symbiosis.languages import choose_language
from symbiosis.messages import message_of
from symbiosis.tokens import user_of_token
from symbiosis.wiring import Services

EXTENSION = "symbiosis"


def services() -> Services:
    """The services of this application."""
    return cast(Services, current_app.extensions[EXTENSION])


def now() -> datetime:
    """The time of this request (UTC). One value for the whole request, so that what it writes agrees."""
    clock = cast(Callable[[], datetime], current_app.config["CLOCK"])
    if not has_request_context():
        return clock()
    if "now" not in g:
        g.now = clock()
    return cast(datetime, g.now)


def utc_now() -> datetime:
    """The clock of the real world."""
    return datetime.now(UTC)


def is_api() -> bool:
    """Whether the request is for the JSON API, whose readers carry tokens and read JSON."""
    return request.path == "/api" or request.path.startswith("/api/")


def viewer() -> Viewer:
    """Who asks: by token on the API, by session cookie elsewhere.

    Raises:
        BadToken: a token was sent that is not valid.
        GraphUnavailable: a login was sent and cannot be checked now.
    """
    if "viewer_error" in g:  # asked once a request: a graph that is away is not waited for again
        raise cast(SymbiosisError, g.viewer_error)
    if "viewer" not in g:
        try:
            g.viewer = _viewer_of(_user())
        except SymbiosisError as error:
            g.viewer_error = error
            raise
    return cast(Viewer, g.viewer)


def viewer_if_known() -> Viewer:
    """As `viewer`, and a visitor where that cannot be found out now; for pages that must show in any case."""
    try:
        return viewer()
    except (GraphUnavailable, BadToken):
        return Viewer(language=choose_language(None))


def forget_viewer() -> None:
    """After a login, a logout or another language: the next `viewer()` looks again."""
    g.pop("viewer", None)
    g.pop("viewer_error", None)


def login_is_over() -> SymbiosisError | None:
    """The reason to tell when a login was sent that no longer counts."""
    return SessionEnded() if not is_api() and sessions.is_there() else None


def _user() -> User | None:
    if is_api():
        return user_of_token(services(), request.headers.get("Authorization"), now=now())
    login = sessions.current(now=now())
    if login is None:
        return None
    user = accounts.user_by_id(services().store, login.user_id)
    if user is None or user.is_disabled or user.session_epoch != login.epoch:
        return None
    return user


def _viewer_of(user: User | None) -> Viewer:
    if user is None:
        return Viewer(language=choose_language(None))
    return Viewer(
        user_id=user.id,
        role=user.role,
        firm_id=user.firm_id,
        language=choose_language(user.language),
        must_change_password=user.must_change_password,
    )


@dataclass(frozen=True, slots=True)
class Told:
    """An error in the reader's words. `fields`: messages by field name."""

    code: str
    status: int
    message: str
    fields: dict[str, list[str]] = field(default_factory=dict)


def told(error: SymbiosisError) -> Told:
    """What a reader is told of an error, in the reader's language."""
    fields: dict[str, list[str]] = {}
    if isinstance(error, InvalidInput):
        for name, problems in error.problems.items():
            fields[name] = [message_of(p) if isinstance(p, SymbiosisError) else str(p) for p in problems]
    elif error.field:
        fields[error.field] = [message_of(error)]
    return Told(error.code, status_of(error), message_of(error), fields)
