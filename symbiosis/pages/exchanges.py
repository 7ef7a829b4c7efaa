"""Exchanges: the only pages on which two firms see each other."""

from __future__ import annotations

from flask import Response

from matching.records import Side
from symbiosis import operations, web
from symbiosis.access import route_allows
from symbiosis.pages import blueprint
from symbiosis.pages.rendering import language, page
from symbiosis.presenters import listing as presenter
from symbiosis.presenters import names
from symbiosis.presenters.saying import gettext as _
from symbiosis.views import ExchangeLine


@blueprint.get("/exchanges")
@route_allows("business", "coordinator")
def exchanges() -> Response:
    found = operations.my_exchanges(web.services(), web.viewer(), now=web.now())
    return page("exchanges.html", lines=[_line(line) for line in found])


@blueprint.get("/exchanges/<id>")
@route_allows("business", "coordinator")
def exchange(id: str) -> Response:
    view = operations.show_exchange(web.services(), web.viewer(), id, now=web.now())
    parties = [
        {
            "role": _("Your firm") if party.side is view.my_side else _gives_or_takes(party.side),
            "name": names.in_language(
                party.firm_name_ka, party.firm_name_latin, language(), is_demo=party.listing.is_demo
            ),
            "view": party,
            "card": presenter.card(party.listing, web.services().book, language()),
        }
        for party in sorted((view.output, view.need), key=lambda party: party.side is view.my_side)
    ]
    return page("exchange.html", headers={"Cache-Control": "no-store"}, exchange=view, parties=parties)


def _gives_or_takes(side: Side) -> str:
    return _("Gives") if side is Side.OUTPUT else _("Takes")


def _line(line: ExchangeLine) -> dict[str, object]:
    book = web.services().book
    mine, other = (presenter.card(view, book, language()) for view in (line.mine, line.other))
    output, need = (other, mine) if mine.side == "need" else (mine, other)
    return {
        "view": line,
        "output": output,
        "need": need,
        "who": names.someone(line.other.nace_division, line.other.municipality, book, language()),
    }
