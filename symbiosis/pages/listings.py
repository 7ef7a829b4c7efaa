"""List an output or a need, look at it, change it."""

from __future__ import annotations

from typing import Any

from flask import Response, flash, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from graph.ids import new_id
from graph.records import ListingState
from matching.records import Side
from symbiosis import forms, operations, web
from symbiosis.access import Viewer, route_allows
from symbiosis.inputs import ListingInput
from symbiosis.pages import blueprint, listing_form, meaning, sectors, suggesting
from symbiosis.pages.answering import answer, or_none
from symbiosis.pages.rendering import language, page
from symbiosis.presenters import listing as presenter
from symbiosis.presenters import names
from symbiosis.presenters.saying import gettext as _
from symbiosis.rate_limits import listing_limit
from symbiosis.schemas.base import Input
from symbiosis.schemas.listing import LISTING_ACTIONS, ListingSchema, NewListingSchema
from symbiosis.views import ListingMatches


@blueprint.get("/listings")
@route_allows("business")
def listings() -> Response:
    services, viewer, now = web.services(), web.viewer(), web.now()
    found = {group.listing.id: group for group in operations.my_matches(services, viewer, now=now)}
    lines = [
        {
            "id": own.id,
            "card": presenter.card(own, services.book, language()),
            "status": presenter.status(own, now),
            "n_matches": len(found[own.id].matches) if own.id in found else 0,
            "why_none": why_none(found.get(own.id)),
            "is_demo": own.is_demo,
        }
        for own in operations.my_listings(services, viewer, now=now)
    ]
    firm = operations.show_firm(services, viewer, viewer.firm_id or "", now=now)
    return page(
        "listings.html",
        lines=lines,
        firm=firm,
        firm_status=firm.status.value,
        typical=sectors.usual_for_me(),
    )


@blueprint.route("/listings/new", methods=["GET", "POST"])
@route_allows("business")
@listing_limit
def new_listing() -> Any:
    if request.method == "GET":
        side = Side.NEED if request.args.get("side") == "need" else Side.OUTPUT
        typed = {
            "side": side.value,
            "id": new_id(),
            **listing_form.of_question(request.args, web.services().book, language()),
        }
        return page("listing_form.html", typed=typed, errors={}, message=None, is_new=True, **_form(typed))
    if suggesting.is_asked(request.form) or meaning.is_tapped(request.form):
        return _again(NewListingSchema())

    def post(given: ListingInput) -> AnyResponse:
        posted = operations.post_listing(web.services(), web.viewer(), given, now=web.now())
        flash(_("Your listing is posted."))
        return redirect(url_for("pages.listing", id=posted.id))

    return answer(NewListingSchema(), post, "listing_form.html", _form)


@blueprint.get("/listings/<id>")
@route_allows("business", "coordinator")
def listing(id: str) -> Response:
    services, viewer, now = web.services(), web.viewer(), web.now()
    shown = operations.show_listing(services, viewer, id, now=now)
    group = _matches_of(viewer, id)
    meant = meaning.of_listing(shown)
    return page(
        "listing.html",
        listing=shown,
        meant=meant,
        found=meaning.looked_for(meant),
        code_change=next(iter(operations.code_history(services, viewer, id)), None),
        asked=request.args.get("find", ""),
        may_correct=shown.state is not ListingState.WITHDRAWN,
        card=presenter.card(shown, services.book, language()),
        standing=presenter.status(shown, now),
        n_matches=len(group.matches) if group else 0,
        none_because=why_none(group),
        may_edit=viewer.firm_id is not None,
        listing_days=services.settings.listing_days,
        code_open=suggesting.still_open(shown) if operations.is_code_open(shown, services.book) else None,
    )


@blueprint.route("/listings/<id>/edit", methods=["GET", "POST"])
@route_allows("business")
def edit_listing(id: str) -> Any:
    if request.method == "GET":
        shown = operations.show_listing(web.services(), web.viewer(), id, now=web.now())
        typed = listing_form.of_listing(shown, web.services().book, language())
        return page(
            "listing_form.html",
            typed=typed,
            errors={},
            message=None,
            listing_id=id,
            is_new=True,
            **_form(typed),
        )
    if suggesting.is_asked(request.form) or meaning.is_tapped(request.form):
        return _again(ListingSchema(), listing_id=id)

    def save(given: ListingInput) -> AnyResponse:
        operations.edit_listing(web.services(), web.viewer(), id, given, now=web.now())
        flash(_("Saved. The listing is compared anew."))
        return redirect(url_for("pages.listing", id=id))

    return answer(
        ListingSchema(), save, "listing_form.html", lambda typed: {"listing_id": id, **_form(typed)}
    )


@blueprint.post("/listings/<id>/state")
@route_allows("business")
def listing_action(id: str) -> AnyResponse:
    action = request.form.get("action", "")
    done = {
        "pause": _("The listing is paused."),
        "resume": _("The listing is active again."),
        "withdraw": _("The listing is withdrawn."),
        "renew": _("The listing is renewed."),
    }
    if action in LISTING_ACTIONS:
        operations.change_listing_state(web.services(), web.viewer(), id, action, now=web.now())
        flash(done[action])
    return redirect(url_for("pages.listing", id=id))


def why_none(group: ListingMatches | None) -> str:
    """Key of the reason why a listing shows no matches."""
    if group is None:
        return "withdrawn"
    if group.why_none == "nothing_fits" and group.listing.visibility.value == "coordinators":
        return "coordinators_only"
    return group.why_none or "nothing_fits"


def _matches_of(viewer: Viewer, listing_id: str) -> ListingMatches | None:
    if viewer.firm_id is None:
        return None
    groups = operations.my_matches(web.services(), viewer, now=web.now())
    return next((group for group in groups if group.listing.id == listing_id), None)


def _again(schema: Input, **context: Any) -> Response:
    """The form with everything that was typed, with suggestions and the code that was taken."""
    typed = suggesting.taken(forms.typed(schema, request.form), request.form)
    typed = meaning.tapped(typed, request.form)
    said_unsure = request.form.get("take") == suggesting.UNSURE
    return page(
        "listing_form.html",
        typed=typed,
        errors={},
        message=None,
        said_unsure=said_unsure,
        **context,
        **_form(typed),
    )


def _form(typed: dict[str, Any]) -> dict[str, Any]:
    services, viewer = web.services(), web.viewer()
    firm = or_none(lambda: operations.show_firm(services, viewer, viewer.firm_id or "", now=web.now()))
    places = [
        (
            site.id,
            ", ".join(
                filter(None, (site.name, names.municipality(site.municipality, services.book, language())))
            ),
        )
        for site in (firm.sites if firm else ())
    ]
    return {
        **listing_form.lists(services.book, typed, places, language()),
        "meant": meaning.of_typed(typed),
        "suggested": suggesting.codes_for(
            str(typed.get("text") or ""), typed.get("kind"), firm.nace_division if firm else None
        ),
    }
