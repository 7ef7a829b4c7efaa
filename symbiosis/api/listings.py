"""Outputs and needs."""

from __future__ import annotations

from typing import Any

from matching.errors import SymbiosisError
from symbiosis import operations
from symbiosis.access import may_see_all, route_allows
from symbiosis.api.frame import Blueprint, page_from, page_of
from symbiosis.error_handling import error_body
from symbiosis.inputs import CodeInput, CorrectionInput, ListingInput
from symbiosis.rate_limits import listing_limit
from symbiosis.schemas.answers import BulkAnswer, CodeChangeAnswer, ListingAnswer, MeaningAnswer
from symbiosis.schemas.answers import page_of as page_schema
from symbiosis.schemas.base import load
from symbiosis.schemas.bulk import BulkSchema
from symbiosis.schemas.code import CodeSchema
from symbiosis.schemas.listing import CorrectionSchema, ListingSchema, NewListingSchema
from symbiosis.schemas.queries import ListingQuery, PostQuery
from symbiosis.web import now, services, told, viewer

blueprint = Blueprint("api_listings", __name__, url_prefix="/api/v1/listings", description=__doc__)


@blueprint.route("")
@route_allows("business", "coordinator")
@blueprint.arguments(ListingQuery, location="query")
@blueprint.response(200, page_schema(ListingAnswer))
def list_listings(query: dict[str, Any]) -> Any:
    """A firm's own listings; for coordinators those of all firms. Newest first."""
    page, size = query["page"], query["page_size"]
    side, state = query["side"], query["state"]
    if query["firm_id"] is None and may_see_all(viewer(), "list_listings"):
        found = operations.all_listings(
            services(), viewer(), side=side, state=state, skip=(page - 1) * size, limit=size + 1, now=now()
        )
        return page_from(found, page, size)
    firm_id = query["firm_id"] or viewer().firm_id or ""
    own = operations.firm_listings(services(), viewer(), firm_id, now=now())
    kept = [each for each in own if side in (None, each.side) and state in (None, each.state)]
    return page_of(kept, page, size)


@blueprint.route("", methods=["POST"])
@route_allows("business", "coordinator")
@listing_limit
@blueprint.arguments(NewListingSchema)
@blueprint.arguments(PostQuery, location="query")
@blueprint.response(201, ListingAnswer)
def post_listing(given: ListingInput, query: dict[str, Any]) -> Any:
    """List an output or a need. With an own `id` a repeated request makes one listing."""
    return operations.post_listing(services(), viewer(), given, now=now(), compare=query["compare"])


@blueprint.route("/bulk", methods=["POST"])
@route_allows("business", "coordinator")
@listing_limit
@blueprint.arguments(BulkSchema)
@blueprint.response(200, BulkAnswer)
def post_many(given: dict[str, Any]) -> Any:
    """List up to 200 at once. Each is stored or refused by itself; they are compared afterwards (`POST
    /rematch`).
    """
    lines = [_post_one(index, data) for index, data in enumerate(given["listings"])]
    return {"items": lines, "n_stored": sum(line["error"] is None for line in lines)}


def _post_one(index: int, data: dict[str, Any]) -> dict[str, Any]:
    try:
        listing = load(NewListingSchema(), data)
        stored = operations.post_listing(services(), viewer(), listing, now=now(), compare=False)
    except SymbiosisError as error:
        message = told(error)
        if message.status >= 500:
            raise
        return {"index": index, "id": None, "error": error_body(message)["error"]}
    return {"index": index, "id": stored.id, "error": None}


@blueprint.route("/<listing_id>")
@route_allows("business", "coordinator")
@blueprint.response(200, ListingAnswer)
def show_listing(listing_id: str) -> Any:
    """One listing."""
    return operations.show_listing(services(), viewer(), listing_id, now=now())


@blueprint.route("/<listing_id>", methods=["PUT"])
@route_allows("business", "coordinator")
@blueprint.arguments(ListingSchema)
@blueprint.response(200, ListingAnswer)
def edit_listing(given: ListingInput, listing_id: str) -> Any:
    """Replace what a listing says; what is left out is empty afterwards."""
    return operations.edit_listing(services(), viewer(), listing_id, given, now=now())


@blueprint.route("/<listing_id>/meanings")
@route_allows("business", "coordinator")
@blueprint.response(200, MeaningAnswer(many=True))
def show_meanings(listing_id: str) -> Any:
    """What a listing is taken to mean, by sort, surest first, with the words that it goes by."""
    return list(operations.meanings_of_listing(services(), viewer(), listing_id))


@blueprint.route("/<listing_id>/meanings", methods=["POST"])
@route_allows("business", "coordinator")
@blueprint.arguments(CorrectionSchema)
@blueprint.response(200, ListingAnswer)
def correct_listing(given: CorrectionInput, listing_id: str) -> Any:
    """Say that a listing is, or is not, a material or use. It holds until somebody takes it back."""
    return operations.correct_listing(services(), viewer(), listing_id, given, now=now())


@blueprint.route("/<listing_id>/code", methods=["PUT"])
@route_allows("coordinator")
@blueprint.arguments(CodeSchema)
@blueprint.response(200, ListingAnswer)
def set_code(given: CodeInput, listing_id: str) -> Any:
    """Give an output its waste code, or settle one of a mirror pair, with the reason that its firm reads."""
    return operations.set_code(services(), viewer(), listing_id, given, now=now())


@blueprint.route("/<listing_id>/code-changes")
@route_allows("business", "coordinator")
@blueprint.response(200, CodeChangeAnswer(many=True))
def list_code_changes(listing_id: str) -> Any:
    """Which codes coordinators gave a listing, newest first."""
    return list(operations.code_history(services(), viewer(), listing_id))


@blueprint.route("/<listing_id>", methods=["DELETE"])
@route_allows("business", "coordinator")
@blueprint.response(204)
def withdraw_listing(listing_id: str) -> None:
    """Withdraw a listing for good."""
    operations.change_listing_state(services(), viewer(), listing_id, "withdraw", now=now())


@blueprint.route("/<listing_id>/pause", methods=["POST"])
@route_allows("business", "coordinator")
@blueprint.response(200, ListingAnswer)
def pause_listing(listing_id: str) -> Any:
    """Take a listing out of matching for a while."""
    return operations.change_listing_state(services(), viewer(), listing_id, "pause", now=now())


@blueprint.route("/<listing_id>/resume", methods=["POST"])
@route_allows("business", "coordinator")
@blueprint.response(200, ListingAnswer)
def resume_listing(listing_id: str) -> Any:
    """Let a paused listing take part again."""
    return operations.change_listing_state(services(), viewer(), listing_id, "resume", now=now())


@blueprint.route("/<listing_id>/renew", methods=["POST"])
@route_allows("business", "coordinator")
@blueprint.response(200, ListingAnswer)
def renew_listing(listing_id: str) -> Any:
    """Let a listing stand for a full term from now."""
    return operations.renew_listing(services(), viewer(), listing_id, now=now())
