"""Logins and keys, as their owners and the administrator see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graph.records import Role


@dataclass(frozen=True, slots=True)
class AccountView:
    """The person who is logged in, as this person sees it."""

    id: str
    email: str
    role: Role
    language: str
    firm_id: str | None
    name: str | None
    phone: str | None
    must_change_password: bool
    is_disabled: bool
    created_at: datetime
    is_demo: bool = False


@dataclass(frozen=True, slots=True)
class TokenView:
    """A key to the API without its secret."""

    id: str
    name: str
    prefix: str
    created_at: datetime
    last_used_at: datetime | None


@dataclass(frozen=True, slots=True)
class NewToken:
    """A key just made. `secret` is shown this once and kept nowhere."""

    token: TokenView
    secret: str
