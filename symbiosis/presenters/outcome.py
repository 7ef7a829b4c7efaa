"""What came of an exchange, as each side tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from matching.records import Side
from symbiosis.presenters import numbers, words
from symbiosis.presenters.saying import gettext as _
from symbiosis.views import OutcomeView

HAPPENED: Mapping[str, object] = {"yes": _l("Yes, it happened"), "no": _l("No, nothing came of it")}
TOLD_BY: Mapping[str, object] = {"output": _l("The giver"), "need": _l("The taker")}


@dataclass(frozen=True, slots=True)
class Said:
    """One side's word: who, when, whether it happened, and the lines below it (label, text)."""

    who: str
    when: str
    happened: bool
    facts: tuple[tuple[str, str], ...]


def presented(said: OutcomeView, lang: str, mine: Side | None) -> Said:
    """The latest word of a side; `mine`: the reader's."""
    reason = str(words.REASONS[said.reason]) if said.reason else None
    facts = (
        (_("Moved"), f"{numbers.amount(said.tonnes, lang)} {_('t')}" if said.tonnes is not None else None),
        (_("First load"), numbers.day(said.happened_on, lang) if said.happened_on else None),
        (_("Cost for this side"), numbers.money(said.cost_gel, lang) if said.cost_gel is not None else None),
        (_("Why not"), reason),
        (_("Note"), said.note),
    )
    return Said(
        who=_("Your firm") if said.side is mine else str(TOLD_BY[said.side.value]),
        when=numbers.moment(said.recorded_at, lang),
        happened=said.happened,
        facts=tuple((label, text) for label, text in facts if text is not None),
    )
