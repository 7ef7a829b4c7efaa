"""Labelled pairs for tests, the same in every run."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from matching.evidence.kinds import NAMES
from matching.labels import Labels, Row
from matching.records import Answer, Answered, Side, Verdict
from matching.training import probability
from matching.weighing import Weights

NOW = datetime(2026, 9, 15, 9, 30, tzinfo=UTC)
DEFAULTS = Weights.read(NAMES)
SHOWN: dict[str, float | None] = {"material": 0.4, "pathway": 0.6, "distance": 0.8, "quantity": None}


def an_answer(side: Side = Side.OUTPUT, verdict: Verdict = Verdict.YES, **changes: Any) -> Answer:
    """One side's yes to what was shown; `changes` are fields of Answer."""
    chosen: dict[str, Any] = {"decided_at": NOW, "values": SHOWN, "probability": 0.4}
    return Answer(side, verdict, **{**chosen, **changes})


def answered(*answers: Answer, **changes: Any) -> Answered:
    """A pair with these answers; `changes` are fields of Answered."""
    chosen: dict[str, Any] = {
        "output_id": "an-output",
        "need_id": "a-need",
        "output_firm_id": "giver",
        "need_firm_id": "taker",
    }
    return Answered(answers=answers, **{**chosen, **changes})


def a_row(number: int, *, positive: bool, n_firms: int = 12, **changes: Any) -> Row:
    """A labelled pair of two of `n_firms` givers and takers; `changes` are fields of Row."""
    chosen: dict[str, Any] = {
        "output_id": f"o{number:04}",
        "need_id": f"n{number:04}",
        "firm_ids": (f"giver{number % n_firms}", f"taker{number % n_firms}"),
        "values": dict.fromkeys(NAMES),
        "label": 2 if positive else 0,
        "decided_at": NOW + timedelta(hours=number),
        "probability": 0.3,
    }
    return Row(**{**chosen, **changes})


def spread_values(number: int) -> dict[str, float | None]:
    """Evidence that varies from pair to pair, each kind in its own step, so that none is another's twin."""
    steps = (7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53)
    return {name: (number * step % 101) / 100 for name, step in zip(NAMES, steps, strict=False)}


def as_the_weights_say(n: int, weights: Weights = DEFAULTS, **changes: Any) -> Labels:
    """Pairs whose labels come as often as the weights say."""
    chance = Random(7)
    rows = []
    for number in range(n):
        values = spread_values(number)
        positive = chance.random() < probability(values, weights)
        rows.append(a_row(number, positive=positive, values=values, **changes))
    return Labels(tuple(rows), {})
