"""Ranked pairs, and the answers to them."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from symbiosis import operations
from symbiosis.access import may_see_all, route_allows
from symbiosis.api import what_if, worth
from symbiosis.api.frame import Blueprint, page_from, page_of
from symbiosis.api.rules import answer_of
from symbiosis.inputs import DecisionInput
from symbiosis.schemas.answers import DecisionAnswer, MatchAnswer, MatchWithLawAnswer, RematchAnswer
from symbiosis.schemas.answers import page_of as page_schema
from symbiosis.schemas.decision import DecisionSchema
from symbiosis.schemas.queries import MatchQuery
from symbiosis.web import now, services, viewer

blueprint = Blueprint("api_matches", __name__, url_prefix="/api/v1", description=__doc__)


@blueprint.route("/matches")
@route_allows("business", "coordinator")
@blueprint.arguments(MatchQuery, location="query")
@blueprint.response(200, page_schema(MatchAnswer))
def list_matches(query: dict[str, Any]) -> Any:
    """A firm's own matches, best first within each listing; for coordinators those of all firms."""
    page, size, listing_id = query["page"], query["page_size"], query["listing_id"]
    if listing_id is not None:
        found = operations.matches_of_listing(services(), viewer(), listing_id, now=now())
        return page_of(found, page, size)
    if may_see_all(viewer(), "list_matches"):
        found = operations.all_matches(
            services(), viewer(), skip=(page - 1) * size, limit=size + 1, now=now()
        )
        return page_from(found, page, size)
    groups = operations.my_matches(services(), viewer(), now=now())
    return page_of([match for group in groups for match in group.matches], page, size)


@blueprint.route("/matches/<match_id>")
@route_allows("business", "coordinator")
@blueprint.response(200, MatchWithLawAnswer)
def show_match(match_id: str) -> Any:
    """One match, with its evidence, the law and its worth; the contributions add up to the score."""
    view = operations.show_match(services(), viewer(), match_id, now=now())
    found = operations.rules_of_match(services(), view, now=now())
    return {
        **{one.name: getattr(view, one.name) for one in fields(view)},
        **{name: getattr(view, name) for name in ("output", "need", "my_listing_id")},
        "rules": [answer_of(one) for one in found],
        "impact": worth.answer_of(view.worth),
        "what_ifs": [what_if.answer_of(one) for one in view.what_ifs],
    }


@blueprint.route("/matches/<match_id>/decision", methods=["POST"])
@route_allows("business")
@blueprint.arguments(DecisionSchema)
@blueprint.response(200, DecisionAnswer)
def decide(given: DecisionInput, match_id: str) -> Any:
    """Answer a match. When both sides said yes, the answer names the exchange."""
    return operations.decide(services(), viewer(), match_id, given, now=now())


@blueprint.route("/rematch", methods=["POST"])
@route_allows("coordinator")
@blueprint.response(200, RematchAnswer)
def rematch() -> Any:
    """Have every listing compared that changed since it was last compared, and read how many are left.

    The program in the background does it, and the answer comes at once (`is_at_work`). Where it is not at
    work, some seconds' worth is done before the answer comes (`n_compared`). Ask again until `n_to_compare`
    and `n_to_chain` are 0; `n_failed` of these could not be done, and are tried again each minute.
    """
    return operations.rematch(services(), viewer(), now=now())
