"""What arises in a municipality or region by estimate, for anybody."""

from __future__ import annotations

from flask import Response

from symbiosis import operations, web
from symbiosis.access import route_allows
from symbiosis.pages import blueprint
from symbiosis.pages.rendering import language, page
from symbiosis.presenters import place as presenter
from symbiosis.rate_limits import reading_limit


@blueprint.get("/places")
@route_allows("anyone")
@reading_limit
def places() -> Response:
    return page("places.html", regions=presenter.regions(web.services().book, language()))


@blueprint.get("/places/<id>")
@route_allows("anyone")
@reading_limit
def place(id: str) -> Response:
    services = web.services()
    view = operations.show_place(services, web.viewer_if_known(), id)
    return page("place.html", place=presenter.page(view, services.book, language()))
