"""On documented exchanges no gate may refuse the documented pair, and the ranker must beat words alone.

The practice exchanges lie beside the repository, not in it; without them there is nothing to test here.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from matching import fields
from matching.gates import pass_through
from matching.ranker import Ranker
from matching.reading import read
from matching.records import Listing, Side
from matching.reference_book import default_book

PRACTICE = Path(__file__).resolve().parents[3] / "shared" / "benchmark" / "practice.jsonl"
ROWS: list[dict[str, Any]] = (
    [json.loads(line) for line in PRACTICE.read_text(encoding="utf-8").splitlines()]
    if PRACTICE.is_file()
    else []
)


def _listing(row: dict[str, Any], side: Side, *, georgian: bool = False) -> Listing:
    text = row[f"{side.value}_text_ka" if georgian else f"{side.value}_text"]
    raw: dict[str, Any] = {"id": row["id"], "text": text, "kind": row["flow_type"]}
    raw["nace"] = row["donor_nace" if side is Side.OUTPUT else "receiver_nace"]
    if side is Side.OUTPUT:
        raw |= {"ewc_code": row["output_ewc"], "tonnes_per_year": row["quantity_t_per_year"]}
    return fields.listing(raw, side, default_book())


@pytest.mark.parametrize("georgian", [False, True])
def test_no_gate_refuses_a_documented_exchange(georgian: bool) -> None:
    refused = []
    for row in ROWS:
        if georgian and not row.get("output_text_ka"):
            continue
        output = read(_listing(row, Side.OUTPUT, georgian=georgian), default_book())
        need = read(_listing(row, Side.NEED, georgian=georgian), default_book())
        results = pass_through(output, need, default_book(), None)
        refused += [(row["id"], result) for result in results if result.result == "fail"]
    assert refused == []


def test_half_of_the_documented_needs_are_among_the_first_ten() -> None:
    needs = [_listing(row, Side.NEED) for row in ROWS]
    ranker = Ranker(default_book())
    found = 0
    for row in ROWS:
        ranking = ranker.rank(_listing(row, Side.OUTPUT), needs, top=10)
        found += row["id"] in {match.need_id for match in ranking.matches}
    # Character TF-IDF reaches 0.39 of them; below a half something is broken.
    assert found >= 0.5 * len(ROWS)
