"""From answers and outcomes to labels: what a pair turned out to be worth, and of which evidence that tells.

A pair that was not shown, not opened or not answered has no label: it is unknown, never a no.
Source of the rules: docs/explanation/learning.md
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from matching.records import Answer, Answered, Verdict

POSITIVE = 2
"""Labels from here on say that the pair was worth contacting."""

UNFIT, TOO_DEAR, AGREED, WORKED_ON, HAPPENED = range(5)

ALL = None
SPEAKS_OF: Mapping[str, tuple[int, tuple[str, ...] | None]] = {
    "quality": (UNFIT, ALL),
    "law": (UNFIT, ALL),
    "price": (TOO_DEAR, ("distance",)),
    "distance": (TOO_DEAR, ("distance",)),
    "quantity": (TOO_DEAR, ("quantity", "timing")),
}
"""Why not -> label, and the evidence of which it says something. Who is too dear or too far does not say that
the material was wrong. `trust`, `already` (we have a solution) and `other` say nothing of any evidence and
give no label.
"""

OUTSET = "idea"
"""The stage in which an exchange opens; any later one says that people work on it."""

MOST_FOR_SELDOM = 5.0
"""What was shown seldom counts by one over how likely it was to be shown, at most so much."""

MOST_OF_A_FIRM = 10.0
"""The rows of one firm weigh together no more than so many: who answers much does not decide for all."""


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled pair. `values`: the evidence as shown, None = unknown; `speaks_of`: the evidence that may
    learn from it, None = all; `weight`: in (0, 5]; `probability`, `propensity`: as shown.
    """

    output_id: str
    need_id: str
    firm_ids: tuple[str, str]
    values: Mapping[str, float | None]
    label: int
    decided_at: datetime
    speaks_of: tuple[str, ...] | None = None
    weight: float = 1.0
    probability: float | None = None
    propensity: float | None = None

    @property
    def is_positive(self) -> bool:
        return self.label >= POSITIVE


@dataclass(frozen=True, slots=True)
class Labels:
    """`rows` by ids of output and need; `dropped`: why other answered pairs have no label -> how many."""

    rows: tuple[Row, ...]
    dropped: Mapping[str, int]


def labels(answered: Iterable[Answered], names: Sequence[str]) -> Labels:
    """The labels that answers and outcomes give.

    Args:
        answered: pairs with the latest answer of each side; pairs without any answer never come here.
        names: of the evidence there is now. What else was shown is left out, what was not shown is unknown.
    Returns:
        One row for a pair. `dropped` counts `demonstration`, `later`, `waiting` (only one side said yes),
        `no_label` (a reason that says nothing of the evidence), `disputed` (only one side says that it
        happened) and `not_kept` (nothing was kept of what was shown).
    """
    rows: list[Row] = []
    dropped: Counter[str] = Counter()
    for pair in sorted(answered, key=lambda pair: (pair.output_id, pair.need_id)):
        found = _row(pair, names)
        if isinstance(found, Row):
            rows.append(found)
        else:
            dropped[found] += 1
    return Labels(_weighed(rows), dict(sorted(dropped.items())))


def _row(pair: Answered, names: Sequence[str]) -> Row | str:
    """The row of a pair, or why it has none."""
    if pair.is_demo:
        return "demonstration"
    said = _said(pair)
    if isinstance(said, str):
        return said
    label, answer, reason = said
    if not answer.values:
        return "not_kept"
    return Row(
        output_id=pair.output_id,
        need_id=pair.need_id,
        firm_ids=(pair.output_firm_id, pair.need_firm_id),
        values={name: answer.values.get(name) for name in names},
        label=label,
        decided_at=max([answer.decided_at, *(outcome.recorded_at for outcome in pair.outcomes)]),
        speaks_of=SPEAKS_OF[reason][1] if reason else ALL,
        probability=answer.probability,
        propensity=answer.propensity,
    )


def _said(pair: Answered) -> tuple[int, Answer, str | None] | str:
    """Label, the answer that gave it and its reason; or why there is no label."""
    last = max(pair.answers, key=lambda answer: (answer.decided_at, answer.side), default=None)
    if last is None:
        return "waiting"
    if pair.stage is not None:
        return _of_exchange(pair, last)
    refusals = [answer for answer in pair.answers if answer.verdict is Verdict.NO]
    if refusals:
        telling = [answer for answer in refusals if answer.reason in SPEAKS_OF]
        if not telling:
            return "no_label"
        first = min(telling, key=lambda answer: (SPEAKS_OF[answer.reason or ""][0], answer.side))
        return SPEAKS_OF[first.reason or ""][0], first, first.reason
    if any(answer.verdict is Verdict.LATER for answer in pair.answers):
        return "later"
    return "waiting"


def _of_exchange(pair: Answered, last: Answer) -> tuple[int, Answer, str | None] | str:
    """The label of a pair that both sides said yes to: what came of it counts more than the yes."""
    failed = [outcome for outcome in pair.outcomes if not outcome.happened]
    if failed and len(failed) < len(pair.outcomes):
        return "disputed"
    if failed:
        telling = [outcome for outcome in failed if outcome.reason in SPEAKS_OF]
        if not telling:
            return "no_label"
        reason = min(telling, key=lambda said: (SPEAKS_OF[said.reason or ""][0], said.side)).reason or ""
        return SPEAKS_OF[reason][0], last, reason
    if len({outcome.side for outcome in pair.outcomes}) == 2:
        return HAPPENED, last, None
    return (WORKED_ON if pair.outcomes or pair.stage != OUTSET else AGREED), last, None


def _weighed(rows: Sequence[Row]) -> tuple[Row, ...]:
    n_of = Counter(firm_id for row in rows for firm_id in set(row.firm_ids))
    return tuple(
        replace(
            row,
            weight=_for_seldom(row)
            * min(1.0, MOST_OF_A_FIRM / max(n_of[firm_id] for firm_id in row.firm_ids)),
        )
        for row in rows
    )


def _for_seldom(row: Row) -> float:
    """How much a row stands for others that were not shown; what its reader looked for stands for itself."""
    return 1.0 if row.propensity is None else min(MOST_FOR_SELDOM, 1 / max(row.propensity, 1e-6))
