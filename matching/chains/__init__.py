"""Chains: an output, a process that a third firm offers to others, a need; and what nobody offers."""

from __future__ import annotations

from matching.chains.gaps import Flow, Gap, gaps
from matching.chains.records import Chain, ChainWorth, Leg, Processor, Step
from matching.chains.search import chains_of
from matching.chains.steps import fitting, steps
from matching.chains.treats import treatable
from matching.chains.waits import waits_of
from matching.chains.worth import chain_worth

__all__ = [
    "Chain",
    "ChainWorth",
    "Flow",
    "Gap",
    "Leg",
    "Processor",
    "Step",
    "chain_worth",
    "chains_of",
    "fitting",
    "gaps",
    "steps",
    "treatable",
    "waits_of",
]
