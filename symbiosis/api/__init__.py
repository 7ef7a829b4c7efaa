"""The JSON API under /api/v1: personal keys, strict schemas, one shape of errors, OpenAPI made from the
schemas.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Flask

from symbiosis.access import route_allows
from symbiosis.api import (
    account,
    chains,
    exchanges,
    firms,
    knowledge,
    listings,
    matches,
    network,
    opt_outs,
    reference,
    rules,
    synonyms,
    typical,
)
from symbiosis.api.frame import MixedApi
from symbiosis.security import csrf

VERSION = "1.0.0"
PREFIX = "/api/v1"
MODULES = (
    *(account, firms, listings, matches, chains, exchanges, network),
    *(opt_outs, synonyms, reference, knowledge, rules, typical),
)
BLUEPRINTS = tuple(module.blueprint for module in MODULES)


def init_api(app: Flask) -> None:
    """Hang the API on an application. It knows readers by their keys alone, so forms' tokens are not asked
    for.
    """
    app.config.update(
        API_TITLE="Symbiosis",
        API_VERSION=VERSION,
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX=PREFIX,
        OPENAPI_JSON_PATH="openapi.json",
        API_SPEC_OPTIONS={
            "info": {"description": __doc__},
            "components": {"securitySchemes": {"key": {"type": "http", "scheme": "bearer"}}},
            "security": [{"key": []}],
        },
    )
    api = MixedApi(app)
    for blueprint in BLUEPRINTS:
        csrf.exempt(blueprint)
        api.register_blueprint(blueprint)
    api.describe_errors()
    for endpoint, view in app.view_functions.items():
        if endpoint.startswith("api-docs."):
            app.view_functions[endpoint] = _public(view)


def _public(view: Callable[..., Any]) -> Callable[..., Any]:
    """A view of a library, which states no access by itself."""

    @route_allows("anyone")
    @wraps(view)
    def shown(*args: Any, **kwargs: Any) -> Any:
        return view(*args, **kwargs)

    return shown
