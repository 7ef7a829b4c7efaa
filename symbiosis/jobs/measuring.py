"""How weights rank the exchanges written by hand, where the installation has them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import Any

from matching.evaluation import hits, mean_reciprocal_rank
from matching.ranker import Ranker

CASES = "benchmark.hand_written"
TOP = 10


def measured(rankers: Mapping[str, Ranker]) -> dict[str, Any] | None:
    """hit@1, hit@10 and mean reciprocal rank of each ranker on the exchanges of `exchanges_dev.jsonl`.

    Every output, with code, amount and sectors, is ranked before all needs, in English and in Georgian; right
    is the need of the documented exchange alone.

    Returns:
        `{"n": outputs in both languages, "by": {name: figures}}`; None where there are no such cases.
    """
    cases = _cases()
    if cases is None:
        return None
    found: dict[str, dict[str, float]] = {}
    n = 0
    rows = cases.read_rows("exchanges", "dev")
    for name, ranker in rankers.items():
        places: list[int | None] = []
        for language in cases.LANGUAGES[:2]:
            outputs, needs = cases.listings_of(rows, language, cases.ALL_FACTS)
            for ranking in ranker.rank_all(outputs, needs, top=TOP):
                ids = [match.need_id for match in ranking.matches]
                right = ranking.listing_id
                places.append(ids.index(right) + 1 if right in ids else None)
        n = len(places)
        found[name] = {
            "hit_1": round(hits(places, 1), 4),
            "hit_10": round(hits(places, TOP), 4),
            "mrr": round(mean_reciprocal_rank(places), 4),
        }
    return {"n": n, "by": found}


def _cases() -> ModuleType | None:
    try:
        cases = import_module(CASES)
        cases.read_rows("exchanges", "dev")
    except (ImportError, FileNotFoundError):
        return None
    return cases
