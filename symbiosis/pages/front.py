"""The front page and the pages that explain."""

from __future__ import annotations

from flask import Response

from symbiosis import operations, web
from symbiosis.access import route_allows
from symbiosis.pages import blueprint, materials
from symbiosis.pages.answering import or_none
from symbiosis.pages.rendering import language, page
from symbiosis.presenters import cases, tiers, totals
from symbiosis.rate_limits import reading_limit

CASES = 3


@blueprint.get("/")
@route_allows("anyone")
@reading_limit
def front() -> Response:
    counts = or_none(lambda: operations.network_totals(web.services(), web.viewer(), now=web.now()))
    return page(
        "front.html",
        totals=None if counts is None else totals.tiles(counts, language()),
        examples=materials.examples(),
        cases=cases.at_home(web.services().book, language(), CASES),
    )


@blueprint.get("/how-it-works")
@route_allows("anyone")
def how_it_works() -> Response:
    return page("how_it_works.html", listing_days=web.services().settings.listing_days)


@blueprint.get("/who-sees-what")
@route_allows("anyone")
def privacy() -> Response:
    return page("privacy.html", rows=tiers.table())


@blueprint.get("/about")
@route_allows("anyone")
def about() -> Response:
    return page("about.html")
