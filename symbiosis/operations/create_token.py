"""Personal keys to the API."""

from __future__ import annotations

from datetime import datetime

from graph import accounts
from graph.ids import new_id
from graph.records import Token
from symbiosis.access import Viewer, require
from symbiosis.errors import TooManyTokens
from symbiosis.inputs import TokenInput
from symbiosis.operations.change_password import own_user
from symbiosis.reducing import token_view
from symbiosis.tokens import digest, new_secret, prefix
from symbiosis.views import NewToken, TokenView
from symbiosis.wiring import Services

MOST = 20


def create_token(services: Services, viewer: Viewer, given: TokenInput, *, now: datetime) -> NewToken:
    """Make a key. Its secret is in the result and nowhere else.

    Raises:
        TooManyTokens: there are `MOST` already.
    """
    require(viewer, "make_token")
    user = own_user(services, viewer)
    if len(accounts.tokens_of(services.store, user.id)) >= MOST:
        raise TooManyTokens(most=MOST)
    secret = new_secret()
    token = Token(new_id(), user.id, given.name, prefix(secret), digest(secret), now)
    accounts.add_token(services.store, token)
    return NewToken(token_view(token), secret)


def list_tokens(services: Services, viewer: Viewer, *, now: datetime) -> tuple[TokenView, ...]:
    """The viewer's keys, without their secrets."""
    require(viewer, "make_token")
    user = own_user(services, viewer)
    return tuple(token_view(token) for token in accounts.tokens_of(services.store, user.id))


def revoke_token(services: Services, viewer: Viewer, token_id: str, *, now: datetime) -> None:
    """Take a key back at once.

    Raises:
        NotFound: the viewer has no such key.
    """
    require(viewer, "make_token")
    accounts.revoke_token(services.store, own_user(services, viewer).id, token_id)
