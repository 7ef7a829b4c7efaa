"""What arises in a place by estimate: official statistics times typical amounts."""

from __future__ import annotations

from dataclasses import dataclass

from matching.reference.flows import Indicator, Statistic, TypicalFlow
from matching.reference_book import ReferenceBook
from matching.reference_records import Span
from matching.typical import typical, yearly

Part = tuple[Statistic, TypicalFlow]


@dataclass(frozen=True, slots=True)
class Estimate:
    """So much of a material a year in a place, by estimate; nobody has listed or measured it.

    `amount`: low, central, high in `unit`. `parts`: each statistic with the typical amount it was multiplied
    with; all of one driver. `is_upper_limit`: the statistic tells what is produced in the place, of which
    only what firms there process leaves this material. `not_added`: other drivers that tell of it too.
    """

    place_id: str
    material_id: str
    driver_id: str
    amount: Span
    unit: str
    parts: tuple[Part, ...]
    is_upper_limit: bool
    not_added: tuple[str, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the statistics, earliest first."""
        return tuple(sorted({statistic.year for statistic, _flow in self.parts}))


def estimates(place_id: str, book: ReferenceBook) -> tuple[Estimate, ...]:
    """The outputs that arise in a municipality or region, by its own statistics.

    A municipality is never given a share of its region's figures. Each indicator counts once for a material
    and speaks only for the activities that `indicators.csv` names. Where several drivers tell of one material
    (cattle and dairy cows), the most specific is taken, then the largest, and the others are named, not
    added: they may count the same thing.

    Returns:
        By unit, largest central amount first; nothing for what no statistic tells.
    """
    found: dict[str, dict[tuple[str, str], list[Part]]] = {}
    for (place, indicator_id), statistic in book.statistics.items():
        if place != place_id:
            continue
        for flow in _outputs(book.indicators[indicator_id], book):
            by_driver = found.setdefault(flow.item_id, {})
            by_driver.setdefault((flow.driver_id, flow.unit), []).append((statistic, flow))
    told = (_estimate(place_id, material, groups, book) for material, groups in found.items())
    return tuple(sorted((one for one in told if one.amount[2] > 0), key=_order))


def _outputs(indicator: Indicator, book: ReferenceBook) -> list[TypicalFlow]:
    """The outputs that an indicator tells of, each by the first of its activities that has it."""
    driver = indicator.driver_id
    chosen: dict[str, TypicalFlow] = {}
    for nace in indicator.nace:
        for flow in typical(nace, book, (driver,)):
            if flow.side == "output" and flow.driver_id == driver:
                chosen.setdefault(flow.item_id, flow)
    return list(chosen.values())


def _estimate(
    place_id: str, material_id: str, groups: dict[tuple[str, str], list[Part]], book: ReferenceBook
) -> Estimate:
    driver_id, unit = best = max(groups, key=lambda key: (_depth(groups[key]), _sum(groups[key])[1]))
    parts = groups[best]
    others = dict.fromkeys(driver for driver, _unit in groups if driver != driver_id)
    return Estimate(
        place_id=place_id,
        material_id=material_id,
        driver_id=driver_id,
        amount=_sum(parts),
        unit=unit,
        parts=tuple(parts),
        is_upper_limit=any(_is_elsewhere(part, book) for part in parts),
        not_added=tuple(others),
    )


def _depth(parts: list[Part]) -> int:
    """How specific the activities are: a class more than a division, that more than a section."""
    return max(len(flow.nace) for _statistic, flow in parts)


def _sum(parts: list[Part]) -> Span:
    """Indicators of one driver count different things (sheep and goats, employees of sections): they add."""
    spans = [yearly(flow, statistic.value) for statistic, flow in parts]
    low, central, high = (sum(span[end] for span in spans) for end in range(3))
    return low, central, high


def _is_elsewhere(part: Part, book: ReferenceBook) -> bool:
    """Whether the activity that leaves the material is another section's than what the statistic counts."""
    statistic, flow = part
    section = book.indicators[statistic.indicator_id].section
    return section is not None and book.nace[flow.nace].section != section


def _order(one: Estimate) -> tuple[bool, str, float, str]:
    return one.unit != "t", one.unit, -one.amount[1], one.material_id
