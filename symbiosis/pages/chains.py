"""Chains, pools and mixtures for coordinators; what nobody offers for planners; what a firm offers."""

from __future__ import annotations

from typing import Any

from flask import Response, flash, redirect, url_for
from werkzeug.wrappers import Response as AnyResponse

from graph.errors import NotFound
from symbiosis import forms, operations, web
from symbiosis.access import route_allows
from symbiosis.inputs import ChainAnswerInput, OfferInput, TreatedInput
from symbiosis.pages import blueprint
from symbiosis.pages.answering import answer
from symbiosis.pages.firm import firm_context, own_id
from symbiosis.pages.rendering import language, page
from symbiosis.presenters import comparing, words
from symbiosis.presenters import offered as presenter
from symbiosis.presenters.chain import Cards
from symbiosis.presenters.saying import gettext as _
from symbiosis.schemas.chain import ChainAnswerSchema
from symbiosis.schemas.offer import OfferSchema, TreatedSchema, WithdrawalSchema
from symbiosis.views import ThirdPartiesView


@blueprint.get("/desk/chains")
@route_allows("coordinator")
def desk_chains() -> Response:
    return page("desk_chains.html", **_desk(), errors={}, message=None, answered_id=None)


@blueprint.post("/desk/chains/<id>")
@route_allows("coordinator")
def answer_chain(id: str) -> Any:
    def save(given: ChainAnswerInput) -> AnyResponse:
        operations.answer_chain(web.services(), web.viewer(), id, given, now=web.now())
        flash(_("Saved."))
        return redirect(url_for("pages.desk_chains"))

    return answer(ChainAnswerSchema(), save, "desk_chains.html", lambda typed: {**_desk(), "answered_id": id})


@blueprint.get("/gaps")
@route_allows("planner", "coordinator", "administrator")
def gaps() -> Response:
    return page("gaps.html", **_gaps())


@blueprint.post("/firm/processes")
@route_allows("business")
def offer_process() -> Any:
    def save(given: OfferInput) -> AnyResponse:
        operations.offer_process(web.services(), web.viewer(), own_id(), given, now=web.now())
        flash(_("Saved. Now say what you treat: only that is led to you."))
        return redirect(url_for("pages.offered_process", id=given.site_id, process_id=given.process_id))

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


@blueprint.get("/firm/processes/<id>/<process_id>")
@route_allows("business")
def offered_process(id: str, process_id: str) -> Response:
    """`id` is that of the site."""
    return page("process.html", **_offered(id, process_id), errors={}, message=None)


@blueprint.post("/firm/processes/treated")
@route_allows("business")
def say_what_is_treated() -> Any:
    def save(given: TreatedInput) -> AnyResponse:
        operations.say_what_is_treated(web.services(), web.viewer(), own_id(), given, now=web.now())
        flash(_("Saved."))
        return redirect(url_for("pages.offered_process", id=given.site_id, process_id=given.process_id))

    return answer(
        TreatedSchema(),
        save,
        "process.html",
        lambda typed: _offered(str(typed.get("site_id")), str(typed.get("process_id"))),
    )


def _offered(site_id: str, process_id: str) -> dict[str, Any]:
    """What the page of an offered process shows.

    Raises:
        NotFound: the reader's firm offers no such process there.
    """
    services, lang = web.services(), language()
    offered = operations.list_offered(services, web.viewer(), own_id(), now=web.now())
    view = next((one for one in offered if (one.site_id, one.process_id) == (site_id, process_id)), None)
    if view is None:
        raise NotFound(what="process", id=process_id)
    inflows = operations.show_inflows(services, web.viewer(), own_id(), now=web.now())
    return {
        "inflows": [
            presenter.inflow(one, services.book, lang)
            for one in inflows
            if (one.site_id, one.process_id) == (site_id, process_id)
        ],
        "one": presenter.offered(view, services.book, lang),
        "groups": presenter.treated_groups(process_id, set(view.treats), services.book, lang),
        "firm": operations.show_firm(services, web.viewer(), own_id(), now=web.now()),
        "typed": {"treats": view.treats},
    }


def _desk() -> dict[str, Any]:
    found = operations.show_third_parties(web.services(), web.viewer(), now=web.now())
    cards = third_parties(found)
    kept = cards.pop("kept")
    return {
        **cards,
        **_gaps(),
        "pursued": [card for card in kept if card.verdict != "no"],
        "set_aside": [card for card in kept if card.verdict == "no"],
        "reasons": words.CHAIN_REASONS,
    }


def third_parties(found: ThirdPartiesView) -> dict[str, Any]:
    """The cards of chains, pools and mixtures for a template."""
    services = web.services()
    cards = Cards(services.book, services.law, language())
    return {
        "chains": [cards.chain(one) for one in found.chains],
        "kept": [cards.chain(one) for one in found.kept],
        "pools": [cards.pool(one) for one in found.pools],
        "blends": [cards.blend(one) for one in found.blends],
    }


def _gaps() -> dict[str, Any]:
    services = web.services()
    found = operations.show_gaps(services, web.viewer(), now=web.now())
    cards = Cards(services.book, services.law, language())
    return {
        "gaps": [cards.gap(one) for one in found.gaps],
        "n_hidden": found.n_hidden,
        "to_come": comparing.gaps_to_come(found.n_to_do, language()),
    }
