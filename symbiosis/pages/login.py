"""Log in, log out, choose the language."""

from __future__ import annotations

from typing import Any

from flask import redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from symbiosis import languages, operations, sessions, web
from symbiosis.access import route_allows
from symbiosis.inputs import LoginInput
from symbiosis.pages import blueprint
from symbiosis.pages.answering import answer
from symbiosis.pages.rendering import local, page
from symbiosis.rate_limits import login_limit
from symbiosis.schemas.account import LanguageSchema, LoginSchema


@blueprint.route("/login", methods=["GET", "POST"])
@route_allows("anyone")
@login_limit
def login() -> Any:
    wanted = local(request.values.get("next"), "")
    if request.method == "GET":
        if web.viewer().is_logged_in:
            return redirect(wanted or home())
        return page("login.html", typed={}, errors={}, message=None, next=wanted)

    def start(given: LoginInput) -> AnyResponse:
        user = operations.log_in(web.services(), given)
        sessions.start(user, now=web.now())
        web.forget_viewer()
        return redirect(url_for("pages.password") if user.must_change_password else wanted or home())

    return answer(LoginSchema(), start, "login.html", lambda typed: {"next": wanted})


@blueprint.post("/logout")
@route_allows("user", before_password_change=True)
def logout() -> AnyResponse:
    sessions.end()
    web.forget_viewer()
    return redirect(url_for("pages.front"))


@blueprint.post("/language")
@route_allows("anyone")
def language() -> AnyResponse:
    chosen = LanguageSchema().load({"language": request.form.get("language", "")})["language"]
    if web.viewer().is_logged_in:
        operations.set_language(web.services(), web.viewer(), chosen, now=web.now())
    languages.remember_language(chosen)
    return redirect(local(request.form.get("next"), url_for("pages.front")))


def home() -> str:
    """The first page of each role."""
    role = web.viewer().role
    ends = {"business": "listings", "coordinator": "desk", "planner": "atlas", "administrator": "users"}
    return url_for(f"pages.{ends[role.value]}" if role else "pages.front")
