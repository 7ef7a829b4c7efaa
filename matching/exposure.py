"""Which pairs are shown first, so that no receiver is flooded and no giver is left without any.

A likely receiver would otherwise stand first on every list, be written to by everybody, and answer nobody. So
what is pushed is decided for all givers together, as a transport problem. What is left over is not hidden: it
stands behind the pushed ones. Source: docs/explanation/showing.md
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from matching.exploring import Drawn, draw
from matching.transport import Route, taken_of

PUSHED = 5
"""So many pairs of an output are shown first, one of them to explore."""

WINDOW_DAYS = 28
"""For so long a pair keeps its place, and the budgets below hold."""

MOST_EXPECTED = 3.0
"""Acceptances that may be expected at one receiver in that time."""

MOST_OF_DEMAND = 1.5
"""Tonnes that may be expected for a need, in parts of what it still lacks."""

NEARLY = 0.5
"""No output is shown only pairs less likely than this part of its likeliest, whatever the budgets."""

_STAYING_IS_WORTH = 1.1
_WHOLE = 1 - 1e-6

Slot = Literal["best", "exploring", "further"]
SLOTS: tuple[Slot, ...] = get_args(Slot)
"""In the order in which their pairs stand before a reader."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair that may be pushed. `receiver_id`: the firm that seeks. `spread`: standard deviation of `score`.

    `tonnes`: what would be exchanged in a year, `lacking`: what the need still lacks; None where unknown.
    `said_yes`: a side waits for the other; then it is shown first whatever else. `is_held`: it was shown
    first in this window already.
    """

    match_id: str
    output_id: str
    need_id: str
    receiver_id: str
    probability: float
    score: float
    spread: float
    tonnes: float | None = None
    lacking: float | None = None
    said_yes: Literal["giver", "taker"] | None = None
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pair stands. `propensity`: how likely it was to be put there; None for what is not pushed."""

    match_id: str
    slot: Slot
    propensity: float | None


@dataclass(frozen=True, slots=True)
class Plan:
    """Places by id of the match. `gini`: how unequal the acceptances are that receivers may expect, 0 to 1.

    `n_over`: pairs pushed beyond a budget, because the output had none nearly as likely.
    """

    places: tuple[Place, ...]
    n_outputs: int
    n_outputs_pushed: int
    n_over: int
    gini: float


def plan(pairs: Iterable[Pair], window: int) -> Plan:
    """Which pairs are shown first.

    Args:
        pairs: of all firms, in any order: those that nobody refused or put off.
        window: number of the four weeks; within one the same pairs explore.
    Returns:
        At most five pushed pairs of an output beside those that somebody said yes to, and at least one that
        is nearly as likely as its likeliest. The budgets of receivers and needs hold but for that one.
    """
    ordered = sorted(pairs, key=lambda pair: (-pair.probability, pair.match_id))
    room = _Room(ordered)
    best = {pair.match_id for pair in ordered if pair.said_yes}
    free = [pair for pair in ordered if not pair.said_yes]
    best |= _best(free, room)
    over = _good_for_everybody(ordered, best, room)
    full = _full(ordered, best)
    rest = [pair for pair in free if pair.match_id not in best and pair.output_id not in full]
    drawn = _exploring(rest, room, window)
    places = [
        Place(pair.match_id, "best", 1.0)
        if pair.match_id in best
        else Place(pair.match_id, "exploring", drawn[pair.match_id].propensity)
        if pair.match_id in drawn
        else Place(pair.match_id, "further", None)
        for pair in sorted(ordered, key=lambda pair: pair.match_id)
    ]
    pushed = [pair for pair in ordered if pair.match_id in best or pair.match_id in drawn]
    return Plan(
        places=tuple(places),
        n_outputs=len({pair.output_id for pair in ordered}),
        n_outputs_pushed=len({pair.output_id for pair in pushed}),
        n_over=len(over),
        gini=exposure_gini(ordered, {pair.match_id for pair in pushed}),
    )


def exposure_gini(pairs: Iterable[Pair], pushed: set[str]) -> float:
    """How unequal the acceptances are that receivers may expect of what is pushed."""
    expected: dict[str, float] = defaultdict(float)
    for pair in pairs:
        expected[pair.receiver_id] += pair.probability if pair.match_id in pushed else 0.0
    return gini(list(expected.values()))


def gini(values: Sequence[float]) -> float:
    """The Gini coefficient: 0 where all have the same, near 1 where one has all; 0 of nothing."""
    total = sum(values)
    if total <= 0:
        return 0.0
    weighed = sum((2 * rank - len(values) - 1) * value for rank, value in enumerate(sorted(values), start=1))
    return round(weighed / (len(values) * total), 4)


class _Room:
    """What the budgets of receivers and needs still hold."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self.of_receiver = {pair.receiver_id: MOST_EXPECTED for pair in pairs}
        self.of_need = {
            pair.need_id: MOST_OF_DEMAND * max(pair.lacking, 0.0)
            for pair in pairs
            if pair.lacking is not None
        }
        for pair in pairs:
            if pair.said_yes == "giver":
                self.of_receiver[pair.receiver_id] = max(0.0, self.of_receiver[pair.receiver_id] - 1.0)
        self._waited_for = {id for id, room in self.of_receiver.items() if room <= 0}

    def is_a_chance(self, pair: Pair) -> bool:
        """Whether the receiver still lacks something and has not as many waiting as it may have."""
        lacks = pair.lacking is None or pair.lacking > 0
        return lacks and pair.receiver_id not in self._waited_for

    def holds(self, pair: Pair) -> bool:
        tonnes = expected_tonnes(pair)
        fits = pair.probability <= self.of_receiver[pair.receiver_id] + 1e-9
        return fits and (tonnes is None or tonnes <= self.of_need[pair.need_id] + 1e-9)

    def take(self, pair: Pair) -> None:
        self.of_receiver[pair.receiver_id] -= pair.probability
        tonnes = expected_tonnes(pair)
        if tonnes is not None:
            self.of_need[pair.need_id] -= tonnes


def expected_tonnes(pair: Pair) -> float | None:
    """Tonnes a year times how likely they are; None where either amount is unknown."""
    return None if pair.tonnes is None or pair.lacking is None else pair.probability * pair.tonnes


def _best(pairs: Sequence[Pair], room: _Room) -> set[str]:
    """The pairs that are pushed as the best: the transport problem, rounded without breaking a budget."""
    shares = taken_of(_routes(pairs), room.of_receiver, room.of_need, PUSHED - 1)
    order = sorted(range(len(pairs)), key=lambda i: (-round(float(shares[i]), 6), i))
    taken: set[str] = set()
    n_of: dict[str, int] = defaultdict(int)
    for is_whole in (True, False):
        for i in order:
            pair = pairs[i]
            if pair.match_id in taken or (is_whole and shares[i] < _WHOLE):
                continue
            if n_of[pair.output_id] < PUSHED - 1 and room.holds(pair):
                room.take(pair)
                taken.add(pair.match_id)
                n_of[pair.output_id] += 1
    return taken


def _routes(pairs: Sequence[Pair]) -> list[Route]:
    """The pairs as the transport problem sees them.

    Of equally likely pairs the earlier one is worth a trifle more, so that there is one answer.
    """
    trifle = 1e-6 / max(len(pairs), 1)
    return [
        Route(
            output_id=pair.output_id,
            receiver_id=pair.receiver_id,
            need_id=pair.need_id,
            worth=pair.probability * (_STAYING_IS_WORTH if pair.is_held else 1.0) * (1 - trifle * i),
            probability=pair.probability,
            tonnes=expected_tonnes(pair),
        )
        for i, pair in enumerate(pairs)
    ]


def _good_for_everybody(pairs: Sequence[Pair], best: set[str], room: _Room) -> set[str]:
    """Adds to `best` one pair of each output that has none nearly as likely as its likeliest.

    Of those that are, the one by which a budget is broken least. Who has all that is sought, or as many
    acceptances waiting as may be, is no chance, and comes only where there is no other pair at all.

    Returns:
        The pairs that break one.
    """
    of_output: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        of_output[pair.output_id].append(pair)
    over: set[str] = set()
    for output in sorted(of_output):
        mine = of_output[output]
        chances = [pair for pair in mine if pair.match_id in best or room.is_a_chance(pair)] or mine
        enough = NEARLY * max(pair.probability for pair in chances)
        good = [pair for pair in chances if pair.probability >= enough]
        if any(pair.match_id in best for pair in good):
            continue
        chosen = max(good, key=lambda pair: room.of_receiver[pair.receiver_id] - pair.probability)
        if not room.holds(chosen):
            over.add(chosen.match_id)
        room.take(chosen)
        best.add(chosen.match_id)
    return over


def _full(pairs: Sequence[Pair], best: set[str]) -> set[str]:
    """The outputs whose places are all taken by what is best, so that none is left to explore."""
    n_of = Counter(pair.output_id for pair in pairs if pair.match_id in best and not pair.said_yes)
    return {output for output, n in n_of.items() if n >= PUSHED}


def _exploring(pairs: Sequence[Pair], room: _Room, window: int) -> dict[str, Drawn]:
    """One pair for each output that has further ones, drawn by how likely it is to be the best after all."""
    of_output: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        of_output[pair.output_id].append(pair)
    found: dict[str, Drawn] = {}
    for output in sorted(of_output):
        fitting = [pair for pair in of_output[output] if room.holds(pair)]
        if fitting:
            drawn = draw([(pair.match_id, pair.score, pair.spread) for pair in fitting], f"{output}:{window}")
            found[drawn.id] = drawn
            room.take(next(pair for pair in fitting if pair.match_id == drawn.id))
    return found
