"""What pools and blends share: who gives how much."""

from __future__ import annotations

from dataclasses import dataclass

from matching.hazard import Hazard, hazard_of
from matching.reading import Reading
from matching.records import GateResult
from matching.reference_book import ReferenceBook
from matching.units import MASS


@dataclass(frozen=True, slots=True)
class Share:
    """So many tonnes of one output; `leg_km`: by road to the next stop, or to the need from the last."""

    output_id: str
    tonnes: float
    leg_km: float


def tonnes_of(side: Reading) -> float | None:
    """Tonnes in a year; None when the amount is not known, or is no mass."""
    return side.per_year[0] if side.per_year is not None and side.per_year[1] == MASS else None


def may_travel_together(output: Reading, book: ReferenceBook) -> bool:
    """Whether an output may share a lorry: not where anything says that it is hazardous.

    What nobody has said is asked before (`hazard` of the pair), as everywhere.
    """
    return hazard_of(output, book) in {Hazard.NO, Hazard.UNSAID, Hazard.MIRROR}


def open_questions(gates: tuple[tuple[GateResult, ...], ...]) -> tuple[GateResult, ...]:
    """What must be answered first, each question once, in the order of the lots."""
    asked: dict[str, GateResult] = {}
    for of_one in gates:
        for gate in of_one:
            if gate.result == "unknown":
                asked.setdefault(gate.question or gate.name, gate)
    return tuple(asked.values())
