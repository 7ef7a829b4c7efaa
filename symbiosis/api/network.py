"""The network in counts."""

from __future__ import annotations

from typing import Any

from symbiosis import operations
from symbiosis.access import route_allows
from symbiosis.api.frame import Blueprint
from symbiosis.schemas.answers import NetworkAnswer
from symbiosis.web import now, services, viewer

blueprint = Blueprint("api_network", __name__, url_prefix="/api/v1", description=__doc__)


@blueprint.route("/network")
@route_allows("planner", "coordinator", "administrator")
@blueprint.response(200, NetworkAnswer)
def show_network() -> Any:
    """Counts by municipality; where fewer than three firms are, none are told."""
    return operations.planner_counts(services(), viewer(), now=now())
