"""The administrator's page: who can log in."""

from __future__ import annotations

from typing import Any

from flask import Response, flash, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from symbiosis import operations, web
from symbiosis.access import route_allows
from symbiosis.inputs import UserInput
from symbiosis.pages import blueprint
from symbiosis.pages.answering import answer
from symbiosis.pages.rendering import page
from symbiosis.presenters import choices, words
from symbiosis.presenters.saying import gettext as _
from symbiosis.schemas.account import GIVEN_ROLES, UserSchema

SECRET = {"Cache-Control": "no-store"}


@blueprint.get("/users")
@route_allows("administrator")
def users() -> Response:
    return _list()


@blueprint.route("/users/new", methods=["GET", "POST"])
@route_allows("administrator")
def new_user() -> Any:
    if request.method == "GET":
        return page("new_user.html", typed={}, errors={}, message=None, **_roles({}))

    def make(given: UserInput) -> Response:
        account, password = operations.create_user(web.services(), web.viewer(), given, now=web.now())
        return _list({"email": account.email, "password": password})

    return answer(UserSchema(), make, "new_user.html", _roles)


@blueprint.post("/users/<id>/password")
@route_allows("administrator")
def reset_password(id: str) -> Response:
    password = operations.reset_password(web.services(), web.viewer(), id, now=web.now())
    found = operations.list_users(web.services(), web.viewer(), now=web.now())
    email = next((user.email for user in found if user.id == id), "")
    return _list({"email": email, "password": password})


@blueprint.post("/users/<id>/closed")
@route_allows("administrator")
def close_user(id: str) -> AnyResponse:
    is_disabled = request.form.get("closed") == "yes"
    operations.set_user_disabled(web.services(), web.viewer(), id, is_disabled=is_disabled, now=web.now())
    flash(_("The login is closed.") if is_disabled else _("The login is open again."))
    return redirect(url_for("pages.users"))


def _list(made: dict[str, str] | None = None) -> Response:
    found = operations.list_users(web.services(), web.viewer(), now=web.now())
    return page("users.html", headers=SECRET, users=found, made=made)


def _roles(typed: object) -> dict[str, Any]:
    return {"given_roles": choices.of_words({role: words.ROLES[role] for role in GIVEN_ROLES})}
