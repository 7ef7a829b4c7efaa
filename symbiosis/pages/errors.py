"""What a reader sees when something cannot be had: calm, with the next step."""

from __future__ import annotations

from flask import Response, request
from flask_wtf.csrf import validate_csrf

from symbiosis.pages.rendering import page
from symbiosis.presenters.saying import gettext as _

UNAVAILABLE = 503
SUSPENDED = ("firm_suspended", "contacts_withheld")


def render_error(
    error_code: str, status: int, message: str, retry_after: int | None, request_id: str | None
) -> Response:
    """The error page. `retry_after` in seconds is told to people and to browsers alike."""
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    return page(
        "error.html",
        status=status,
        headers=headers,
        title=title(status, error_code),
        message=message,
        retry_after=retry_after,
        request_id=request_id if status >= 500 else None,
        code=error_code,
        is_page=request.method == "GET",
        sent=what_was_sent() if status == UNAVAILABLE else [],
    )


def what_was_sent() -> list[tuple[str, str]]:
    """The fields of the form that could not be taken now, for a button that sends them again.

    Empty for forms with a password, which no page repeats, and for forms that are not from our own pages.
    """
    try:
        validate_csrf(request.form.get("csrf_token"))
    except ValueError:
        return []
    if any("password" in name for name in request.form):
        return []
    return [(name, text) for name, text in request.form.items(multi=True) if name != "csrf_token"]


def title(status: int, error_code: str = "") -> str:
    """What happened, in a few words."""
    if error_code in SUSPENDED:
        return str(_("Your firm is suspended"))
    titles = {
        400: _("This could not be read"),
        401: _("Please log in"),
        403: _("This page is for others"),
        404: _("This page does not exist"),
        405: _("That does not work here"),
        409: _("That is not possible now"),
        410: _("This is over"),
        413: _("That is too large"),
        422: _("Something is missing"),
        429: _("Too many tries"),
        503: _("One moment, please"),
    }
    return str(titles.get(status, _("Something went wrong")))
