"""Rules of law: for everybody to read, for administrators to keep true."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from symbiosis import operations
from symbiosis.access import route_allows
from symbiosis.api.frame import Blueprint
from symbiosis.inputs import RuleInput
from symbiosis.rate_limits import reading_limit
from symbiosis.schemas.answers import RuleAnswer
from symbiosis.schemas.rule import RuleSchema
from symbiosis.views import RuleView
from symbiosis.web import now, services, viewer, viewer_if_known

blueprint = Blueprint("api_rules", __name__, url_prefix="/api/v1", description=__doc__)


@blueprint.route("/rules")
@route_allows("anyone")
@reading_limit
@blueprint.response(200, RuleAnswer(many=True))
def list_rules() -> Any:
    """All rules as they stand, those out of force too."""
    return [answer_of(view) for view in operations.list_rules(services(), viewer_if_known())]


@blueprint.route("/rules/<rule_id>")
@route_allows("anyone")
@reading_limit
@blueprint.response(200, RuleAnswer)
def show_rule(rule_id: str) -> Any:
    """One rule as it stands."""
    return answer_of(operations.show_rule(services(), viewer_if_known(), rule_id))


@blueprint.route("/rules/<rule_id>", methods=["PUT"])
@route_allows("administrator")
@blueprint.arguments(RuleSchema)
@blueprint.response(200, RuleAnswer)
def edit_rule(given: RuleInput, rule_id: str) -> Any:
    """Say all of a rule anew; every change is kept. `number` counts the changes: send the one you know of."""
    operations.edit_rule(services(), viewer(), rule_id, given, now=now())
    return answer_of(operations.show_rule(services(), viewer(), rule_id))


def answer_of(view: RuleView) -> dict[str, Any]:
    """A rule as plain data."""
    return {**asdict(view.rule), "is_changed": view.in_file is not None}
