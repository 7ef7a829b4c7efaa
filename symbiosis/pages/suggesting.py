"""Suggested waste codes on the form of a listing: with the page, while somebody writes, and once taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flask import Response, make_response, render_template, request

from symbiosis import operations, web
from symbiosis.access import route_allows
from symbiosis.operations.open_code import KINDS_WITH_CODES
from symbiosis.pages import blueprint
from symbiosis.pages.answering import or_none
from symbiosis.pages.rendering import language
from symbiosis.presenters import suggested_codes as presenter
from symbiosis.presenters.saying import gettext as _
from symbiosis.presenters.suggested_codes import SuggestedCode
from symbiosis.rate_limits import reading_limit
from symbiosis.schemas.texts import cleaned
from symbiosis.views import ListingView

ASK, TAKE, UNSURE = "suggest", "take", "unsure"
"""The buttons of the form that store nothing, and what the second of them carries beside a code."""

SHORTEST = 3
WORTH_SHOWING = 1 / 3
"""A suggestion with less than this share of the best one's score only hides the better ones."""


@blueprint.get("/listings/suggested-codes")
@route_allows("business")
@reading_limit
def suggested_codes() -> Response:
    """The suggestions for `?text=`, as the part of the form that shows them."""
    services, viewer, args = web.services(), web.viewer(), request.args
    firm = or_none(lambda: operations.show_firm(services, viewer, viewer.firm_id or "", now=web.now()))
    found = codes_for(args.get("text", ""), args.get("kind"), firm.nace_division if firm else None)
    html = render_template(
        "parts/suggested_codes.html", suggested=found, taken=args.get("code", ""), lang=language()
    )
    return make_response(html)


def codes_for(text: str, kind: str | None, nace: str | None) -> tuple[SuggestedCode, ...]:
    """What is suggested for a text; nothing for kinds that go under no code, and while little is written."""
    asked = cleaned(text)
    if len(asked) < SHORTEST or (kind or KINDS_WITH_CODES[0]) not in KINDS_WITH_CODES:
        return ()
    services = web.services()
    found = operations.understand(services, web.viewer(), asked, nace=nace)
    best = max((one.score for one in found.codes), default=0.0)
    worth = tuple(one for one in found.codes if one.score >= best * WORTH_SHOWING)
    return presenter.lines(replace(found, codes=worth), services.book, language())


def is_asked(form: Mapping[str, str]) -> bool:
    """Whether a button was pressed that wants the form again, and nothing stored."""
    return ASK in form or TAKE in form


def taken(typed: Mapping[str, Any], form: Mapping[str, str]) -> dict[str, Any]:
    """What was typed, with the code that was taken; with none for who is not sure."""
    if TAKE not in form:
        return dict(typed)
    return {**typed, "ewc_code": "" if form[TAKE] == UNSURE else form[TAKE][:12]}


def still_open(listing: ListingView) -> str:
    """What the owner of a listing whose code is open is told."""
    if listing.ewc_code is None:
        return _(
            "It has no waste code yet. Nothing is lost: it is compared as it is, and a coordinator looks."
        )
    return _(
        "Whether it is hazardous stays open. Nothing is lost: partners are asked, and a coordinator looks."
    )
