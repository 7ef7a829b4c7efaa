"""The chains of an output: through which processor to which need, best first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from matching.chains.between import amounts, giving, taking
from matching.chains.gates import of_whole, rules_of_step
from matching.chains.records import Chain, Leg, Link, Processor
from matching.chains.steps import fitting, steps
from matching.ranker import Ranker
from matching.records import Listing, Match

THIRD_PARTY = 0.6
"""How much likelier two firms come to terms than three: so much of the product of both legs remains. A
judgement; nothing that counts chains was found.
"""


def chains_of(
    output: Listing,
    needs: Sequence[Listing],
    processors: Sequence[Processor],
    ranker: Ranker,
    *,
    today: date | None = None,
    top: int | None = None,
) -> tuple[Chain, ...]:
    """The best chain from an output to each need through each processor, best first.

    Each leg is compared as the ranker compares any pair: the processor is a need for the material at its
    place, and then an output of what comes out. Chains that a gate refuses, on a leg or as a whole, are left
    out.

    Args:
        today: as for `Ranker.rank`. `top`: how many at most; None returns all.
    Returns:
        Chains by falling score; equal ones by need, processor and way, whatever the order of the input.
    Source: docs/explanation/chains.md
    """
    book, mine = ranker.book, ranker.reading(output)
    doable = {step.process_id for step in steps(mine, book)}
    able = [one for one in processors if one.process_id in doable]
    best: dict[tuple[str, str], Chain] = {}
    for need in needs if able else ():
        theirs = ranker.reading(need)
        for step in fitting(mine, theirs, book):
            for processor in able:
                if processor.process_id != step.process_id:
                    continue
                chain = _chain(Link(mine, theirs, processor, step), ranker, today)
                key = (need.id, processor.id)
                if chain is not None and (key not in best or _order(chain) < _order(best[key])):
                    best[key] = chain
    return tuple(sorted(best.values(), key=_order)[:top])


def _chain(link: Link, ranker: Ranker, today: date | None) -> Chain | None:
    book = ranker.book
    gates = of_whole(link, book, today, ranker.law)
    if any(gate.result == "fail" for gate in gates):
        return None
    first = _leg(link.output.listing, taking(link, book), ranker, today)
    second = _leg(giving(link, book), link.need.listing, ranker, today) if first is not None else None
    if first is None or second is None:
        return None
    tonnes_in, tonnes_out = amounts(link, book)
    return Chain(
        output_id=link.output.listing.id,
        need_id=link.need.listing.id,
        processor_id=link.processor.id,
        step=link.step,
        first=first,
        second=second,
        gates=gates,
        score=round(first.probability * second.probability * THIRD_PARTY, 6),
        tonnes_in=tonnes_in,
        tonnes_out=tonnes_out,
        rule_ids=rules_of_step(link.step, book),
    )


def _leg(output: Listing, need: Listing, ranker: Ranker, today: date | None) -> Leg | None:
    found = ranker.compare(output, need, today=today)
    return Leg(found.probability, found.distance_km, found.gates) if isinstance(found, Match) else None


def _order(chain: Chain) -> tuple[float, str, str, str]:
    return (-chain.score, chain.need_id, chain.processor_id, chain.step.pathway_id)
