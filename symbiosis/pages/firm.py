"""The reader's own firm and its sites."""

from __future__ import annotations

from typing import Any

from flask import Response, flash, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from graph.errors import NotFound
from symbiosis import operations, web
from symbiosis.access import route_allows
from symbiosis.inputs import FirmInput, SiteInput
from symbiosis.pages import blueprint
from symbiosis.pages.answering import answer
from symbiosis.pages.rendering import language, page
from symbiosis.presenters import choices, names, words
from symbiosis.presenters import offered as presenter
from symbiosis.presenters.saying import gettext as _
from symbiosis.schemas.firm import FirmSchema, SiteSchema
from symbiosis.views import FirmView


@blueprint.get("/firm")
@route_allows("business")
def firm() -> Response:
    return page("firm.html", **firm_context({}), errors={}, message=None)


@blueprint.post("/firm/edit")
@route_allows("business")
def edit_firm() -> Any:
    def save(given: FirmInput) -> AnyResponse:
        before = _own().status
        after = operations.edit_firm(web.services(), web.viewer(), own_id(), given, now=web.now()).status
        if after is before:
            flash(_("Saved."))
        else:
            flash(
                _("Saved. A coordinator will check the firm again; until then its listings meet nobody."),
                "warn",
            )
        return redirect(url_for("pages.firm"))

    return answer(FirmSchema(), save, "firm.html", lambda typed: {**firm_context(typed), "is_open": True})


@blueprint.route("/firm/sites/new", methods=["GET", "POST"])
@route_allows("business")
def add_site() -> Any:
    if request.method == "GET":
        return page("site.html", typed={}, errors={}, message=None, **_places())

    def save(given: SiteInput) -> AnyResponse:
        operations.add_site(web.services(), web.viewer(), own_id(), given, now=web.now())
        flash(_("Saved."))
        return redirect(url_for("pages.firm"))

    return answer(SiteSchema(), save, "site.html", lambda typed: _places())


@blueprint.route("/firm/sites/<id>", methods=["GET", "POST"])
@route_allows("business")
def edit_site(id: str) -> Any:
    if request.method == "GET":
        site = next((site for site in _own().sites if site.id == id), None)
        if site is None:
            raise NotFound(what="site", id=id)
        typed = {
            "municipality": site.municipality,
            "site_name": site.name,
            "lat": "" if site.lat is None else f"{site.lat:.6f}",
            "lon": "" if site.lon is None else f"{site.lon:.6f}",
        }
        return page("site.html", typed=typed, errors={}, message=None, site_id=id, **_places())

    def save(given: SiteInput) -> AnyResponse:
        operations.edit_site(web.services(), web.viewer(), own_id(), id, given, now=web.now())
        flash(_("Saved."))
        return redirect(url_for("pages.firm"))

    return answer(SiteSchema(), save, "site.html", lambda typed: {"site_id": id, **_places()})


def own_id() -> str:
    """The firm of the reader."""
    return web.viewer().firm_id or ""


def _own() -> FirmView:
    return operations.show_firm(web.services(), web.viewer(), own_id(), now=web.now())


def firm_context(typed: dict[str, Any]) -> dict[str, Any]:
    """What the page of the reader's firm shows; `typed` goes before what is known."""
    own, services, lang = _own(), web.services(), language()
    known = {"name_ka": own.name_ka, "name_latin": own.name_latin, "nace_division": own.nace_division}
    offered = operations.list_offered(services, web.viewer(), own.id, now=web.now())
    places = tuple(
        choices.Choice(one.id, one.name or names.municipality(one.municipality, services.book, lang))
        for one in own.sites
    )
    return {
        "firm": own,
        "divisions": choices.divisions(services.book, lang),
        "processes": choices.processes(services.book, lang),
        "places": (choices.Group("", places),),
        "said": choices.of_words(words.SAID),
        "offered": [presenter.offered(one, services.book, lang) for one in offered],
        "typed": {**known, **typed},
    }


def _places() -> dict[str, Any]:
    return {"municipalities": choices.municipalities(web.services().book, language())}
