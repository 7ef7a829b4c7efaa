"""The rules that come before any score, as questions a firm can answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from symbiosis.views import GateView

LABELS: Mapping[str, object] = {
    "kind": _l("Same kind (material, energy, water …)"),
    "self": _l("Two different firms"),
    "scope": _l("Covered by waste law"),
    "hazard": _l("Hazard and permit"),
    "forbidden": _l("No forbidden way of use"),
    "reach": _l("Within reach of a pipe"),
    "dates": _l("Dates overlap"),
}
QUESTIONS: Mapping[str, object] = {
    "scope.permit_for_gas_or_water": _l(
        "Gas and waste water follow rules of their own. Which permit do you have to pass it on or take it?"
    ),
    "hazard.mirror_entry": _l(
        "This waste has a hazardous and a non-hazardous code. Does it contain hazardous substances?"
    ),
    "hazard.is_it_hazardous": _l("Nobody has said yet whether it is hazardous. Is it?"),
    "hazard.code_says_hazardous": _l(
        "The listing says “not hazardous”, the waste code says the opposite. Which of the two is right?"
    ),
    "hazard.is_it_authorised": _l("The material is hazardous. Does the receiver have a permit to take it?"),
    "forbidden.is_it_this_material": _l(
        "For one such material this use is forbidden. What exactly is the material, and what is it for?"
    ),
    "reach.how_far_apart": _l(
        "Heat and cold travel only a few kilometres by pipe. How far apart are the two places?"
    ),
}
RESULTS: Mapping[str, object] = {"pass": _l("In order"), "unknown": _l("To be clarified")}


@dataclass(frozen=True, slots=True)
class GateLine:
    name: str
    label: object
    result: str
    result_label: object
    question: object | None


def lines(gates: Sequence[GateView]) -> tuple[GateLine, ...]:
    return tuple(
        GateLine(
            gate.name,
            LABELS[gate.name],
            gate.result,
            RESULTS[gate.result],
            QUESTIONS[gate.question] if gate.question else None,
        )
        for gate in gates
    )


def obstacles(gates: Sequence[GateView]) -> tuple[GateLine, ...]:
    """What must be clarified before the two could exchange anything."""
    return tuple(line for line in lines(gates) if line.result == "unknown")
