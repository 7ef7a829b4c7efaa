"""The coordinator's desk: firms that wait, all firms, all matches, and who saw whose contacts."""

from __future__ import annotations

from typing import Any

from flask import Response, flash, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from graph.records import Role
from matching.impact.order import co2e_gel_per_t
from symbiosis import operations, web
from symbiosis.access import route_allows
from symbiosis.operations.my_matches import MOST_WEIGHED
from symbiosis.operations.open_code import MOST_OPEN
from symbiosis.operations.reckon_worth import needs_support
from symbiosis.pages import blueprint, suggesting
from symbiosis.pages.rendering import language, page
from symbiosis.presenters import comparing, showing
from symbiosis.presenters import listing as listing_presenter
from symbiosis.presenters import match as match_presenter
from symbiosis.presenters import offered as offered_presenter
from symbiosis.presenters.saying import gettext as _
from symbiosis.views import ListingView

PER_PAGE = 25
MOST_SUGGESTED = 3
LAST_PAGE = 10_000
DESK_ORDERS = ("fit", "worth", "worth-co2e")


@blueprint.get("/desk")
@route_allows("coordinator")
def desk() -> Response:
    shown = operations.show_desk(web.services(), web.viewer(), now=web.now())
    lines = [_open_code(one) for one in shown.to_classify]
    return page("desk.html", desk=shown, open_codes=lines, has_more_codes=len(lines) >= MOST_OPEN)


@blueprint.get("/desk/firms/<id>")
@route_allows("coordinator")
def desk_firm(id: str) -> Response:
    services, viewer, now = web.services(), web.viewer(), web.now()
    firm = operations.show_firm(services, viewer, id, now=now)
    lines = [
        {
            "id": own.id,
            "card": listing_presenter.card(own, services.book, language()),
            "status": listing_presenter.status(own, now),
        }
        for own in operations.firm_listings(services, viewer, id, now=now)
    ]
    offered = [
        offered_presenter.offered(one, services.book, language())
        for one in operations.list_offered(services, viewer, id, now=now)
    ]
    headers = {"Cache-Control": "no-store"}
    return page("desk_firm.html", headers=headers, firm=firm, lines=lines, offered=offered)


@blueprint.post("/desk/firms/<id>/status")
@route_allows("coordinator")
def verify_firm(id: str) -> AnyResponse:
    status = request.form.get("status")
    if status == "verified":
        operations.verify_firm(web.services(), web.viewer(), id, now=web.now())
        flash(_("The firm is verified. Its listings are being matched."))
    elif status == "suspended":
        operations.suspend_firm(web.services(), web.viewer(), id, now=web.now())
        flash(_("The firm is suspended."), "warn")
    return redirect(url_for("pages.desk_firm", id=id))


@blueprint.get("/desk/matches")
@route_allows("coordinator")
def desk_matches() -> Response:
    services, viewer, number = web.services(), web.viewer(), page_number()
    order, skip = order_of(request.args.get("order")), (page_number() - 1) * PER_PAGE
    gel_per_t = co2e_gel_per_t(services.book) if order == "worth-co2e" else 0.0
    if order == "fit":
        found = operations.all_matches(services, viewer, skip=skip, limit=PER_PAGE + 1, now=web.now())
    else:
        by_worth = operations.matches_by_worth(services, viewer, gel_per_t=gel_per_t, now=web.now())
        found = by_worth[skip : skip + PER_PAGE + 1]
    return page(
        "desk_matches.html",
        left=comparing.told(operations.see_comparing(services, viewer, now=web.now()), language()),
        shown=showing.line(operations.how_shown(services, viewer), language()),
        matches=[
            {
                "view": view,
                "card": match_presenter.card(view, services.book, services.law, language()),
                "lacks": order != "fit" and needs_support(view, gel_per_t),
            }
            for view in found[:PER_PAGE]
        ],
        page=number,
        has_more=len(found) > PER_PAGE,
        order=order,
        most_weighed=MOST_WEIGHED,
    )


@blueprint.post("/desk/compare")
@route_allows("coordinator")
def compare_now() -> AnyResponse:
    done = operations.rematch(web.services(), web.viewer(), now=web.now())
    if done.n_compared:
        flash(comparing.compared(done.n_compared, language()))
    return redirect(url_for("pages.desk_matches"))


@blueprint.get("/desk/log")
@route_allows("coordinator", "administrator")
def desk_disclosures() -> Response:
    lines = operations.list_disclosures(web.services(), web.viewer(), now=web.now())
    may_open = web.viewer().role is Role.COORDINATOR
    return page("desk_disclosures.html", lines=lines, may_open=may_open)


def _open_code(listing: ListingView) -> dict[str, Any]:
    """A listing whose code is open: the code that is one of a pair, or else what is suggested."""
    book = web.services().book
    entry = book.waste_codes.get(listing.ewc_code or "")
    suggested = () if entry else suggesting.codes_for(listing.text, listing.kind, listing.nace_division)
    return {
        "listing": listing,
        "code": listing_presenter.spaced(entry.id, entry.is_hazardous) if entry else None,
        "suggested": suggested[:MOST_SUGGESTED],
    }


def order_of(asked: str | None) -> str:
    """The order that an address asks for; by fit when it asks for none that there is."""
    return asked if asked in DESK_ORDERS else DESK_ORDERS[0]


def page_number() -> int:
    """`?page=` as a number from 1; anything else is the first page."""
    text = request.args.get("page", "1")
    return min(max(int(text), 1), LAST_PAGE) if text.isascii() and text.isdigit() and len(text) < 6 else 1
