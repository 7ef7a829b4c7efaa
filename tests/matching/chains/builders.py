"""Processors, and chains by the reference book and the weights of the installation."""

from __future__ import annotations

from functools import cache
from typing import Any

from matching.chains import Chain, Processor, chains_of
from matching.ranker import Ranker
from matching.records import Listing, Place
from matching.reference_book import default_book
from tests.matching.builders import a_need, an_output


@cache
def the_ranker() -> Ranker:
    """The ranker of the installation."""
    return Ranker(default_book())


def a_processor(process_id: str = "chipping", **rest: Any) -> Processor:
    """A firm in Gurjaani that may chip a thousand tonnes a year; `rest` are fields of Processor."""
    known = {"id": "a-processor", "firm_id": "processing", "place": Place("gurjaani"), "has_permit": True}
    known |= {"tonnes_per_year": 1000.0, "takes_hazardous": False}
    return Processor(process_id=process_id, **(known | rest))


def offcuts(text: str = "Wood offcuts from a joinery", **rest: Any) -> Listing:
    """Two hundred tonnes of clean wood in Telavi."""
    known = {"firm_id": "giving", "place": Place("telavi"), "tonnes_per_year": 200.0, "hazardous": False}
    return an_output(text, **(known | rest))


def chips(text: str = "Wood chips for a boiler", **rest: Any) -> Listing:
    """Five hundred tonnes of chips sought in Batumi."""
    known = {"firm_id": "seeking", "place": Place("batumi"), "tonnes_per_year": 500.0}
    return a_need(text, **(known | rest))


def the_chains(
    output: Listing | None = None, need: Listing | None = None, *processors: Processor
) -> tuple[Chain, ...]:
    """The chains from one output to one need."""
    return chains_of(output or offcuts(), [need or chips()], processors or (a_processor(),), the_ranker())
