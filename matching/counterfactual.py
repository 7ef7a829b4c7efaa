"""What one statement more would change about a pair: found by ranking the pair again, so that it is true.

Whoever makes exactly the change and ranks again gets exactly the score, the probability and the gates that
are told here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from matching.proposals import ONLY_TO_SETTLE, Change, changed, proposals
from matching.ranker import Ranker
from matching.records import Listing, Match, Side

LEAST_RISE = 0.01
"""A probability that rises by less than one in a hundred is not worth a person's time."""

MOST_FALL = 0.02
"""A settled question is worth so much less of likeness: more words make a text less like the other."""

MOST = 2


@dataclass(frozen=True, slots=True)
class Counterfactual:
    """A change, and the pair as it would be. `settles`: the gates that ask now and would pass then."""

    change: Change
    before: Match
    after: Match
    settles: tuple[str, ...]

    @property
    def rise(self) -> float:
        """By how much the probability would be higher."""
        return self.after.probability - self.before.probability


def counterfactuals(
    output: Listing, need: Listing, ranker: Ranker, *, today: date | None = None
) -> tuple[Counterfactual, ...]:
    """Every single change that would settle a question or raise the probability, and raises no new question.

    Returns:
        In the order of `useful`; nothing for a pair that is no match.
    """
    before = ranker.compare(output, need, today=today)
    if not isinstance(before, Match):
        return ()
    readings = ranker.reading(output), ranker.reading(need)
    found = []
    for change in proposals(*readings, before.gates, ranker.book, ranker.synonyms):
        after = ranker.compare(changed(output, change), changed(need, change), today=today)
        if isinstance(after, Match):
            one = Counterfactual(change, before, after, _settled(before, after))
            if _is_useful(one):
                found.append(one)
    return tuple(sorted(found, key=_order))


def best(found: Sequence[Counterfactual], side: Side, most: int = MOST) -> tuple[Counterfactual, ...]:
    """The most useful changes that one side could make: what settles a question, then what raises most."""
    mine = [one for one in found if one.change.side is side]
    settling = [one for one in mine if one.settles][:1]
    raising = sorted((one for one in mine if one not in settling and one.rise >= LEAST_RISE), key=_by_rise)
    return (*settling, *raising)[:most]


def _settled(before: Match, after: Match) -> tuple[str, ...]:
    open_now = {gate.name for gate in before.gates if gate.result == "unknown"}
    return tuple(gate.name for gate in after.gates if gate.name in open_now and gate.result == "pass")


def _is_useful(one: Counterfactual) -> bool:
    asked = {gate.name for gate in one.before.gates if gate.result == "unknown"}
    asks_anew = any(gate.result == "unknown" and gate.name not in asked for gate in one.after.gates)
    if asks_anew:
        return False
    if one.settles:
        return one.rise >= -MOST_FALL
    return one.change.input not in ONLY_TO_SETTLE and one.rise >= LEAST_RISE


def _order(one: Counterfactual) -> tuple[int, float, str, str]:
    return (-len(one.settles), *_by_rise(one))


def _by_rise(one: Counterfactual) -> tuple[float, str, str]:
    return (-one.after.probability, one.change.side.value, one.change.input)
