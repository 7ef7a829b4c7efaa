"""Logs: one JSON object a line, with the request's id, and without anything that opens a door or names a
person.
"""

from __future__ import annotations

import logging
import re
import sys
import time
import uuid
from collections.abc import MutableMapping
from typing import Any

import structlog
from flask import Flask, Response, g, request

from symbiosis.identification import without_personal_numbers

REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
HIDDEN_KEYS = re.compile(
    r"password|secret|token|authorization|cookie|csrf|identification|personal|phone|email", re.IGNORECASE
)
HIDDEN = "[hidden]"
KEYS_AND_TOKENS = re.compile(r"sym_[A-Za-z0-9_-]{8,}")
QUIET = ("werkzeug", "neo4j", "flask-limiter")

log = structlog.get_logger("symbiosis")


def configure(level: str) -> None:
    """Send everything that this process logs to standard error as JSON. May be called again."""
    before: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[
            *before,
            structlog.processors.format_exc_info,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=before,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            redact,
            structlog.processors.JSONRenderer(ensure_ascii=False, default=str),
        ],
    )
    root = logging.getLogger()
    for handler in [each for each in root.handlers if getattr(each, "is_ours", False)]:
        root.removeHandler(handler)
    ours = logging.StreamHandler(sys.stderr)
    ours.setFormatter(formatter)
    ours.is_ours = True  # type: ignore[attr-defined]
    root.addHandler(ours)
    root.setLevel(level.upper())
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.ERROR)


def redact(logger: Any, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Cover secrets by the name of their key, and personal numbers and keys wherever they stand."""
    for key, value in event.items():
        event[key] = HIDDEN if HIDDEN_KEYS.search(key) else _covered(value)
    return event


def _covered(value: Any) -> Any:
    if isinstance(value, str):
        return KEYS_AND_TOKENS.sub(HIDDEN, without_personal_numbers(value))
    if isinstance(value, dict):
        return {key: HIDDEN if HIDDEN_KEYS.search(str(key)) else _covered(v) for key, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_covered(each) for each in value]
    if isinstance(value, int | float | bool | None):
        return _covered(str(value)) if len(str(value)) == 11 and isinstance(value, int) else value
    return _covered(str(value))


def request_id() -> str:
    """The id of this request: the client's when it is sane, else a new one."""
    if "request_id" not in g:
        sent = request.headers.get("X-Request-ID", "")
        g.request_id = sent if REQUEST_ID.fullmatch(sent) else uuid.uuid4().hex
    return str(g.request_id)


def init_logs(app: Flask) -> None:
    """Give every request an id and a line in the log."""

    @app.before_request
    def begin() -> None:
        g.began = time.perf_counter()
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id())

    @app.after_request
    def finish(response: Response) -> Response:
        response.headers["X-Request-ID"] = request_id()
        viewer = g.get("viewer")
        log.info(
            "request",
            method=request.method,
            path=request.path,  # never the query: people type names into it
            endpoint=request.endpoint,
            status=response.status_code,
            ms=round((time.perf_counter() - g.get("began", time.perf_counter())) * 1000, 1),
            user_id=viewer.user_id if viewer else None,
        )
        return response
