"""The planner's atlas: counts by municipality as a map, a table and a file."""

from __future__ import annotations

import csv
import io

from flask import Response

from symbiosis import operations, web
from symbiosis.access import route_allows
from symbiosis.pages import blueprint
from symbiosis.pages.rendering import language, page
from symbiosis.presenters import atlas as presenter
from symbiosis.presenters import totals
from symbiosis.presenters.saying import gettext as _
from symbiosis.views import NetworkView

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@blueprint.get("/atlas")
@route_allows("planner", "coordinator", "administrator")
def atlas() -> Response:
    network, book = _network(), web.services().book
    return page(
        "atlas.html",
        map=presenter.draw(network.municipalities, book, language()),
        rows=presenter.rows(network.municipalities, book, language()),
        heads=presenter.heads(),
        totals=totals.tiles(network.totals, language()),
    )


@blueprint.get("/atlas.csv")
@route_allows("planner", "coordinator", "administrator")
def atlas_csv() -> Response:
    """The same table, for a spreadsheet: UTF-8 with a mark that makes Excel read Georgian."""
    network, book = _network(), web.services().book
    text = io.StringIO()
    writer = csv.writer(text)
    heads = (_("Municipality"), _("Region"), *presenter.heads())
    writer.writerow(heads)
    few = _("fewer than 3 firms: not shown")
    for row in presenter.rows(network.municipalities, book, language()):
        counts = [few if number is None else number for number in row.counts or (None,)]
        writer.writerow([harmless(str(cell)) for cell in (row.municipality, row.region, *counts)])
    headers = {"Content-Disposition": 'attachment; filename="atlas.csv"'}
    return Response("\ufeff" + text.getvalue(), mimetype="text/csv", headers=headers)


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def _network() -> NetworkView:
    return operations.planner_counts(web.services(), web.viewer(), now=web.now())
