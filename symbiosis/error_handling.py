"""Errors at the edge: one JSON shape for the API, a calm page for the rest, each in the reader's language."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, jsonify, redirect, request, url_for
from flask_limiter.errors import RateLimitExceeded
from flask_wtf.csrf import CSRFError
from marshmallow import ValidationError
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from graph.errors import GraphUnavailable
from matching.errors import SymbiosisError
from symbiosis.errors import (
    InvalidInput,
    MalformedRequest,
    NotLoggedIn,
    PasswordMustChange,
    TooManyRequests,
)
from symbiosis.logs import log, request_id
from symbiosis.messages import MESSAGES
from symbiosis.rate_limits import seconds_to_wait
from symbiosis.schemas.base import by_field
from symbiosis.web import Told, is_api, told

GRAPH_BACK_IN_S = 10
HTTP_CODES = {
    400: "bad_request",
    401: "not_logged_in",
    403: "not_allowed",
    404: "not_found",
    405: "method_not_allowed",
    406: "not_acceptable",
    413: "too_large",
    415: "malformed_request",
    422: "invalid_input",
}
KEPT_HEADERS = ("allow", "retry-after")


def init_errors(app: Flask) -> None:
    """Answer every error of an application."""
    app.register_error_handler(SymbiosisError, answer_symbiosis_error)
    app.register_error_handler(HTTPException, answer_http_error)
    app.register_error_handler(ValidationError, _answer_refusal)
    app.register_error_handler(RecursionError, lambda error: answer_symbiosis_error(MalformedRequest()))


def _answer_refusal(error: ValidationError) -> AnyResponse:
    return answer_symbiosis_error(InvalidInput(by_field(error.messages)))


def answer_symbiosis_error(error: SymbiosisError) -> AnyResponse:
    """An error of the trade, told to the reader."""
    message = told(error)
    retry_after = None
    headers: dict[str, str] = {}
    if isinstance(error, GraphUnavailable):
        retry_after = GRAPH_BACK_IN_S
        log.warning("graph_unavailable", reason=str(error.facts.get("reason")))
    if isinstance(error, TooManyRequests):
        retry_after = int(str(error.facts["seconds"]))
    if message.status >= 500 and retry_after is None:
        log.error("unexpected_error", code=error.code, exc_info=error)
    if not is_api():
        if isinstance(error, NotLoggedIn):
            there = request.full_path.rstrip("?") if request.method == "GET" else None
            return redirect(url_for("pages.login", next=there))
        if isinstance(error, PasswordMustChange):
            return redirect(url_for("pages.password"))
    elif message.status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="symbiosis"'
    return _answer(message, retry_after, headers)


def answer_http_error(error: HTTPException) -> AnyResponse:
    """An error of HTTP itself: no such address, not this method, too large, too often, form too old, our
    fault.
    """
    if isinstance(error, RateLimitExceeded):
        return answer_symbiosis_error(TooManyRequests(seconds=seconds_to_wait()))
    status = error.code or 500
    if status < 400:  # a redirect of the router
        return error.get_response()
    code = "form_expired" if isinstance(error, CSRFError) else HTTP_CODES.get(status, "error")
    headers = {name: value for name, value in error.get_headers() if name.lower() in KEPT_HEADERS}
    return _answer(Told(code, status, str(MESSAGES[code])), None, headers)


def _answer(message: Told, retry_after: int | None, headers: dict[str, str]) -> Response:
    if is_api():
        response = jsonify(error_body(message))
        response.status_code = message.status
    else:
        from symbiosis.pages.errors import render_error  # noqa: PLC0415 (pages import this package)

        body = render_error(message.code, message.status, message.message, retry_after, request_id())
        response = Response(body, status=message.status) if isinstance(body, str) else body
        response.status_code = message.status
    if retry_after is not None:
        response.headers["Retry-After"] = str(retry_after)
    response.headers.update(headers)
    return response


def error_body(message: Told) -> dict[str, Any]:
    """The one shape of an error on the API."""
    return {
        "error": {
            "code": message.code,
            "message": message.message,
            "fields": message.fields,
            "request_id": request_id(),
        }
    }
