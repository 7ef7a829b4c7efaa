"""Chains through processors, pools of small lots, mixtures, and the processes that nobody offers."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from matching.chains import ChainWorth
from matching.pools import PoolCost
from matching.reference_records import Span
from symbiosis import operations
from symbiosis.access import route_allows
from symbiosis.api.frame import Blueprint
from symbiosis.inputs import ChainAnswerInput
from symbiosis.schemas.answers.chains import GapsAnswer, ThirdPartiesAnswer
from symbiosis.schemas.chain import ChainAnswerSchema
from symbiosis.views import GapView, ThirdPartiesView
from symbiosis.web import now, services, viewer

blueprint = Blueprint("api_chains", __name__, url_prefix="/api/v1", description=__doc__)


@blueprint.route("/matches/<match_id>/chains")
@route_allows("business", "coordinator")
@blueprint.response(200, ThirdPartiesAnswer)
def show_chains(match_id: str) -> Any:
    """How others could help a match: a processor, neighbours with lots as small, a mixture."""
    return _third_parties(operations.third_parties(services(), viewer(), match_id, now=now()))


@blueprint.route("/chains")
@route_allows("coordinator")
@blueprint.response(200, ThirdPartiesAnswer)
def list_chains() -> Any:
    """The best chains, pools and mixtures of the network, with names and worth."""
    return _third_parties(operations.show_third_parties(services(), viewer(), now=now()))


@blueprint.route("/chains/<chain_id>/answers", methods=["POST"])
@route_allows("coordinator")
@blueprint.arguments(ChainAnswerSchema)
@blueprint.response(204)
def answer_chain(given: ChainAnswerInput, chain_id: str) -> None:
    """Say what comes of a chain. It is kept beside all that was said before; the latest counts."""
    operations.answer_chain(services(), viewer(), chain_id, given, now=now())


@blueprint.route("/gaps")
@route_allows("planner", "coordinator", "administrator")
@blueprint.response(200, GapsAnswer)
def list_gaps() -> Any:
    """Processes that nobody offers although outputs and needs wait for them, worth most first."""
    found = operations.show_gaps(services(), viewer(), now=now())
    return {
        "gaps": [_gap(one) for one in found.gaps],
        "n_hidden": found.n_hidden,
        "n_to_do": found.n_to_do,
    }


def _third_parties(view: ThirdPartiesView) -> dict[str, Any]:
    return {
        "chains": [_plain(one) | {"worth": _worth(one.worth)} for one in view.chains],
        "kept": [_plain(one) | {"worth": _worth(one.worth)} for one in view.kept],
        "pools": [_plain(one) | {"cost": _cost(one.cost)} for one in view.pools],
        "mixtures": [
            _plain(one) | {"reached": [{"limit": str(each), "value": value} for each, value in one.reached]}
            for one in view.blends
        ],
    }


def _plain(view: Any) -> dict[str, Any]:
    return {one.name: getattr(view, one.name) for one in fields(view)}


def _worth(worth: ChainWorth | None) -> dict[str, Any] | None:
    if worth is None:
        return None
    return {name: _range(value) if name != "missing" else value for name, value in _plain(worth).items()}


def _cost(cost: PoolCost | None) -> dict[str, Any] | None:
    return None if cost is None else {name: _range(value) for name, value in _plain(cost).items()}


def _gap(gap: GapView) -> dict[str, Any]:
    return _plain(gap) | {"gel_per_year": _range(gap.gel_per_year)}


def _range(span: Span | None) -> dict[str, float] | None:
    if span is None:
        return None
    return {name: round(value, 4) for name, value in zip(("low", "central", "high"), span, strict=True)}
