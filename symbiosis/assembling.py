"""The parts of the application, put together once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from flask import Flask, has_request_context
from flask_babel import Babel
from werkzeug.middleware.proxy_fix import ProxyFix

from symbiosis import api, cli, health, logs, pages, sessions
from symbiosis.access import route_allows
from symbiosis.error_handling import init_errors
from symbiosis.rate_limits import init_limits
from symbiosis.security import init_security
from symbiosis.settings import Settings
from symbiosis.web import EXTENSION, utc_now, viewer_if_known
from symbiosis.wiring import Services, build, warm_up

MOST_BYTES = 2 * 1024 * 1024
MOST_FORM_PARTS = 500


def assemble(
    settings: Settings | None, services: Services | None, clock: Callable[[], datetime] | None
) -> Flask:
    """See `symbiosis.create_app`."""
    if settings is None:
        settings = services.settings if services else Settings.from_environment()
    logs.configure(settings.log_level)
    app = Flask("symbiosis")
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SESSION_COOKIE_NAME="symbiosis_session",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.cookie_secure,
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=sessions.LONGEST,
        MAX_CONTENT_LENGTH=MOST_BYTES,
        MAX_FORM_PARTS=MOST_FORM_PARTS,
        WTF_CSRF_TIME_LIMIT=int(sessions.IDLE.total_seconds()),
        BABEL_DEFAULT_LOCALE=settings.languages[0],
        BABEL_DEFAULT_TIMEZONE="Asia/Tbilisi",
        LANGUAGES=settings.languages,
        CLOCK=clock or utc_now,
    )
    if settings.trusted_proxies:
        n = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=n, x_proto=n, x_host=n)  # type: ignore[method-assign]
    if services is None:
        services = build(settings)
        warm_up(services)
    app.extensions[EXTENSION] = services
    Babel(app, locale_selector=_language)
    logs.init_logs(app)
    init_errors(app)
    init_security(app)
    init_limits(app)
    app.register_blueprint(health.blueprint)
    app.register_blueprint(pages.blueprint)
    api.init_api(app)
    cli.init_commands(app)
    app.view_functions["static"] = route_allows("anyone")(app.view_functions["static"])
    return app


def _language() -> str | None:
    return viewer_if_known().language if has_request_context() else None
