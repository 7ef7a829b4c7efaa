"""Rules of law as they stand, and what administrators changed of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from matching.reference.rules import Rule


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule as it stands. `in_file`: as the reference files have it, where that is not the same."""

    rule: Rule
    in_file: Rule | None


@dataclass(frozen=True, slots=True)
class RuleChangeView:
    """One change. `fields`: by name, (before, after) as plain values. `by`: None for a former user."""

    number: int
    changed_at: datetime
    by: str | None
    fields: Mapping[str, tuple[str | bool | None, str | bool | None]]


@dataclass(frozen=True, slots=True)
class RuleHistory:
    """A rule with all that was changed of it, newest first."""

    rule: RuleView
    changes: tuple[RuleChangeView, ...]

    @property
    def number(self) -> int:
        """Of the latest change; 0 without any."""
        return self.changes[0].number if self.changes else 0
