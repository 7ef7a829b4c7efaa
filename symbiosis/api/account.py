"""Who the key belongs to, and the keys themselves."""

from __future__ import annotations

from typing import Any

from symbiosis import operations
from symbiosis.access import route_allows
from symbiosis.api.frame import Blueprint
from symbiosis.inputs import ContactInput, TokenInput
from symbiosis.rate_limits import token_limit
from symbiosis.schemas.account import TokenSchema
from symbiosis.schemas.answers import AccountAnswer, NewTokenAnswer, TokenAnswer
from symbiosis.schemas.firm import ContactSchema
from symbiosis.web import now, services, viewer

blueprint = Blueprint("api_account", __name__, url_prefix="/api/v1", description=__doc__)


@blueprint.route("/me")
@route_allows("user")
@blueprint.response(200, AccountAnswer)
def show_me() -> Any:
    """The user whose key this is."""
    return operations.show_account(services(), viewer(), now=now())


@blueprint.route("/me/contact", methods=["PUT"])
@route_allows("user")
@blueprint.arguments(ContactSchema)
@blueprint.response(200, AccountAnswer)
def change_contact(given: ContactInput) -> Any:
    """Change the name and telephone that the other firm of an exchange sees."""
    return operations.edit_contact(services(), viewer(), given, now=now())


@blueprint.route("/tokens")
@route_allows("user")
@blueprint.response(200, TokenAnswer(many=True))
def list_tokens() -> Any:
    """The keys of this user."""
    return list(operations.list_tokens(services(), viewer(), now=now()))


@blueprint.route("/tokens", methods=["POST"])
@route_allows("user")
@token_limit
@blueprint.arguments(TokenSchema)
@blueprint.response(201, NewTokenAnswer)
def create_token(given: TokenInput) -> Any:
    """Make another key."""
    return operations.create_token(services(), viewer(), given, now=now())


@blueprint.route("/tokens/<token_id>", methods=["DELETE"])
@route_allows("user")
@blueprint.response(204)
def revoke_token(token_id: str) -> None:
    """Take a key back at once."""
    operations.revoke_token(services(), viewer(), token_id, now=now())
