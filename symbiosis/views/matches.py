"""Ranked pairs with their reasons, and the answers to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from matching.exposure import Slot
from matching.records import Side, Verdict
from symbiosis.views.listings import CounterpartView, ListingView
from symbiosis.views.worth import WorthView


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One reason in log-odds; `value` None = could not be known, contributes 0."""

    name: str
    value: float | None
    contribution: float


@dataclass(frozen=True, slots=True)
class GateView:
    name: str
    result: Literal["pass", "unknown"]
    question: str | None


@dataclass(frozen=True, slots=True)
class PathwayView:
    """The documented way from material to use. Ids of the reference book; `use_id` None = the material
    itself.
    """

    material_id: str
    process_id: str | None
    use_id: str | None
    strength: str
    pathway_id: str | None


@dataclass(frozen=True, slots=True)
class WhatIfView:
    """One thing that the owner of a listing of the pair could state or change, and the pair as it would be.

    `input`, `about`, `words` as in `matching.proposals.Change`; `fields`: of the listing, as they would be.
    `settles`: the gates that ask now and would pass.
    """

    side: Side
    input: str
    fields: Mapping[str, Any]
    about: str
    words: str
    score: float
    probability: float
    gates: tuple[GateView, ...]
    settles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EarlierView:
    """An exchange between the same two firms, opened from another match."""

    exchange_id: str
    stage: str
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class MatchView:
    """A ranked pair. A business reads it from its own side: `mine`, `other`; for a coordinator both are
    there too.

    `my_side` is None for a coordinator: then `mine` is the output and `other` the need.
    `distance_km` is measured between areas of about five kilometres, never between pins.
    `my_yes_lapsed`: the other listing was edited after the reader's yes, which counts no longer.
    `other_said_yes`: the other side waits for the reader's answer.
    `verdicts`, `lapsed` (output, need) are filled for coordinators only.
    `rule_ids`: rules of law that the exchange would touch, in the order of the reference book.
    `precedent_id`: the documented exchange most like it, None where none is much like it.
    `worth`: where it was asked for; None for what has no worth by the unit.
    `earlier`: for coordinators who look at one pair: what the two firms have with each other already. Firms
    are not told before both said yes: it would name them.
    `what_ifs`: where one pair is asked for: what the reader's own side could still state; for coordinators
    both sides.
    `slot`: `best` and `exploring` are shown first, `further` is not; None: not placed yet. Of the list of an
    output only: who seeks is not flooded by what it reads itself, and reads by fit.
    """

    id: str
    my_side: Side | None
    mine: ListingView | CounterpartView
    other: CounterpartView
    score: float
    probability: float
    evidence: tuple[EvidenceView, ...]
    gates: tuple[GateView, ...]
    pathway: PathwayView | None
    distance_km: float | None
    ranker_version: str
    computed_at: datetime
    is_current: bool
    my_verdict: Verdict | None
    my_yes_lapsed: bool
    other_said_yes: bool
    exchange_id: str | None
    verdicts: tuple[Verdict | None, Verdict | None] | None = None
    lapsed: tuple[bool, bool] | None = None
    rule_ids: tuple[str, ...] = ()
    precedent_id: str | None = None
    worth: WorthView | None = None
    what_ifs: tuple[WhatIfView, ...] = ()
    earlier: tuple[EarlierView, ...] = ()
    slot: Slot | None = None

    @property
    def output(self) -> ListingView | CounterpartView:
        """What is given, whichever side the reader is on."""
        return self.mine if self.mine.side is Side.OUTPUT else self.other

    @property
    def need(self) -> ListingView | CounterpartView:
        """What is sought, whichever side the reader is on."""
        return self.mine if self.mine.side is Side.NEED else self.other

    @property
    def my_listing_id(self) -> str | None:
        """The reader's own listing; None for a coordinator."""
        return self.mine.id if isinstance(self.mine, ListingView) else None


@dataclass(frozen=True, slots=True)
class ListingMatches:
    """The matches of one listing, best first. `why_none` is a key when there are none: `unverified`,
    `suspended`,
    `paused`, `withdrawn`, `expired`, `not_yet` (ranking is under way), `nothing_fits`."""

    listing: ListingView
    matches: tuple[MatchView, ...]
    why_none: str | None


@dataclass(frozen=True, slots=True)
class ShowingView:
    """How what is shown first is spread. `gini`: 0 where every receiver may expect the same, near 1 where one
    gets all.
    """

    n_outputs: int
    n_outputs_shown: int
    gini: float


@dataclass(frozen=True, slots=True)
class ComparingView:
    """How many listings are still to be compared, and of the others how many wait for their chains.

    `n_failed`: of all these, those that failed a short while ago and are tried again. `is_at_work`: the
    program that does it in the background is there. `n_compared`: with so many it was tried just now.
    """

    n_to_compare: int
    n_to_chain: int
    n_failed: int
    is_at_work: bool
    n_compared: int = 0


@dataclass(frozen=True, slots=True)
class DecisionView:
    """An answer just given. `exchange_id` is there when both sides have now said yes."""

    match_id: str
    verdict: Verdict
    exchange_id: str | None
