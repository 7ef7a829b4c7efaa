"""How gunicorn serves the site; every value comes from symbiosis/settings.py.

Behind a proxy: let it end HTTPS and set X-Forwarded-For and X-Forwarded-Proto, set TRUSTED_PROXIES to the
number of proxies, and BASE_URL to the public https address. HOST stays 127.0.0.1 when the proxy runs on the
same machine.
"""

from __future__ import annotations

from pathlib import Path

from symbiosis.settings import Settings

_settings = Settings.from_environment()

wsgi_app = "wsgi:app"
bind = [f"{_settings.host}:{_settings.port}"]
worker_class = "gthread"
workers = _settings.web_workers
threads = _settings.web_threads
preload_app = False  # a driver belongs to one process: each worker makes its own after the fork
timeout = 60
graceful_timeout = 10
keepalive = 5
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 (the kernel's own)
accesslog = None  # the application logs requests itself, with their ids
loglevel = "warning"
control_socket_disable = True
