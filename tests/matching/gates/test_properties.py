"""What holds of all gates: silence never helps, and no gate remembers the pair before."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from matching.gates import pass_through
from matching.reading import read
from matching.records import GateResult, Listing, Place, Quantity
from matching.reference_book import default_book
from tests.matching.builders import a_need, an_output

WORTH = {"pass": 0, "unknown": 1, "fail": 2}
OUTPUTS = (
    an_output("Coal fly ash", ewc_code="100102"),
    an_output("Fly ash with heavy metals", ewc_code="190113", hazardous=True),
    an_output("Sawdust, moisture 50 %", ewc_code="030105", hazardous=False, tonnes_per_year=8.0),
    an_output("ნახმარი ძრავის ზეთი", hazardous=True, quantity=Quantity(3, "t", "year")),
    an_output("Hot water 45 °C", kind="energy", place=Place("telavi")),
)
NEEDS = (
    a_need("Mineral filler for asphalt, from 20 t", hazardous=False),
    a_need("Raw material for pellets, dry, moisture below 15 %, at least 20 t", hazardous=True),
    a_need("Space heating, at least 70 °C", kind="energy", place=Place("telavi")),
    a_need("Animal feed", hazardous=True, nace="01.41"),
)
SILENCES: dict[str, Any] = {
    "hazardous": None,
    "tonnes_per_year": None,
    "quantity": None,
    "place": Place(),
    "nace": None,
    "firm_id": None,
}


def _judged(output: Listing, need: Listing) -> tuple[GateResult, ...]:
    book = default_book()
    return pass_through(read(output, book), read(need, book), book, None)


@pytest.mark.parametrize(("output", "need"), list(product(OUTPUTS, NEEDS)))
def test_a_field_left_out_never_turns_a_question_into_a_pass(output: Listing, need: Listing) -> None:
    told = _judged(output, need)
    for field, silence in SILENCES.items():
        for silent in (
            _judged(replace(output, **{field: silence}), need),
            _judged(output, replace(need, **{field: silence})),
        ):
            worst = max(WORTH[gate.result] for gate in silent)
            assert worst >= min(1, max(WORTH[gate.result] for gate in told)), field


def test_the_order_in_which_pairs_are_judged_changes_nothing() -> None:
    pairs = list(product(OUTPUTS, NEEDS))
    forth = {(one.text, other.text): _judged(one, other) for one, other in pairs}
    back = {(one.text, other.text): _judged(one, other) for one, other in reversed(pairs)}
    assert forth == back
