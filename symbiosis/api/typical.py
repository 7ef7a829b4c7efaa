"""What is usual in a sector, and what arises in a place by estimate."""

from __future__ import annotations

from typing import Any

from matching.estimates import Estimate, Part
from matching.reference.flows import TypicalFlow
from matching.reference_records import Named
from matching.typical import drivers_of, yearly
from symbiosis import operations
from symbiosis.access import route_allows
from symbiosis.api.frame import Blueprint
from symbiosis.rate_limits import reading_limit
from symbiosis.schemas.answers import PlaceAnswer, SectorAnswer
from symbiosis.schemas.queries import SectorQuery
from symbiosis.views import SectorView
from symbiosis.web import now, services, viewer_if_known

blueprint = Blueprint("api_typical", __name__, url_prefix="/api/v1", description=__doc__)


@blueprint.route("/sectors/<nace>")
@route_allows("anyone")
@reading_limit
@blueprint.arguments(SectorQuery, location="query")
@blueprint.response(200, SectorAnswer)
def show_sector(query: dict[str, Any], nace: str) -> Any:
    """What firms of a section, division or class usually have and need; with a driver, in a year."""
    sizes = {query["driver"]: query["value"]} if query["driver"] else {}
    view = operations.show_sector(services(), viewer_if_known(), nace, sizes, now=now())
    book, lang = services().book, viewer_if_known().language
    drivers = [book.drivers[id] for id in drivers_of(view.flows)]
    return {
        **_named(view.industry),
        "level": view.industry.level,
        "broader": view.broader,
        "narrower": view.narrower,
        "drivers": [
            {**_named(one), "question": one.question(lang), "unit": one.unit(lang)} for one in drivers
        ],
        "flows": [_flow(flow, view) for flow in view.flows],
    }


@blueprint.route("/places/<place_id>/estimates")
@route_allows("anyone")
@reading_limit
@blueprint.response(200, PlaceAnswer)
def show_estimates(place_id: str) -> Any:
    """What arises in a municipality or region a year by its official statistics; an estimate."""
    view = operations.show_place(services(), viewer_if_known(), place_id)
    return {
        **_named(view.place),
        "region": view.region.id if view.region else None,
        "estimates": [_estimate(one) for one in view.estimates],
    }


def _flow(flow: TypicalFlow, view: SectorView) -> dict[str, Any]:
    book = services().book
    size = view.sizes.get(flow.driver_id)
    return {
        "side": flow.side,
        "item": _named((book.materials if flow.side == "output" else book.uses)[flow.item_id]),
        "nace": flow.nace,
        "driver_id": flow.driver_id,
        "per_unit": flow.amount,
        "yearly": None if size is None else yearly(flow, size),
        "unit": flow.unit,
        "months": flow.months,
        "basis": flow.basis,
        "source": flow.source,
    }


def _estimate(one: Estimate) -> dict[str, Any]:
    return {
        "material": _named(services().book.materials[one.material_id]),
        "driver_id": one.driver_id,
        "amount": one.amount,
        "unit": one.unit,
        "is_upper_limit": one.is_upper_limit,
        "grounds": [_ground(part) for part in one.parts],
        "not_added": one.not_added,
    }


def _ground(part: Part) -> dict[str, Any]:
    statistic, flow = part
    indicator = services().book.indicators[statistic.indicator_id]
    return {
        "indicator_id": indicator.id,
        "indicator": indicator.name(viewer_if_known().language),
        "year": statistic.year,
        "value": statistic.value,
        "source": statistic.source,
        "nace": flow.nace,
        "per_unit": flow.amount,
        "basis": flow.basis,
    }


def _named(entry: Named) -> dict[str, Any]:
    name = entry.name(viewer_if_known().language)
    return {"id": entry.id, "name": name, "name_ka": entry.name_ka, "name_en": entry.name_en}
