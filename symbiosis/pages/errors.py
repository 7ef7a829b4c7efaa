"""What a reader sees when something cannot be had: calm, with the next step."""

from __future__ import annotations

from flask import Response
from flask_babel import gettext as _

from symbiosis.pages.rendering import page


def render_error(
    error_code: str, status: int, message: str, retry_after: int | None, request_id: str | None
) -> Response:
    """The error page. `retry_after` in seconds is told to people and to browsers alike."""
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    return page(
        "error.html",
        status=status,
        headers=headers,
        title=title(status),
        message=message,
        retry_after=retry_after,
        request_id=request_id if status >= 500 else None,
        code=error_code,
    )


def title(status: int) -> str:
    """What happened, in a few words."""
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
    return titles.get(status, _("Something went wrong"))
