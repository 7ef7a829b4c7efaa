"""The reader's matches, and the answer to one."""

from __future__ import annotations

from typing import Any

from flask import Response, flash, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from matching.exposure import PUSHED
from symbiosis import forms, operations, web
from symbiosis.access import route_allows
from symbiosis.errors import InvalidInput, ListingEdited
from symbiosis.inputs import AssumptionInput
from symbiosis.operations.meaning import today
from symbiosis.operations.reckon_worth import ORDERS, Order, needs_support
from symbiosis.pages import blueprint
from symbiosis.pages.answering import answer
from symbiosis.pages.chains import third_parties
from symbiosis.pages.listings import why_none
from symbiosis.pages.rendering import language, local, page
from symbiosis.presenters import choices, figures, law_of_match, words
from symbiosis.presenters import listing as listing_presenter
from symbiosis.presenters import match as presenter
from symbiosis.presenters.listing import ListingCard
from symbiosis.presenters.saying import gettext as _
from symbiosis.schemas.assumption import AssumptionSchema
from symbiosis.schemas.decision import DecisionSchema
from symbiosis.views import ListingMatches, MatchView

FIRST = PUSHED


@blueprint.get("/matches")
@route_allows("business")
def matches() -> Response:
    """The best few under each listing, or with `?listing=` all of one."""
    wanted, order = request.args.get("listing"), order_of(request.args.get("order"))
    found = operations.my_matches(web.services(), web.viewer(), now=web.now(), by=order)
    one = [group for group in found if group.listing.id == wanted]
    groups = [_group(group, order, most=None if one else FIRST) for group in one or found]
    return page(
        "matches.html",
        groups=groups,
        is_one=bool(one),
        wanted=wanted if one else None,
        order=order,
        reasons=choices.of_words(words.REASONS),
    )


@blueprint.get("/matches/<id>")
@route_allows("business", "coordinator")
def match(id: str) -> Response:
    return page("match.html", typed={}, errors={}, message=None, **_of_match(id))


@blueprint.post("/matches/<id>/figures")
@route_allows("coordinator")
def edit_assumption(id: str) -> Any:
    def keep(given: AssumptionInput) -> AnyResponse:
        is_new = operations.edit_assumption(web.services(), web.viewer(), id, given, now=web.now())
        flash(_("The match is reckoned anew.") if is_new else _("Nothing was changed."))
        return redirect(url_for("pages.match", id=id) + "#worth")

    return answer(AssumptionSchema(), keep, "match.html", lambda _typed: _of_match(id))


def _of_match(id: str) -> dict[str, Any]:
    view = operations.show_match(web.services(), web.viewer(), id, now=web.now())
    services, lang = web.services(), language()
    helped = operations.third_parties(services, web.viewer(), id, now=web.now())
    return {
        **third_parties(helped),
        "match": view,
        "card": presenter.card(view, services.book, services.law, lang),
        "law": law_of_match.section(view, services.law, today(web.now()), lang),
        "reasons": choices.of_words(words.REASONS),
        "figures": figures.choices(view.worth.impact.unit, lang) if view.worth else (),
    }


@blueprint.post("/matches/<id>/answer")
@route_allows("business")
def decide(id: str) -> AnyResponse:
    back = local(request.form.get("next"), url_for("pages.match", id=id))
    try:
        given = forms.load_form(DecisionSchema(), language())
    except InvalidInput as error:
        told = web.told(error)
        flash(" ".join(text for texts in told.fields.values() for text in texts) or told.message, "wrong")
        return redirect(url_for("pages.match", id=id))
    try:
        given_answer = operations.decide(web.services(), web.viewer(), id, given, now=web.now())
    except ListingEdited as error:
        flash(web.told(error).message, "warn")
        return redirect(url_for("pages.match", id=id))
    if given_answer.exchange_id:
        flash(_("Both sides said yes. Here is your partner."))
        return redirect(url_for("pages.exchange", id=given_answer.exchange_id))
    flash(
        {
            "yes": _(
                "Your yes is recorded. You see each other’s contacts as soon as the other side says yes, too."
            ),
            "no": _("Recorded: not for you. Thank you for the reason."),
            "later": _("Recorded: later."),
        }[given_answer.verdict.value]
    )
    return redirect(back)


def order_of(asked: str | None) -> Order:
    """The order that an address asks for; by fit when it asks for none that there is.

    Not by worth: prices and costs are rough, and a firm should meet what surely fits before what may pay.
    """
    return next((one for one in ORDERS if one == asked), ORDERS[0])


def _group(group: ListingMatches, order: Order, *, most: int | None) -> dict[str, Any]:
    card = listing_presenter.card(group.listing, web.services().book, language())
    return {
        "id": group.listing.id,
        "card": card,
        "matches": [_shown(match, order, card) for match in group.matches[:most]],
        "n_matches": len(group.matches),
        "why_none": why_none(group),
        "listing": group.listing,
    }


def _shown(view: MatchView, order: Order, mine: ListingCard) -> dict[str, Any]:
    services = web.services()
    card = presenter.card(view, services.book, services.law, language(), mine)
    return {"view": view, "card": card, "section": section(view, order)}


def section(view: MatchView, order: Order) -> str:
    """Under which heading a match stands: `first`, `support` or `further`."""
    if view.slot == "further":
        return "further"
    return "support" if order == "worth" and needs_support(view) else "first"
