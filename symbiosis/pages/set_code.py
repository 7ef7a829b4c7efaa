"""The coordinator's page of a listing's waste code: what is suggested, set and why, and was before."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from symbiosis import operations, web
from symbiosis.access import route_allows
from symbiosis.inputs import CodeInput
from symbiosis.pages import blueprint, suggesting
from symbiosis.pages.answering import answer
from symbiosis.pages.rendering import language, page
from symbiosis.presenters import choices, words
from symbiosis.presenters import listing as presenter
from symbiosis.presenters.saying import gettext as _
from symbiosis.schemas.code import CodeSchema


@blueprint.route("/desk/listings/<id>/code", methods=["GET", "POST"])
@route_allows("coordinator")
def set_code(id: str) -> Any:
    if request.method == "GET":
        return page("set_code.html", errors={}, message=None, **_shown(id, None))

    def keep(given: CodeInput) -> AnyResponse:
        operations.set_code(web.services(), web.viewer(), id, given, now=web.now())
        flash(_("The code is set. The listing is compared anew."))
        return redirect(url_for("pages.set_code", id=id))

    return answer(CodeSchema(), keep, "set_code.html", lambda typed: _shown(id, typed))


def _shown(id: str, typed: dict[str, Any] | None) -> dict[str, Any]:
    services, viewer, lang = web.services(), web.viewer(), language()
    listing = operations.show_listing(services, viewer, id, now=web.now())
    history = operations.code_history(services, viewer, id)
    book = services.book
    if typed is None:
        code = request.args.get("code", listing.ewc_code or "")[:12]
        entry = book.waste_codes.get(code)
        is_pair = bool(entry and entry.twins)
        typed = {
            "ewc_code": code,
            "contains_hazardous": words.hazard_key(listing.hazardous)
            if is_pair and listing.hazardous
            else "",
        }
    return {
        "listing": listing,
        "card": presenter.card(listing, book, lang),
        "typed": typed,
        "code_name": _code(typed["ewc_code"]) if typed.get("ewc_code") in book.waste_codes else None,
        "suggested": suggesting.codes_for(listing.text, listing.kind, listing.nace_division),
        "contents": choices.of_words(words.CONTENTS),
        "changes": [(change, _code(change.ewc_code), _code(change.ewc_code_before)) for change in history],
        "hazards": words.HAZARDS,
        "is_open": operations.is_code_open(listing, book),
    }


def _code(code: str | None) -> str | None:
    """A code as it is written, with its name."""
    entry = web.services().book.waste_codes.get(code or "")
    if entry is None:
        return code
    return f"{presenter.spaced(entry.id, entry.is_hazardous)} {entry.name(language())}"
