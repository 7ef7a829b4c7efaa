"""The List of Waste, searched: as data for the type-ahead, as a page for everybody."""

from __future__ import annotations

from typing import Any

from flask import Response, jsonify, request

from symbiosis import operations, web
from symbiosis.access import route_allows
from symbiosis.pages import blueprint
from symbiosis.pages.rendering import page
from symbiosis.presenters.listing import spaced
from symbiosis.rate_limits import reading_limit


@blueprint.get("/codes.json")
@route_allows("anyone")
@reading_limit
def codes() -> Response:
    """`{"codes": [{"code", "display", "name", "is_hazardous", "is_mirror"}]}`, best first."""
    response = jsonify(codes=_found(request.args.get("q", "")))
    response.headers["Vary"] = "Cookie, Accept-Language"
    return response


@blueprint.get("/codes")
@route_allows("anyone")
@reading_limit
def waste_codes() -> Response:
    words = request.args.get("q", "").strip()
    return page("codes.html", q=words, codes=_found(words))


def _found(words: str) -> list[dict[str, Any]]:
    services = web.services()
    return [
        {
            "code": found.code,
            "display": spaced(found.code, bool(found.is_hazardous)),
            "name": found.name,
            "is_hazardous": bool(found.is_hazardous),
            "is_mirror": bool(services.book.waste_codes[found.code].twins),
        }
        for found in operations.search_codes(services, web.viewer(), words)
    ]
