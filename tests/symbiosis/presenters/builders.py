"""Views for tests of their words; a test states what matters to it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from matching.records import Quantity, Side
from symbiosis.views import CounterpartView, EvidenceView, MatchView, PathwayView


def a_counterpart(**changes: Any) -> CounterpartView:
    """A winery's pomace, as a stranger may read it."""
    chosen: dict[str, Any] = {
        "side": Side.OUTPUT,
        "text": "ყურძნის ჭაჭა",
        "lang": "ka",
        "kind": "material",
        "municipality": "telavi",
        "nace_division": "11",
        "quantity": Quantity(120, "t", "year"),
        "tonnes_per_year": 120.0,
        "season_months": (9, 10, 11),
        "ewc_code": "020701",
        "hazardous": False,
        "starts_on": None,
        "ends_on": None,
        "material_ids": (),
        "use_ids": (),
        "is_demo": False,
        "edition": 1,
    }
    return CounterpartView(**{**chosen, **changes})


def a_match(evidence: dict[str, tuple[float | None, float]], **changes: Any) -> MatchView:
    """A match with this evidence: name to value and contribution."""
    chosen: dict[str, Any] = {
        "id": "m",
        "my_side": Side.NEED,
        "mine": a_counterpart(side=Side.NEED, text="ვეძებთ ჭაჭას"),
        "other": a_counterpart(),
        "score": round(sum(contribution for _value, contribution in evidence.values()), 4),
        "probability": 0.8,
        "evidence": tuple(EvidenceView(name, value, part) for name, (value, part) in evidence.items()),
        "gates": (),
        "pathway": None,
        "distance_km": 34.2,
        "ranker_version": "test",
        "computed_at": datetime(2026, 9, 15, tzinfo=UTC),
        "is_current": True,
        "my_verdict": None,
        "my_yes_lapsed": False,
        "other_said_yes": False,
        "exchange_id": None,
    }
    return MatchView(**{**chosen, **changes})


def a_way(**changes: Any) -> PathwayView:
    """Nothing but the same material."""
    chosen: dict[str, Any] = {
        "material_id": "grape-pomace",
        "process_id": None,
        "use_id": None,
        "strength": "same",
        "pathway_id": None,
    }
    return PathwayView(**{**chosen, **changes})
