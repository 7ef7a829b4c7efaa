"""What can serve a use, for anybody."""

from __future__ import annotations

from flask import Response

from symbiosis import operations, web
from symbiosis.access import route_allows
from symbiosis.pages import blueprint
from symbiosis.pages.rendering import language, page
from symbiosis.presenters import material as presenter
from symbiosis.rate_limits import reading_limit


@blueprint.get("/uses/<id>")
@route_allows("anyone")
@reading_limit
def use(id: str) -> Response:
    services = web.services()
    view = operations.show_use(services, web.viewer_if_known(), id, now=web.now())
    return page("use.html", use=presenter.use(view, services.book, services.law, language()))
