"""The administrator's page of the weights: what counts, what is on offer, and whether it still holds."""

from __future__ import annotations

from flask import Response, flash, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from matching.errors import SymbiosisError
from symbiosis import operations, web
from symbiosis.access import route_allows
from symbiosis.pages import blueprint
from symbiosis.pages.rendering import language, page
from symbiosis.presenters import weights as presenter
from symbiosis.presenters.saying import gettext as _

TOLD = {"weights_switched", "weights_outdated"}


@blueprint.get("/desk/weights")
@route_allows("administrator")
def weights() -> Response:
    view = operations.show_weights(web.services(), web.viewer(), now=web.now())
    lang, asked = language(), request.args.get("offer")
    newest = view.offers[0] if view.offers else None
    offer = next((one for one in view.offers if one.version == asked), newest)
    return page(
        "weights.html",
        view=view,
        lines=presenter.lines(view, offer, lang),
        offer=presenter.offer_card(offer, view.present, lang) if offer else None,
        others=[one.version for one in view.offers if one is not offer],
        left_out=presenter.dropped(view.dropped),
        bands=presenter.bands(view.drift.bands, lang),
        means=presenter.means(view.drift, lang),
        since=presenter.since(view.drift, lang),
        table_now=presenter.reliability(view.drift.table, lang),
        history=presenter.history(view, lang),
    )


@blueprint.post("/desk/weights")
@route_allows("administrator")
def switch_weights() -> AnyResponse:
    number = request.form.get("number", "")
    seen = int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 0
    version = request.form.get("version") or None
    try:
        is_new = operations.switch_weights(web.services(), web.viewer(), version, number=seen, now=web.now())
        flash(
            _("The other weights count from now on; the matches are compared anew in the background.")
            if is_new
            else _("Nothing was changed.")
        )
    except SymbiosisError as error:
        if error.code not in TOLD:
            raise
        flash(web.told(error).message, "warn")
    return redirect(url_for("pages.weights"))
