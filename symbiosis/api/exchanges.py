"""Exchanges that both sides said yes to, and the log of who was shown whose name."""

from __future__ import annotations

from typing import Any

from symbiosis import operations
from symbiosis.access import route_allows
from symbiosis.api.frame import Blueprint, page_of
from symbiosis.inputs import OutcomeInput
from symbiosis.schemas.answers import DisclosureAnswer, ExchangeAnswer, ExchangeLineAnswer, OutcomeAnswer
from symbiosis.schemas.answers import page_of as page_schema
from symbiosis.schemas.outcome import OutcomeSchema
from symbiosis.schemas.queries import PageQuery
from symbiosis.web import now, services, viewer

blueprint = Blueprint("api_exchanges", __name__, url_prefix="/api/v1", description=__doc__)


@blueprint.route("/exchanges")
@route_allows("business", "coordinator")
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200, page_schema(ExchangeLineAnswer))
def list_exchanges(query: dict[str, Any]) -> Any:
    """Exchanges of one's firm, or of all for coordinators; nothing in the list names anybody."""
    found = operations.my_exchanges(services(), viewer(), now=now())
    return page_of(found, query["page"], query["page_size"])


@blueprint.route("/exchanges/<exchange_id>")
@route_allows("business", "coordinator")
@blueprint.response(200, ExchangeAnswer)
def show_exchange(exchange_id: str) -> Any:
    """Both firms by name, with contacts. The showing is logged."""
    return operations.show_exchange(services(), viewer(), exchange_id, now=now())


@blueprint.route("/exchanges/<exchange_id>/outcomes", methods=["POST"])
@route_allows("business", "coordinator")
@blueprint.arguments(OutcomeSchema)
@blueprint.response(201, OutcomeAnswer(many=True))
def record_outcome(given: OutcomeInput, exchange_id: str) -> Any:
    """Say what came of it, or why nothing did; a coordinator names the side that told so. Every word is
    kept, the latest of each side counts.
    """
    return list(operations.record_outcome(services(), viewer(), exchange_id, given, now=now()))


@blueprint.route("/disclosures")
@route_allows("coordinator", "administrator")
@blueprint.response(200, DisclosureAnswer(many=True))
def list_disclosures() -> Any:
    """Who was shown whose name and contacts, newest first."""
    return list(operations.list_disclosures(services(), viewer(), now=now()))
