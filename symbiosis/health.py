"""Whether the program is alive, and whether it can serve."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify

from graph.errors import GraphUnavailable
from symbiosis.access import route_allows
from symbiosis.web import services

blueprint = Blueprint("health", __name__, url_prefix="/health")


@blueprint.get("/live")
@route_allows("anyone")
def live() -> Response:
    """The process answers. Says nothing of the database, so that nobody restarts the program for it."""
    return jsonify(status="ok")


@blueprint.get("/ready")
@route_allows("anyone")
def ready() -> Response:
    """The database answers too; else 503 with the reason."""
    try:
        services().store.ping()
    except GraphUnavailable as error:
        response = jsonify(status="unavailable", reason=error.code)
        response.status_code = 503
        response.headers["Retry-After"] = "5"
        return response
    return jsonify(status="ok")
