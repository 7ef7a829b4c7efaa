"""The Flask application: wires matching and graph, speaks HTTP and to people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from flask import Flask

if TYPE_CHECKING:
    from symbiosis.settings import Settings
    from symbiosis.wiring import Services


def create_app(
    settings: Settings | None = None,
    services: Services | None = None,
    *,
    clock: Callable[[], datetime] | None = None,
) -> Flask:
    """The application, ready to serve.

    Args:
        settings: read from the environment when left out.
        services: built from the settings when left out; a process that forks must build its own afterwards.
        clock: gives the time in UTC; tests set it.
    """
    from symbiosis import assembling  # noqa: PLC0415 (jobs and tools import this package without Flask's parts)

    return assembling.assemble(settings, services, clock)
