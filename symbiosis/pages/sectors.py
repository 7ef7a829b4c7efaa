"""Typical for a sector, for anybody: looked for in own words, looked through by division, or opened."""

from __future__ import annotations

from flask import Response, request

from matching.typical import drivers_of, typical
from symbiosis import operations, web
from symbiosis.access import route_allows
from symbiosis.errors import InvalidInput
from symbiosis.operations.understand import LONGEST
from symbiosis.pages import blueprint
from symbiosis.pages.rendering import language, page
from symbiosis.presenters import sector as presenter
from symbiosis.presenters.sector import Usual
from symbiosis.rate_limits import reading_limit
from symbiosis.schemas.sizes import read_sizes
from symbiosis.schemas.texts import cleaned


@blueprint.get("/sectors")
@route_allows("anyone")
@reading_limit
def sectors() -> Response:
    book, lang = web.services().book, language()
    asked = cleaned(request.args.get("q", ""))[:LONGEST]
    found = presenter.found(asked, book, lang) if asked else ()
    return page("sectors.html", q=asked, found=found, sections=presenter.tree(book, lang))


@blueprint.get("/sectors/<id>")
@route_allows("anyone")
@reading_limit
def sector(id: str) -> Response:
    services, lang = web.services(), language()
    drivers = drivers_of(typical(id.replace(".", ""), services.book))
    typed = {driver: cleaned(request.args.get(driver, "")) for driver in drivers}
    errors: dict[str, list[str]] = {}
    try:
        sizes = read_sizes(typed, lang)
    except InvalidInput as error:
        sizes, errors = {}, web.told(error).fields
    view = operations.show_sector(services, web.viewer_if_known(), id, sizes, now=web.now())
    return page(
        "sector.html",
        status=422 if errors else 200,
        sector=presenter.page(view, drivers, services.book, lang),
        typed=typed,
        errors=errors,
    )


def usual_for_me() -> Usual | None:
    """What is usual in the division of the reader's firm, for the reader's own pages."""
    services = web.services()
    view = operations.usual_for_me(services, web.viewer(), now=web.now())
    return presenter.usual(view, services.book, language()) if view else None
