"""Processes that nobody does although outputs and needs wait for them: where an investment would tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from matching.records import Wait
from matching.reference_book import ReferenceBook
from matching.reference_records import Span
from matching.worth import rough_worth


@dataclass(frozen=True, slots=True)
class Flow:
    """Outputs of one material that would flow through a process, and what would come out of it.

    `product_id` None: the material itself, prepared. `tonnes_per_year`: of the outputs whose amount is known,
    which `n_known_givers` of the `n_givers` firms have.
    """

    material_id: str
    product_id: str | None
    n_outputs: int
    n_givers: int
    n_known_givers: int
    tonnes_per_year: float


@dataclass(frozen=True, slots=True)
class Gap:
    """A process that no firm does for what waits. `tonnes_per_year`: of these outputs, each counted once.

    `n_unknown`: of the outputs, those whose amount nobody said. `n_givers`, `n_takers`: firms behind them;
    `n_known_givers` stand behind the tonnes, `n_priced_givers` behind the worth.
    `gel_per_year`: what the outputs would be worth by it, less what the process costs, before freight; its
    ends are the sums of the ends. None where no price is known. `smallest_plant`: t a year, by the book.
    `flows`: what would go through it, each output once; most tonnes first.
    """

    process_id: str
    tonnes_per_year: float
    n_outputs: int
    n_unknown: int
    n_needs: int
    n_givers: int
    n_known_givers: int
    n_priced_givers: int
    n_takers: int
    gel_per_year: Span | None
    smallest_plant: float | None
    flows: tuple[Flow, ...] = ()

    @property
    def fills_a_plant(self) -> bool:
        """Whether what waits would fill the smallest plant that the book knows of."""
        return self.smallest_plant is not None and self.tonnes_per_year >= self.smallest_plant


@dataclass(slots=True)
class _Waiting:
    """What waits for one process."""

    outputs: list[Wait] = field(default_factory=list)
    needs: list[Wait] = field(default_factory=list)


def gaps(waits: Iterable[Wait], book: ReferenceBook) -> tuple[Gap, ...]:
    """The processes that nobody does for those who wait, each with all that waits for it.

    Args:
        waits: as `waits_of` gives them, each listing once for a process.
    Returns:
        What is worth most first; then what is most, what most needs wait for, and by id. A process for which
        only outputs or only needs wait is none.
    """
    waiting: dict[str, _Waiting] = {}
    for one in sorted(waits, key=lambda wait: wait.listing_id):
        here = waiting.setdefault(one.process_id, _Waiting())
        (here.outputs if one.pathway_id else here.needs).append(one)
    both = ((name, one) for name, one in waiting.items() if one.outputs and one.needs)
    return tuple(sorted((_gap(name, one, book) for name, one in both), key=_order))


def _gap(process_id: str, waiting: _Waiting, book: ReferenceBook) -> Gap:
    outputs, process = waiting.outputs, book.processes[process_id]
    known = [one for one in outputs if one.tonnes_per_year is not None]
    worth, n_priced = _worth(outputs, book)
    return Gap(
        process_id=process_id,
        tonnes_per_year=_tonnes(outputs),
        n_outputs=len(outputs),
        n_unknown=len(outputs) - len(known),
        n_needs=len(waiting.needs),
        n_givers=_n_firms(outputs),
        n_known_givers=_n_firms(known),
        n_priced_givers=n_priced,
        n_takers=_n_firms(waiting.needs),
        gel_per_year=worth,
        smallest_plant=process.capacity[0] if process.capacity and process.per == "t" else None,
        flows=_flows(outputs),
    )


def _flows(outputs: list[Wait]) -> tuple[Flow, ...]:
    through: dict[tuple[str, str | None], list[Wait]] = {}
    for one in outputs:
        through.setdefault((one.material_id or "", one.product_id), []).append(one)
    found = (
        Flow(
            *ends,
            n_outputs=len(there),
            n_givers=_n_firms(there),
            n_known_givers=_n_firms(one for one in there if one.tonnes_per_year is not None),
            tonnes_per_year=_tonnes(there),
        )
        for ends, there in through.items()
    )
    return tuple(
        sorted(found, key=lambda flow: (-flow.tonnes_per_year, flow.material_id, flow.product_id or ""))
    )


def _tonnes(outputs: Iterable[Wait]) -> float:
    return round(sum(one.tonnes_per_year or 0.0 for one in outputs), 4)


def _n_firms(waits: Iterable[Wait]) -> int:
    return len({one.firm_id for one in waits})


def _worth(outputs: list[Wait], book: ReferenceBook) -> tuple[Span | None, int]:
    """What the outputs with an amount and a price would be worth, and how many firms have them."""
    spans, priced = [], set()
    for one in outputs:
        worth = rough_worth(one.material_id or "", book.pathways[one.pathway_id or ""], book)
        cost, tonnes = book.processes[one.process_id].cost_gel, one.tonnes_per_year
        if worth is None or worth.by != "replaced" or cost is None or tonnes is None:
            continue
        low, central, high = worth.gel_per_t
        spans.append((tonnes * (low - cost[2]), tonnes * (central - cost[1]), tonnes * (high - cost[0])))
        priced.add(one.firm_id)
    if not spans:
        return None, 0
    return (sum(s[0] for s in spans), sum(s[1] for s in spans), sum(s[2] for s in spans)), len(priced)


def _order(gap: Gap) -> tuple[float, float, int, str]:
    worth = gap.gel_per_year[1] if gap.gel_per_year else 0.0
    return (-worth, -gap.tonnes_per_year, -gap.n_needs, gap.process_id)
