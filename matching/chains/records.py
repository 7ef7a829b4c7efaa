"""The nouns of chains."""

from __future__ import annotations

from dataclasses import dataclass, field

from matching.reading import Reading
from matching.records import GateResult, Place
from matching.reference_records import Span


@dataclass(frozen=True, slots=True)
class Processor:
    """A process of the book that a firm offers to others at one of its places.

    `tonnes_per_year`: what it can take in, None when nobody said. `takes_hazardous`: whether it is authorised
    to treat hazardous waste; `has_permit`: whether it has the permission that the process needs; None when
    nobody said. `treats`: materials of the book that it works with, with all that is narrower; empty when
    nobody said. The price asked is no part of it: money plays no part in the order (`ChainWorth`).
    `declines`: firms that it is not to be brought together with.
    """

    id: str
    process_id: str
    place: Place = field(default_factory=Place)
    firm_id: str | None = None
    nace: str | None = None
    tonnes_per_year: float | None = None
    takes_hazardous: bool | None = None
    has_permit: bool | None = None
    treats: tuple[str, ...] = ()
    declines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """What a process makes of a material for a use, as a pathway documents it.

    `material_id`: of the pathway. `product_id`: the material of the book that comes out; None where the
    process only prepares the material (dries, sorts, crushes) and it stays what it is. `confidence`: how sure
    it is that the output is this material.
    """

    material_id: str
    process_id: str
    use_id: str
    product_id: str | None
    pathway_id: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Link:
    """A chain before it is compared: who gives, who seeks, who processes, and what is done."""

    output: Reading
    need: Reading
    processor: Processor
    step: Step


@dataclass(frozen=True, slots=True)
class Leg:
    """One of the two ways: from the output to the processor, or from there to the need."""

    probability: float
    distance_km: float | None
    gates: tuple[GateResult, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """An output that reaches a need through a processor. `score` in (0, 1), comparable among chains only.

    `gates`: of the whole (dates, law, dilution, forbidden ways, permit, limits); those of the legs are there.
    `tonnes_in`: t of the output that can go this way in a year; None where the output's amount is not known.
    `tonnes_out`: t of what comes out. `rule_ids`: rules of law that the step touches.
    """

    output_id: str
    need_id: str
    processor_id: str
    step: Step
    first: Leg
    second: Leg
    gates: tuple[GateResult, ...]
    score: float
    tonnes_in: float | None
    tonnes_out: float | None
    rule_ids: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[GateResult, ...]:
        """What must be answered first, each once: of the whole, then leg by leg."""
        asked: dict[str, GateResult] = {}
        for gate in (*self.gates, *self.first.gates, *self.second.gates):
            if gate.result == "unknown":
                asked.setdefault(gate.question or gate.name, gate)
        return tuple(asked.values())


@dataclass(frozen=True, slots=True)
class ChainWorth:
    """GEL for one tonne of the output, low, central and high, before anything is paid among the three.

    `giver`, `taker`: gained. `processor`: what the process and the handling cost it, so below zero.
    `processor_paid`: the same with the price that it asks. `freight_in`, `freight_out`: each leg, per tonne
    of the output. `joint`: all of it together. None: a figure is missing, named in `missing`.
    `joint_per_year`: for `Chain.tonnes_in`. `co2e_kg`: kg CO2e that a tonne of the output saves.
    """

    giver: Span | None
    processor: Span | None
    taker: Span | None
    freight_in: Span | None
    freight_out: Span | None
    joint: Span | None
    joint_per_year: Span | None
    processor_paid: Span | None = None
    co2e_kg: Span | None = None
    missing: tuple[str, ...] = ()
