"""Firms that are not to be matched with each other, for coordinators. A firm's own are under `/firms`."""

from __future__ import annotations

from typing import Any

from symbiosis import operations
from symbiosis.access import route_allows
from symbiosis.api.frame import Blueprint
from symbiosis.schemas.answers import OptOutAnswer
from symbiosis.schemas.opt_out import OptOutDecisionSchema
from symbiosis.web import now, services, viewer

blueprint = Blueprint("api_opt_outs", __name__, url_prefix="/api/v1/opt-outs", description=__doc__)


@blueprint.route("")
@route_allows("coordinator")
@blueprint.response(200, OptOutAnswer(many=True))
def list_opt_outs() -> Any:
    """What all firms asked for and did not take back; what waits for a decision first."""
    return list(operations.all_opt_outs(services(), viewer()))


@blueprint.route("/<opt_out_id>/decision", methods=["POST"])
@route_allows("coordinator")
@blueprint.arguments(OptOutDecisionSchema)
@blueprint.response(200, OptOutAnswer)
def decide_opt_out(is_yes: bool, opt_out_id: str) -> Any:
    """Say yes or no to what a firm asked for. From a yes on the two are matched no more; nobody tells the
    other firm.
    """
    return operations.decide_opt_out(services(), viewer(), opt_out_id, is_yes=is_yes, now=now())
