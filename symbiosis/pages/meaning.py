"""What was understood of a listing, shown and corrected by one tap: on its page, and on the form while it is
written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from flask import Response, flash, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from matching.records import KINDS, Kind, Side
from symbiosis import operations, web
from symbiosis.access import route_allows
from symbiosis.operations.corrected import sort_of
from symbiosis.operations.understand import LONGEST
from symbiosis.pages import blueprint
from symbiosis.pages.rendering import language
from symbiosis.presenters import meaning as presenter
from symbiosis.presenters.meaning import Meanings
from symbiosis.presenters.saying import gettext as _
from symbiosis.rate_limits import reading_limit
from symbiosis.schemas.base import load
from symbiosis.schemas.listing import CorrectionSchema
from symbiosis.schemas.texts import cleaned
from symbiosis.views import ListingView

TAP = "tap"
"""The buttons that correct: `is:ID`, `not:ID` or `open:ID`."""

SHORTEST = 3
FIELDS = {"material": "material_ids", "use": "use_ids"}


@blueprint.post("/listings/<id>/understood")
@route_allows("business", "coordinator")
def correct_listing(id: str) -> AnyResponse:
    meant, _colon, entry_id = request.form.get(TAP, "").partition(":")
    given = load(CorrectionSchema(), {"meant": meant, "entry_id": entry_id})
    operations.correct_listing(web.services(), web.viewer(), id, given, now=web.now())
    flash(_("Thank you. The listing is compared anew."))
    return redirect(url_for("pages.listing", id=id, _anchor="understood"))


@blueprint.get("/listings/understood")
@route_allows("business")
@reading_limit
def understood_part() -> Response:
    """What is understood of `?text=`, as the part of the form that shows it."""
    args = request.args
    typed = {**args.to_dict(), **{name: args.getlist(name) for name in (*FIELDS.values(), "not_ids")}}
    html = render_template("parts/understood.html", meant=of_typed(typed), in_form=True)
    return make_response(html)


def of_listing(listing: ListingView) -> Meanings:
    """What is understood of a stored listing."""
    services = web.services()
    found = operations.meanings_of_listing(services, web.viewer(), listing.id)
    return presenter.meanings(found, listing.not_ids, listing.side.value, services.book, language())


def looked_for(shown: Meanings) -> Sequence[presenter.MeaningLine] | None:
    """What was found for `?find=` beside what is shown; None where nothing was looked for."""
    asked = cleaned(request.args.get("find", ""))[:LONGEST]
    if not asked:
        return None
    services = web.services()
    found = operations.meanings_of_words(services, web.viewer(), asked)
    known = [line.id for line in (*shown.taken, *shown.others)]
    return presenter.looked_for(found, known, services.book, language())


def of_typed(typed: Mapping[str, Any]) -> Meanings | None:
    """What is understood of a listing that is being written; None while little is and nothing was said."""
    text = cleaned(str(typed.get("text") or ""))[:LONGEST]
    said = {name: _known(typed, name) for name in (*FIELDS.values(), "not_ids")}
    if len(text) < SHORTEST and not any(said.values()):
        return None
    services, kind = web.services(), typed.get("kind")
    side = Side.NEED if typed.get("side") == "need" else Side.OUTPUT
    found = operations.meanings_of_words(
        services,
        web.viewer(),
        text,
        side=side,
        kind=cast(Kind, kind) if kind in KINDS else "material",
        **said,
    )
    return presenter.meanings(found, said["not_ids"], side.value, services.book, language())


def is_tapped(form: Mapping[str, str]) -> bool:
    """Whether a button of the form corrects, and wants the form again."""
    return TAP in form


def tapped(typed: Mapping[str, Any], form: Mapping[str, str]) -> dict[str, Any]:
    """What was typed, with what was tapped."""
    meant, _colon, entry_id = form.get(TAP, "").partition(":")
    sort = sort_of(entry_id, web.services().book)
    if sort is None:
        return dict(typed)
    field = FIELDS[sort]
    lists = {name: [id for id in typed.get(name) or () if id != entry_id] for name in (field, "not_ids")}
    if meant in ("is", "not"):
        lists[field if meant == "is" else "not_ids"].append(entry_id)
    return {**typed, **lists}


def _known(typed: Mapping[str, Any], name: str) -> tuple[str, ...]:
    book = web.services().book
    found = (id for id in typed.get(name) or () if sort_of(id, book) is not None)
    return tuple(id for id in found if name == "not_ids" or name == FIELDS[sort_of(id, book) or "material"])
