"""Mixtures of few outputs that meet the limits of a need, where none of them is enough alone.

Never to dilute what harms: hazardous outputs take no part, and of what does harm each output must keep the
limit by itself. Source: Directive 2008/98/EC, Article 18 (rule `eu-no-mixing`), Waste Management Code of
Georgia, Article 39 (rule `ge-hazardous-no-mixing`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from scipy.optimize import LinearConstraint, milp

from matching.distance import ALL_MONTHS, road_km
from matching.gates.parties import are_apart
from matching.gates.specification import asked_by
from matching.hazard import Hazard, hazard_of
from matching.pools.records import Share, open_questions, tonnes_of
from matching.ranker import Ranker
from matching.reading import Reading
from matching.records import GateResult, Listing, Match
from matching.reference_records import Limit
from matching.stated import stated_in

SUPPLIERS = 3
"""More firms than this are not brought to one table."""

ENOUGH = 0.8
"""A single output that covers this share of the need and keeps its limits needs no others beside it."""

HARMFUL = frozenset(
    (
        *("pcb", "mercury", "chromium-six", "arsenic", "cadmium", "lead", "copper", "zinc", "heavy-metals"),
        *("hydrocarbons", "pvc", "age", "ph"),
    )
)
"""Of these nothing is made good by mixing: what harms is diluted and still there, and neither age nor acidity
is a mean."""


@dataclass(frozen=True, slots=True)
class Blend:
    """Shares of a mixture, the largest first. `tonnes`: in a year; `covers`: this share of what is needed.

    `reached`: the limits of the need with what the mixture comes to. `questions`: to be answered first.
    """

    need_id: str
    tonnes: float
    covers: float
    shares: tuple[Share, ...]
    reached: tuple[tuple[Limit, float], ...]
    questions: tuple[GateResult, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """An output that may be mixed. `values`: of each limit, the end of what is told that is worse for it."""

    output: Reading
    tonnes: float
    km: float
    values: tuple[float, ...]
    gates: tuple[GateResult, ...]


def blend_for(
    need: Listing, outputs: Sequence[Listing], ranker: Ranker, *, today: date | None = None
) -> Blend | None:
    """The mixture of at most three outputs that gives a need most within its limits, over the shortest ways.

    Limits are those that the text of the need states. An output takes part only if its text tells a figure
    for every one of them, it is surely not hazardous, and no gate refuses it alone, but for a limit that the
    mixture meets.

    Returns:
        None where the need states no limit or amount, one output alone is enough, or no mixture is possible.
    """
    theirs = ranker.reading(need)
    wanted, limits = tonnes_of(theirs), asked_by(theirs, ranker.book)
    if not wanted or not limits:
        return None
    found = [_part(output, theirs, limits, ranker, today) for output in outputs]
    parts = sorted(_not_apart(one for one in found if one), key=lambda one: one.output.listing.id)
    if any(part.tonnes >= ENOUGH * wanted and _keeps(part, limits) for part in parts):
        return None
    if not any(_keeps(part, limits) for part in parts):
        return None
    amounts = _mixed(parts, limits, wanted)
    if amounts is None:
        return None
    used = [(part, tonnes) for part, tonnes in zip(parts, amounts, strict=True) if tonnes > 0]
    if len(used) < 2:
        return None
    total = round(sum(tonnes for _, tonnes in used), 4)
    return Blend(
        need_id=need.id,
        tonnes=total,
        covers=round(total / wanted, 4),
        shares=tuple(
            Share(part.output.listing.id, tonnes, part.km)
            for part, tonnes in sorted(used, key=lambda one: (-one[1], one[0].output.listing.id))
        ),
        reached=tuple(
            (limit, round(sum(tonnes * part.values[place] for part, tonnes in used) / total, 3))
            for place, limit in enumerate(limits)
        ),
        questions=open_questions(tuple(part.gates for part, _ in used)),
    )


def _not_apart(parts: Iterable[_Part]) -> list[_Part]:
    """The parts without those whose firm is kept apart from that of a nearer one."""
    kept: list[_Part] = []
    for part in sorted(parts, key=lambda one: (one.km, one.output.listing.id)):
        if not any(are_apart(part.output.listing, one.output.listing) for one in kept):
            kept.append(part)
    return kept


def _part(
    output: Listing, need: Reading, limits: Sequence[Limit], ranker: Ranker, today: date | None
) -> _Part | None:
    mine = ranker.reading(output)
    tonnes = tonnes_of(mine)
    told = {one.property_id: one for one in stated_in(output.text, ranker.book)}
    if not tonnes or hazard_of(mine, ranker.book) is not Hazard.NO:
        return None
    if any(limit.property_id not in told for limit in limits):
        return None
    values = tuple(
        told[limit.property_id].high if limit.bound == "most" else told[limit.property_id].low
        for limit in limits
    )
    km = road_km(output.place, need.listing.place, ranker.book, output.season_months or ALL_MONTHS)
    match = ranker.compare(output, need.listing, today=today) if km is not None else None
    if km is None or not isinstance(match, Match):
        return None
    gates = tuple(gate for gate in match.gates if gate.name not in {"lot", "specification"})
    part = _Part(mine, tonnes, km, values, gates)
    harmless = all(
        _is_kept(limit, value)
        for limit, value in zip(limits, values, strict=True)
        if limit.property_id in HARMFUL
    )
    return part if harmless else None


def _keeps(part: _Part, limits: Sequence[Limit]) -> bool:
    return all(_is_kept(limit, value) for limit, value in zip(limits, part.values, strict=True))


def _is_kept(limit: Limit, value: float) -> bool:
    return value <= limit.value if limit.bound == "most" else value >= limit.value


def _mixed(parts: Sequence[_Part], limits: Sequence[Limit], wanted: float) -> list[float] | None:
    """Tonnes of each part: first as much as possible, then over the fewest tonne-kilometres.

    A mixed-integer programme, solved exactly: an amount and a yes or no for each part, at most three yes.
    """
    n = len(parts)
    q = np.array([part.tonnes for part in parts])
    km = np.array([part.km for part in parts])
    none, each = np.zeros(n), np.eye(n)
    rules = [
        LinearConstraint(np.hstack([each, -np.diag(q)]), ub=0.0),
        LinearConstraint(np.hstack([none, np.ones(n)])[None, :], ub=SUPPLIERS),
        LinearConstraint(np.hstack([np.ones(n), none])[None, :], ub=wanted),
    ]
    for place, limit in enumerate(limits):
        over = np.array([part.values[place] - limit.value for part in parts])
        sign = 1.0 if limit.bound == "most" else -1.0
        rules.append(LinearConstraint(np.hstack([sign * over, none])[None, :], ub=0.0))
    whole = np.hstack([none, np.ones(n)])
    bounds = (np.zeros(2 * n), np.hstack([q, np.ones(n)]))
    most = milp(np.hstack([-np.ones(n), none]), integrality=whole, bounds=bounds, constraints=rules)
    if most.x is None or -most.fun < _LEAST:
        return None
    as_much = LinearConstraint(np.hstack([np.ones(n), none])[None, :], lb=-most.fun * (1 - 1e-7))
    best = milp(np.hstack([km, none]), integrality=whole, bounds=bounds, constraints=[*rules, as_much])
    chosen = most.x if best.x is None else best.x
    return [round(float(tonnes), 4) if tonnes > _LEAST else 0.0 for tonnes in chosen[:n]]


_LEAST = 1e-3
"""Tonnes below which an amount of the solution is none."""
