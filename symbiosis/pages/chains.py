"""Chains, pools and mixtures for coordinators; what nobody offers for planners; what a firm offers."""

from __future__ import annotations

from typing import Any

from flask import Response, flash, redirect, url_for
from werkzeug.wrappers import Response as AnyResponse

from symbiosis import forms, operations, web
from symbiosis.access import route_allows
from symbiosis.inputs import OfferInput
from symbiosis.pages import blueprint
from symbiosis.pages.answering import answer
from symbiosis.pages.firm import firm_context, own_id
from symbiosis.pages.rendering import language, page
from symbiosis.presenters.chain import Cards
from symbiosis.presenters.saying import gettext as _
from symbiosis.schemas.offer import OfferSchema, WithdrawalSchema
from symbiosis.views import ThirdPartiesView


@blueprint.get("/desk/chains")
@route_allows("coordinator")
def desk_chains() -> Response:
    found = operations.show_third_parties(web.services(), web.viewer(), now=web.now())
    return page("desk_chains.html", **third_parties(found), **_gaps())


@blueprint.get("/gaps")
@route_allows("planner", "coordinator", "administrator")
def gaps() -> Response:
    return page("gaps.html", **_gaps())


@blueprint.post("/firm/processes")
@route_allows("business")
def offer_process() -> Any:
    def save(given: OfferInput) -> AnyResponse:
        operations.offer_process(web.services(), web.viewer(), own_id(), given, now=web.now())
        flash(_("Saved."))
        return redirect(url_for("pages.firm") + "#processes")

    return answer(
        OfferSchema(), save, "firm.html", lambda typed: {**firm_context(typed), "is_offering": True}
    )


@blueprint.post("/firm/processes/withdraw")
@route_allows("business")
def withdraw_process() -> AnyResponse:
    given = forms.load_form(WithdrawalSchema(), language())
    operations.withdraw_process(
        web.services(), web.viewer(), own_id(), given.site_id, given.process_id, now=web.now()
    )
    flash(_("It is no longer offered."))
    return redirect(url_for("pages.firm") + "#processes")


def third_parties(found: ThirdPartiesView) -> dict[str, Any]:
    """The cards of chains, pools and mixtures for a template."""
    services = web.services()
    cards = Cards(services.book, services.law, language())
    return {
        "chains": [cards.chain(one) for one in found.chains],
        "pools": [cards.pool(one) for one in found.pools],
        "blends": [cards.blend(one) for one in found.blends],
    }


def _gaps() -> dict[str, Any]:
    services = web.services()
    found = operations.show_gaps(services, web.viewer(), now=web.now())
    cards = Cards(services.book, services.law, language())
    return {"gaps": [cards.gap(one) for one in found.gaps], "n_hidden": found.n_hidden}
