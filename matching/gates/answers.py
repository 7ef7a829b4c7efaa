"""What the gates have in common: their shape, and how they answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

from matching.reading import Reading
from matching.records import GateResult
from matching.reference_book import ReferenceBook

SURE = 0.6
"""From this confidence on, what a text says is taken as said when a rule depends on it."""

Gate = Callable[[Reading, Reading, ReferenceBook, date | None], GateResult]


@cache
def passed(name: str) -> GateResult:
    """Nothing stands in the way."""
    return GateResult(name, "pass")


@cache
def asked(name: str, question: str) -> GateResult:
    """Nobody knows yet; `question` is the key of what to ask."""
    return GateResult(name, "unknown", question=question)


@cache
def refused(name: str, reason: str) -> GateResult:
    """The pair is ruled out; `reason` is the key of why."""
    return GateResult(name, "fail", reason=reason)
