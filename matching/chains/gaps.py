"""Processes that nobody offers although outputs and needs wait for them: where an investment would tell."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from matching.chains.records import Step
from matching.chains.steps import SURE, fitting
from matching.reading import Reading, read
from matching.records import Listing
from matching.reference_book import ReferenceBook
from matching.reference_records import Span
from matching.units import MASS
from matching.worth import rough_worth


@dataclass(frozen=True, slots=True)
class Flow:
    """Outputs of one material that would flow through a process, and what would come out of it.

    `product_id` None: the material itself, prepared. `tonnes_per_year`: of the outputs whose amount is known.
    """

    material_id: str
    product_id: str | None
    n_outputs: int
    n_givers: int
    tonnes_per_year: float


@dataclass(frozen=True, slots=True)
class Gap:
    """A process that no firm offers. `tonnes_per_year`: of the outputs that wait for it, each counted once.

    `n_unknown`: of the outputs, those whose amount nobody said. `n_givers`, `n_takers`: firms behind them.
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
    """What waits for a process: the best step of each output, its tonnes, the needs, the firms."""

    best: dict[str, tuple[float, str, Step]] = field(default_factory=dict)
    tonnes: dict[str, float | None] = field(default_factory=dict)
    needs: set[str] = field(default_factory=set)
    givers: dict[str, str] = field(default_factory=dict)
    takers: set[str] = field(default_factory=set)


def gaps(
    pairs: Iterable[tuple[Listing, Listing]],
    offered: Collection[str],
    book: ReferenceBook,
    reading: Callable[[Listing], Reading] | None = None,
) -> tuple[Gap, ...]:
    """The processes that outputs wait for and nobody offers.

    Args:
        pairs: outputs and needs that no gate keeps apart: what could be, if somebody did the process.
        offered: the processes that some firm offers.
        reading: how the ranker reads a listing; None: by the book alone.
    Returns:
        What is worth most first; then what is most, what most needs wait for, and by id.
    """
    waiting: dict[str, _Waiting] = {}
    for output, need in pairs:
        mine, theirs = (reading(one) if reading else read(one, book) for one in (output, need))
        for step in fitting(mine, theirs, book, SURE):
            if step.process_id in offered:
                continue
            one = waiting.setdefault(step.process_id, _Waiting())
            key = (-step.confidence, step.pathway_id, step)
            if output.id not in one.best or key[:2] < one.best[output.id][:2]:
                one.best[output.id] = key
            by_mass = mine.per_year is not None and mine.per_year[1] == MASS
            one.tonnes[output.id] = mine.per_year[0] if mine.per_year and by_mass else None
            one.needs.add(need.id)
            one.givers[output.id] = output.firm_id or output.id
            one.takers.add(need.firm_id or need.id)
    return tuple(sorted((_gap(name, one, book) for name, one in waiting.items()), key=_order))


def _gap(process_id: str, waiting: _Waiting, book: ReferenceBook) -> Gap:
    known = {id: tonnes for id, tonnes in waiting.tonnes.items() if tonnes is not None}
    process = book.processes[process_id]
    return Gap(
        process_id=process_id,
        tonnes_per_year=round(sum(known[id] for id in sorted(known)), 4),
        n_outputs=len(waiting.tonnes),
        n_unknown=len(waiting.tonnes) - len(known),
        n_needs=len(waiting.needs),
        n_givers=len(set(waiting.givers.values())),
        n_takers=len(waiting.takers),
        gel_per_year=_worth(waiting, known, book),
        smallest_plant=process.capacity[0] if process.capacity and process.per == "t" else None,
        flows=_flows(waiting, known),
    )


def _flows(waiting: _Waiting, known: dict[str, float]) -> tuple[Flow, ...]:
    outputs: dict[tuple[str, str | None], list[str]] = {}
    for id in sorted(waiting.best):
        step = waiting.best[id][2]
        outputs.setdefault((step.material_id, step.product_id), []).append(id)
    found = (
        Flow(
            *ends,
            n_outputs=len(ids),
            n_givers=len({waiting.givers[id] for id in ids}),
            tonnes_per_year=round(sum(known.get(id, 0.0) for id in ids), 4),
        )
        for ends, ids in outputs.items()
    )
    return tuple(
        sorted(found, key=lambda flow: (-flow.tonnes_per_year, flow.material_id, flow.product_id or ""))
    )


def _worth(waiting: _Waiting, known: dict[str, float], book: ReferenceBook) -> Span | None:
    spans = []
    for id in sorted(known):
        step = waiting.best[id][2]
        worth = rough_worth(step.material_id, book.pathways[step.pathway_id], book)
        cost = book.processes[step.process_id].cost_gel
        if worth is None or worth.by != "replaced" or cost is None:
            continue
        low, central, high = worth.gel_per_t
        tonnes = known[id]
        spans.append((tonnes * (low - cost[2]), tonnes * (central - cost[1]), tonnes * (high - cost[0])))
    if not spans:
        return None
    return sum(s[0] for s in spans), sum(s[1] for s in spans), sum(s[2] for s in spans)


def _order(gap: Gap) -> tuple[float, float, int, str]:
    worth = gap.gel_per_year[1] if gap.gel_per_year else 0.0
    return (-worth, -gap.tonnes_per_year, -gap.n_needs, gap.process_id)
