"""What a WSGI server runs: `gunicorn wsgi:app`, settings from the environment."""

from __future__ import annotations

from symbiosis import create_app

app = create_app()
