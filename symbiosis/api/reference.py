"""The words that listings are made of: waste codes, units, municipalities, industries, materials, uses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from matching.reference_records import Named
from symbiosis import operations
from symbiosis.access import route_allows
from symbiosis.api.frame import Blueprint
from symbiosis.operations.meaning import DIVISION_DIGITS
from symbiosis.rate_limits import reading_limit
from symbiosis.schemas.answers import CodeAnswer, MunicipalityAnswer, NamedAnswer, UnitAnswer
from symbiosis.schemas.queries import SearchQuery
from symbiosis.web import services, viewer_if_known

blueprint = Blueprint("api_reference", __name__, url_prefix="/api/v1", description=__doc__)


@blueprint.route("/waste-codes")
@route_allows("anyone")
@reading_limit
@blueprint.arguments(SearchQuery, location="query")
@blueprint.response(200, CodeAnswer(many=True))
def search_codes(query: dict[str, Any]) -> Any:
    """Waste codes by number or words, best first."""
    return list(operations.search_codes(services(), viewer_if_known(), query["q"], limit=query["limit"]))


@blueprint.route("/municipalities")
@route_allows("anyone")
@reading_limit
@blueprint.response(200, MunicipalityAnswer(many=True))
def list_municipalities() -> Any:
    """All municipalities with their centres."""
    return [
        {**_named(each), "region": each.region, "lat": each.lat, "lon": each.lon}
        for each in services().book.municipalities.values()
    ]


@blueprint.route("/units")
@route_allows("anyone")
@reading_limit
@blueprint.response(200, UnitAnswer(many=True))
def list_units() -> Any:
    """All units with their dimensions."""
    lang = viewer_if_known().language
    return [
        {
            **_named(each),
            "dimension": each.dimension,
            "symbol": each.symbol_ka if lang == "ka" else each.symbol_en,
        }
        for each in services().book.units.values()
    ]


@blueprint.route("/periods")
@route_allows("anyone")
@reading_limit
@blueprint.response(200, NamedAnswer(many=True))
def list_periods() -> Any:
    """How often a quantity may come."""
    return _all_named(services().book.periods.values())


@blueprint.route("/nace-divisions")
@route_allows("anyone")
@reading_limit
@blueprint.response(200, NamedAnswer(many=True))
def list_divisions() -> Any:
    """The industries a firm can be in."""
    return _all_named(each for each in services().book.nace.values() if len(each.id) == DIVISION_DIGITS)


@blueprint.route("/materials")
@route_allows("anyone")
@reading_limit
@blueprint.response(200, NamedAnswer(many=True))
def list_materials() -> Any:
    """The materials that are known."""
    return _all_named(services().book.materials.values())


@blueprint.route("/uses")
@route_allows("anyone")
@reading_limit
@blueprint.response(200, NamedAnswer(many=True))
def list_uses() -> Any:
    """The uses that are known."""
    return _all_named(services().book.uses.values())


def _all_named(entries: Iterable[Named]) -> list[dict[str, Any]]:
    return [_named(each) for each in entries]


def _named(entry: Named) -> dict[str, Any]:
    lang = viewer_if_known().language
    return {"id": entry.id, "name": entry.name(lang), "name_ka": entry.name_ka, "name_en": entry.name_en}
