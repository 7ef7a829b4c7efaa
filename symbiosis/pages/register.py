"""A firm registers; the person who did it is logged in at once."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from symbiosis import operations, sessions, web
from symbiosis.access import route_allows
from symbiosis.inputs import RegistrationInput
from symbiosis.pages import blueprint
from symbiosis.pages.answering import answer
from symbiosis.pages.login import home
from symbiosis.pages.rendering import language, page
from symbiosis.presenters import choices
from symbiosis.presenters.saying import gettext as _
from symbiosis.rate_limits import registration_limit
from symbiosis.schemas.firm import FirmRegistrationSchema


@blueprint.route("/register", methods=["GET", "POST"])
@route_allows("anyone")
@registration_limit
def register() -> Any:
    if request.method == "GET":
        if web.viewer().is_logged_in:
            return redirect(home())
        return page("register.html", typed={}, errors={}, message=None, **_lists())
    return answer(FirmRegistrationSchema(), _start, "register.html", lambda typed: _lists())


def _start(given: RegistrationInput) -> AnyResponse:
    user = operations.register_firm(web.services(), web.viewer(), given, now=web.now())
    sessions.start(user, now=web.now())
    web.forget_viewer()
    flash(_("Your firm is registered. You can list right away; a coordinator verifies the firm meanwhile."))
    return redirect(url_for("pages.listings"))


def _lists() -> dict[str, Any]:
    book = web.services().book
    return {
        "divisions": choices.divisions(book, language()),
        "municipalities": choices.municipalities(book, language()),
    }
