"""What is usual in a sector, and what arises in a place by estimate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matching.estimates import Estimate
from matching.reference.flows import FlowSide, Statistic, TypicalFlow
from matching.reference_records import Industry, Municipality, Region

Item = tuple[FlowSide, str]
"""An output (id of a material) or a need (id of a use)."""


@dataclass(frozen=True, slots=True)
class SectorView:
    """An activity with what its firms usually have and need, one line an item.

    `broader`, `narrower`: ids of activities, the narrower ones only where the book has amounts for them.
    `sizes`: driver id → what the reader told of the own firm. `listed`: what the reader's firm lists already.
    """

    industry: Industry
    flows: tuple[TypicalFlow, ...]
    broader: tuple[str, ...]
    narrower: tuple[str, ...]
    sizes: Mapping[str, float]
    listed: frozenset[Item] = frozenset()


@dataclass(frozen=True, slots=True)
class UsualView:
    """What firms of the reader's division usually have and need and the reader does not list yet.

    `classes`: the activities of the division that the book has amounts for.
    """

    industry: Industry
    items: tuple[Item, ...]
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A municipality or region with the estimates of its own statistics.

    `region`: the one a municipality lies in, with `of_region`, the estimates of the region as a whole; both
    empty for a region and for a city that is one. `firms`: active firms by section, of the statistics.
    `municipalities`: those of a region.
    """

    place: Municipality | Region
    estimates: tuple[Estimate, ...]
    firms: tuple[Statistic, ...]
    region: Region | None = None
    of_region: tuple[Estimate, ...] = ()
    municipalities: tuple[str, ...] = ()
