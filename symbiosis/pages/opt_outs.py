"""With whom a firm is not matched: its own list, and the coordinator's."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from symbiosis import operations, web
from symbiosis.access import route_allows
from symbiosis.inputs import OptOutInput
from symbiosis.pages import blueprint
from symbiosis.pages.answering import answer
from symbiosis.pages.rendering import page
from symbiosis.presenters.saying import gettext as _
from symbiosis.rate_limits import listing_limit
from symbiosis.schemas.opt_out import ApartSchema, OptOutSchema


@blueprint.route("/firm/opt-outs", methods=["GET", "POST"])
@route_allows("business")
@listing_limit
def opt_outs() -> Any:
    if request.method == "GET":
        return page("opt_outs.html", typed={}, errors={}, message=None, **_own())

    def ask(given: OptOutInput) -> AnyResponse:
        services, viewer = web.services(), web.viewer()
        asked = operations.ask_opt_out(services, viewer, viewer.firm_id or "", given, now=web.now())
        if asked.state == "holds":
            flash(_("Done. You are not matched with this firm."))
        else:
            flash(_("Noted. A coordinator looks at it; from the yes on you are not matched with this firm."))
        return redirect(url_for("pages.opt_outs"))

    return answer(OptOutSchema(), ask, "opt_outs.html", lambda typed: _own())


@blueprint.post("/firm/opt-outs/<id>/remove")
@route_allows("business")
def remove_opt_out(id: str) -> AnyResponse:
    operations.remove_opt_out(web.services(), web.viewer(), id, now=web.now())
    flash(_("Taken back. You may be matched with this firm again."))
    return redirect(url_for("pages.opt_outs"))


@blueprint.route("/desk/opt-outs", methods=["GET", "POST"])
@route_allows("coordinator")
def desk_opt_outs() -> Any:
    if request.method == "GET":
        return page("desk_opt_outs.html", typed={}, errors={}, message=None, **_every())

    def keep_apart(chosen: tuple[str, OptOutInput]) -> AnyResponse:
        firm_id, other = chosen
        operations.ask_opt_out(web.services(), web.viewer(), firm_id, other, now=web.now())
        flash(_("Done. The two firms are not matched."))
        return redirect(url_for("pages.desk_opt_outs"))

    return answer(ApartSchema(), keep_apart, "desk_opt_outs.html", lambda typed: _every())


@blueprint.post("/desk/opt-outs/<id>")
@route_allows("coordinator")
def decide_opt_out(id: str) -> AnyResponse:
    services, viewer, said = web.services(), web.viewer(), request.form.get("said")
    if said == "remove":
        operations.remove_opt_out(services, viewer, id, now=web.now())
        flash(_("Taken back. The two firms may be matched again."))
    elif said in {"yes", "no"}:
        operations.decide_opt_out(services, viewer, id, is_yes=said == "yes", now=web.now())
        flash(
            _("Done. The two firms are not matched.") if said == "yes" else _("Refused; the firm sees that.")
        )
    return redirect(url_for("pages.desk_opt_outs"))


def _own() -> dict[str, Any]:
    viewer = web.viewer()
    return {"lines": operations.list_opt_outs(web.services(), viewer, viewer.firm_id or "")}


def _every() -> dict[str, Any]:
    services, viewer = web.services(), web.viewer()
    everybody = operations.list_firms(services, viewer, now=web.now())
    return {
        "lines": operations.all_opt_outs(services, viewer),
        "firms": everybody,
        "by_id": {firm.id: firm for firm in everybody},
    }
