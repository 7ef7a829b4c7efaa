"""The doors: every view asks who may enter, forms carry a token, and browsers are told to be strict."""

from __future__ import annotations

from flask import Flask, Response, current_app, request
from flask_wtf.csrf import CSRFProtect

from symbiosis import access
from symbiosis.errors import PasswordMustChange
from symbiosis.web import is_api, login_is_over, viewer

csrf = CSRFProtect()

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "worker-src 'self'",
        "connect-src 'self'",
        "font-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
A_YEAR = "max-age=31536000; includeSubDomains"


def init_security(app: Flask) -> None:
    """Guard every view, then check the tokens of forms, and set the headers of every answer."""
    app.before_request(guard)
    csrf.init_app(app)
    app.after_request(set_headers)


def guard() -> None:
    """Let the reader into the view, or not. A view that states no access lets nobody in.

    Raises:
        NotLoggedIn, NotAllowed, BadToken, SessionEnded, PasswordMustChange
    """
    if request.endpoint is None:
        return
    view = current_app.view_functions[request.endpoint]
    rule = access.rule_of(view)
    if rule is not None and rule.is_public and not (is_api() and "Authorization" in request.headers):
        return
    reader = viewer()
    if not reader.is_logged_in and (over := login_is_over()) and not (rule and rule.is_public):
        raise over
    access.require_route(reader, view)
    if reader.must_change_password and rule is not None and not rule.before_password_change:
        raise PasswordMustChange


def set_headers(response: Response) -> Response:
    """Strict defaults for browsers; answers that may hold private data are kept by no cache."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if current_app.config["SESSION_COOKIE_SECURE"]:
        response.headers.setdefault("Strict-Transport-Security", A_YEAR)
    if request.endpoint != "static":
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.add("Vary", "Cookie")
    return response
