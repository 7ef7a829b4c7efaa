"""What firms say their words mean, for coordinators to judge."""

from __future__ import annotations

from typing import Any

from symbiosis import operations
from symbiosis.access import route_allows
from symbiosis.api.frame import Blueprint
from symbiosis.inputs import SynonymInput
from symbiosis.schemas.answers import SynonymDeskAnswer
from symbiosis.schemas.synonym import SynonymSchema
from symbiosis.web import now, services, viewer

blueprint = Blueprint("api_synonyms", __name__, url_prefix="/api/v1/synonyms", description=__doc__)


@blueprint.route("")
@route_allows("coordinator")
@blueprint.response(200, SynonymDeskAnswer)
def show_synonyms() -> Any:
    """What waits for a decision, oldest first, and what is in force, newest first."""
    return operations.show_synonyms(services(), viewer())


@blueprint.route("", methods=["POST"])
@route_allows("coordinator")
@blueprint.arguments(SynonymSchema)
@blueprint.response(200, SynonymDeskAnswer)
def judge_synonym(said: tuple[bool, SynonymInput]) -> Any:
    """Say yes or no to a proposal, by the `correction_ids` that it answers; a yes may shorten the phrase, or
    take one that nobody proposed. The answer is what waits and what is in force afterwards.
    """
    is_yes, given = said
    judge = operations.accept_synonym if is_yes else operations.refuse_synonym
    judge(services(), viewer(), given, now=now())
    return operations.show_synonyms(services(), viewer())


@blueprint.route("/<synonym_id>", methods=["DELETE"])
@route_allows("coordinator")
@blueprint.response(204)
def remove_synonym(synonym_id: str) -> None:
    """Take a synonym out of force."""
    operations.remove_synonym(services(), viewer(), synonym_id, now=now())
