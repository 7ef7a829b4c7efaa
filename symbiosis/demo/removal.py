"""Takes the demonstration region out of the store again, and nothing else."""

from __future__ import annotations

from graph import demo
from symbiosis.demo.logins import password_file
from symbiosis.wiring import Services


def remove(services: Services) -> int:
    """Remove the fictional firms and logins with all that is theirs, matches with real listings too.

    Returns:
        How many nodes were taken out; 0 when there was no demonstration region.
    """
    n_removed = demo.remove_demo(services.store)
    password_file(services.settings).unlink(missing_ok=True)
    return n_removed
