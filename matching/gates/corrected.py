"""What a firm says its text does not mean lifts no rule that protects people: a refusal becomes a question.

Who lists asbestos sheets and taps that this is no asbestos may be right, for the text was understood by a
program; but nothing becomes safe by a tap.
"""

from __future__ import annotations

from matching.gates.answers import asked
from matching.records import GateResult

PROTECTING = frozenset({"hazard", "dilution", "forbidden", "law"})
"""Gates that keep harm away; the others only tell who can do business."""

_REASON_ASKS = frozenset({"dilution", "law"})
"""Gates whose reason for a refusal is the key of a question as well."""


def of_both(result: GateResult, worded: GateResult) -> GateResult:
    """What a gate says of a corrected pair: never more lightly than to ask about what the text alone would
    have been refused or asked for.

    Args:
        result, worded: of one gate, with the corrections and by the words alone.
    """
    if result.result != "pass" or worded.result == "pass" or result.name not in PROTECTING:
        return result
    return asked(worded.name, worded.question or _question(worded))


def _question(refused: GateResult) -> str:
    if refused.name in _REASON_ASKS and refused.reason is not None:
        return refused.reason
    return "forbidden.is_it_this_material"
