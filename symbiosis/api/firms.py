"""Firms and their sites: one's own, and for coordinators all."""

from __future__ import annotations

from typing import Any

from symbiosis import operations
from symbiosis.access import route_allows
from symbiosis.api.frame import Blueprint, page_of
from symbiosis.inputs import EnrolmentInput, FirmInput, OfferInput, OptOutInput, SiteInput
from symbiosis.rate_limits import listing_limit
from symbiosis.schemas.answers import FirmAnswer, OptOutAnswer, SiteAnswer
from symbiosis.schemas.answers import page_of as page_schema
from symbiosis.schemas.answers.chains import InflowAnswer, OfferedAnswer
from symbiosis.schemas.firm import EnrolmentSchema, FirmSchema, SiteSchema
from symbiosis.schemas.offer import OfferSchema
from symbiosis.schemas.opt_out import OptOutSchema
from symbiosis.schemas.queries import FirmQuery
from symbiosis.web import now, services, viewer

blueprint = Blueprint("api_firms", __name__, url_prefix="/api/v1/firms", description=__doc__)


@blueprint.route("")
@route_allows("coordinator")
@blueprint.arguments(FirmQuery, location="query")
@blueprint.response(200, page_schema(FirmAnswer))
def list_firms(query: dict[str, Any]) -> Any:
    """All firms, oldest first."""
    found = operations.list_firms(services(), viewer(), status=query["status"], now=now())
    return page_of(found, query["page"], query["page_size"])


@blueprint.route("", methods=["POST"])
@route_allows("coordinator")
@blueprint.arguments(EnrolmentSchema)
@blueprint.response(201, FirmAnswer)
def enrol_firm(given: EnrolmentInput) -> Any:
    """Enter a firm with its first site, on its behalf; it has no login."""
    return operations.enrol_firm(services(), viewer(), given, now=now())


@blueprint.route("/<firm_id>")
@route_allows("business", "coordinator")
@blueprint.response(200, FirmAnswer)
def show_firm(firm_id: str) -> Any:
    """A firm with its sites. `/me` tells the id of one's own."""
    return operations.show_firm(services(), viewer(), firm_id, now=now())


@blueprint.route("/<firm_id>", methods=["PUT"])
@route_allows("business", "coordinator")
@blueprint.arguments(FirmSchema)
@blueprint.response(200, FirmAnswer)
def edit_firm(given: FirmInput, firm_id: str) -> Any:
    """Change names and industry."""
    return operations.edit_firm(services(), viewer(), firm_id, given, now=now())


@blueprint.route("/<firm_id>/sites")
@route_allows("business", "coordinator")
@blueprint.response(200, SiteAnswer(many=True))
def list_sites(firm_id: str) -> Any:
    """The sites of a firm."""
    return list(operations.list_sites(services(), viewer(), firm_id, now=now()))


@blueprint.route("/<firm_id>/sites", methods=["POST"])
@route_allows("business", "coordinator")
@blueprint.arguments(SiteSchema)
@blueprint.response(201, SiteAnswer)
def add_site(given: SiteInput, firm_id: str) -> Any:
    """Add a site."""
    return operations.add_site(services(), viewer(), firm_id, given, now=now())


@blueprint.route("/<firm_id>/sites/<site_id>", methods=["PUT"])
@route_allows("business", "coordinator")
@blueprint.arguments(SiteSchema)
@blueprint.response(200, SiteAnswer)
def edit_site(given: SiteInput, firm_id: str, site_id: str) -> Any:
    """Move or rename a site."""
    return operations.edit_site(services(), viewer(), firm_id, site_id, given, now=now())


@blueprint.route("/<firm_id>/processes")
@route_allows("business", "coordinator")
@blueprint.response(200, OfferedAnswer(many=True))
def list_offered(firm_id: str) -> Any:
    """The processes that the firm offers to others."""
    return list(operations.list_offered(services(), viewer(), firm_id, now=now()))


@blueprint.route("/<firm_id>/inflows")
@route_allows("business", "coordinator")
@blueprint.response(200, InflowAnswer(many=True))
def list_inflows(firm_id: str) -> Any:
    """What chains would bring to the processes that the firm offers: kinds of outputs, and how many."""
    return list(operations.show_inflows(services(), viewer(), firm_id, now=now()))


@blueprint.route("/<firm_id>/processes", methods=["PUT"])
@route_allows("business", "coordinator")
@blueprint.arguments(OfferSchema)
@blueprint.response(200, OfferedAnswer)
def offer_process(given: OfferInput, firm_id: str) -> Any:
    """Offer a process to others at a site; what was said of it before is replaced."""
    return operations.offer_process(services(), viewer(), firm_id, given, now=now())


@blueprint.route("/<firm_id>/sites/<site_id>/processes/<process_id>", methods=["DELETE"])
@route_allows("business", "coordinator")
@blueprint.response(204)
def withdraw_process(firm_id: str, site_id: str, process_id: str) -> None:
    """Offer a process no longer."""
    operations.withdraw_process(services(), viewer(), firm_id, site_id, process_id, now=now())


@blueprint.route("/<firm_id>/opt-outs")
@route_allows("business", "coordinator")
@blueprint.response(200, OptOutAnswer(many=True))
def list_opt_outs(firm_id: str) -> Any:
    """With whom a firm is not matched, as it asked for it. The other firms never learn of it."""
    return list(operations.list_opt_outs(services(), viewer(), firm_id))


@blueprint.route("/<firm_id>/opt-outs", methods=["POST"])
@route_allows("business", "coordinator")
@listing_limit
@blueprint.arguments(OptOutSchema)
@blueprint.response(201, OptOutAnswer)
def ask_opt_out(given: OptOutInput, firm_id: str) -> Any:
    """Ask not to be matched with a firm. It holds at once between firms that know each other by an exchange,
    else from a coordinator's yes on.
    """
    return operations.ask_opt_out(services(), viewer(), firm_id, given, now=now())


@blueprint.route("/<firm_id>/opt-outs/<opt_out_id>", methods=["DELETE"])
@route_allows("business", "coordinator")
@blueprint.response(204)
def remove_opt_out(firm_id: str, opt_out_id: str) -> None:
    """Take it back."""
    operations.list_opt_outs(services(), viewer(), firm_id)
    operations.remove_opt_out(services(), viewer(), opt_out_id, now=now())


@blueprint.route("/<firm_id>/verify", methods=["POST"])
@route_allows("coordinator")
@blueprint.response(200, FirmAnswer)
def verify_firm(firm_id: str) -> Any:
    """Say that a firm is real: its listings meet others from now on."""
    return operations.verify_firm(services(), viewer(), firm_id, now=now())


@blueprint.route("/<firm_id>/suspend", methods=["POST"])
@route_allows("coordinator")
@blueprint.response(200, FirmAnswer)
def suspend_firm(firm_id: str) -> Any:
    """Stop a firm: its listings meet nobody."""
    return operations.suspend_firm(services(), viewer(), firm_id, now=now())
