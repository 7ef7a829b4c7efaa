"""The reader's own login: password, contact, keys."""

from __future__ import annotations

from typing import Any

from flask import Response, flash, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from symbiosis import operations, sessions, web
from symbiosis.access import route_allows
from symbiosis.inputs import ContactInput, PasswordInput, TokenInput
from symbiosis.pages import blueprint
from symbiosis.pages.answering import answer
from symbiosis.pages.login import home
from symbiosis.pages.rendering import page
from symbiosis.presenters.saying import gettext as _
from symbiosis.rate_limits import login_limit, token_limit
from symbiosis.schemas.account import PasswordSchema, TokenSchema
from symbiosis.schemas.firm import ContactSchema


@blueprint.get("/account")
@route_allows("user", before_password_change=True)
def account() -> Any:
    if web.viewer().must_change_password:
        return redirect(url_for("pages.password"))
    return page("account.html", **_account({}), errors={}, message=None)


@blueprint.route("/account/password", methods=["GET", "POST"])
@route_allows("user", before_password_change=True)
@login_limit
def password() -> Any:
    must_change = web.viewer().must_change_password
    if request.method == "GET":
        if not must_change:
            return redirect(url_for("pages.account"))
        return page("password.html", typed={}, errors={}, message=None)
    template = "password.html" if must_change else "account.html"
    return answer(PasswordSchema(), _change, template, lambda typed: {} if must_change else _account(typed))


def _change(given: PasswordInput) -> AnyResponse:
    must_change = web.viewer().must_change_password
    user = operations.change_password(web.services(), web.viewer(), given, now=web.now())
    sessions.start(user, now=web.now())
    web.forget_viewer()
    flash(_("Your new password is in use."))
    return redirect(home() if must_change else url_for("pages.account"))


@blueprint.post("/account/contact")
@route_allows("business")
def contact() -> Any:
    def save(given: ContactInput) -> AnyResponse:
        operations.edit_contact(web.services(), web.viewer(), given, now=web.now())
        flash(_("Saved."))
        return redirect(url_for("pages.account"))

    return answer(ContactSchema(), save, "account.html", _account)


@blueprint.post("/account/keys")
@route_allows("user")
@token_limit
def token() -> Any:
    def make(given: TokenInput) -> Response:
        new = operations.create_token(web.services(), web.viewer(), given, now=web.now())
        headers = {"Cache-Control": "no-store"}
        return page("account.html", headers=headers, **_account({}), errors={}, message=None, new_token=new)

    return answer(TokenSchema(), make, "account.html", _account)


@blueprint.post("/account/keys/<id>/remove")
@route_allows("user")
def revoke_token(id: str) -> AnyResponse:
    operations.revoke_token(web.services(), web.viewer(), id, now=web.now())
    flash(_("The key no longer works."))
    return redirect(url_for("pages.account"))


def _account(typed: dict[str, Any]) -> dict[str, Any]:
    services, viewer, now = web.services(), web.viewer(), web.now()
    account = operations.show_account(services, viewer, now=now)
    known = {"contact_name": account.name or "", "phone": account.phone or ""}
    return {
        "account": account,
        "tokens": operations.list_tokens(services, viewer, now=now),
        "typed": {**known, **typed},
    }
