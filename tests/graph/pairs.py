"""Two firms whose listings were matched."""

from __future__ import annotations

from typing import Any

from graph import matches
from graph.records import Exchange
from graph.store import Store
from matching.records import Side, Verdict
from tests.graph.builders import NOW, Enrolled, a_decision, a_match, enrol, posted


class Pair:
    """An output and a need of two firms, and the match between them."""

    def __init__(self, store: Store, **match: Any) -> None:
        self.store = store
        self.giver, self.taker = enrol(store), enrol(store, municipality="batumi")
        self.output_id = posted(store, self.giver)
        self.need_id = posted(store, self.taker, Side.NEED)
        self.ranked = a_match(self.output_id, self.need_id, **match)
        matches.replace_for(store, self.output_id, [self.ranked], "1", NOW)
        (self.match,) = matches.all_matches(store)

    def decide(self, side: Side, verdict: Verdict = Verdict.YES, **changes: Any) -> Exchange | None:
        by = self.giver if side is Side.OUTPUT else self.taker
        return matches.decide(self.store, a_decision(self.match.id, side, by, verdict, **changes))

    def seen_by(self, enrolled: Enrolled) -> list[str]:
        return [match.id for match in matches.of_firm(self.store, enrolled.firm.id, NOW)]
