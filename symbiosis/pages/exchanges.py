"""Exchanges: the only pages on which two firms see each other."""

from __future__ import annotations

from typing import Any

from flask import Response, flash, redirect, url_for
from werkzeug.wrappers import Response as AnyResponse

from matching.records import Side
from symbiosis import operations, web
from symbiosis.access import route_allows
from symbiosis.inputs import OutcomeInput
from symbiosis.pages import blueprint
from symbiosis.pages.answering import answer
from symbiosis.pages.rendering import language, page
from symbiosis.presenters import choices, names, words
from symbiosis.presenters import listing as presenter
from symbiosis.presenters.outcome import HAPPENED, TOLD_BY, presented
from symbiosis.presenters.saying import gettext as _
from symbiosis.schemas.outcome import OutcomeSchema
from symbiosis.views import ExchangeLine


@blueprint.get("/exchanges")
@route_allows("business", "coordinator")
def exchanges() -> Response:
    found = operations.my_exchanges(web.services(), web.viewer(), now=web.now())
    return page("exchanges.html", lines=[_line(line) for line in found])


@blueprint.get("/exchanges/<id>")
@route_allows("business", "coordinator")
def exchange(id: str) -> Response:
    headers = {"Cache-Control": "no-store"}
    return page("exchange.html", headers=headers, typed={}, errors={}, message=None, **_shown(id))


@blueprint.post("/exchanges/<id>/outcome")
@route_allows("business", "coordinator")
def record_outcome(id: str) -> Any:
    def keep(given: OutcomeInput) -> AnyResponse:
        operations.record_outcome(web.services(), web.viewer(), id, given, now=web.now())
        flash(_("Thank you. It is recorded."))
        return redirect(url_for("pages.exchange", id=id) + "#outcome")

    return answer(OutcomeSchema(), keep, "exchange.html", lambda typed: _shown(id))


def _shown(id: str) -> dict[str, Any]:
    """What the page of an exchange is made of. Asking for it logs that names were shown."""
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
    return {
        "exchange": view,
        "parties": parties,
        "said": [presented(said, language(), view.my_side) for said in view.outcomes],
        "happened_choices": choices.of_words(HAPPENED),
        "reason_groups": (choices.Group("", choices.of_words(words.REASONS)),),
        "side_choices": choices.of_words(TOLD_BY),
    }


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
