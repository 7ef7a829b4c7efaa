"""Work that no reader waits for. `python -m symbiosis.jobs` does it for as long as the program runs."""

from __future__ import annotations
