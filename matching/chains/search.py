"""The chains of an output: through which processor to which need, best first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import inf

from matching.chains.between import amounts, giving, taking
from matching.chains.gates import can_do, of_whole, rules_of_step
from matching.chains.records import Chain, Leg, Link, Processor, Step
from matching.chains.steps import fitting, steps
from matching.distance import road_km
from matching.ranker import Ranker
from matching.reading import Reading
from matching.records import Listing, Match

THIRD_PARTY = 0.6
"""How much likelier two firms come to terms than three: so much of the product of both legs remains. A
judgement; nothing that counts chains was found.
"""

NEAREST = 5
"""Through so many of those who do a step a pair is led, on the shortest ways. However many there are in a
country, a pair has no use for more, and the time that it takes does not grow with them.
"""

FirstLegs = dict[tuple[str, Step], Leg | None]
"""Id of a processor and step -> the way there, which is the same whoever needs what comes out."""


def chains_of(
    output: Listing,
    needs: Sequence[Listing],
    processors: Sequence[Processor],
    ranker: Ranker,
    *,
    today: date | None = None,
    top: int | None = None,
    least: float = 0.0,
) -> tuple[Chain, ...]:
    """The best chain from an output to each need through each of the nearest processors, best first.

    Each leg is compared as the ranker compares any pair: the processor is a need for the material at its
    place, and then an output of what comes out. Chains that a gate refuses, on a leg or as a whole, are left
    out.

    Args:
        today: as for `Ranker.rank`. `top`: how many at most; None returns all. `least`: chains with a lower
            score are left out.
    Returns:
        Chains by falling score; equal ones by need, processor and way, whatever the order of the input.
    Source: docs/explanation/chains.md
    """
    book, mine = ranker.book, ranker.reading(output)
    doable = {step.process_id for step in steps(mine, book)}
    able = [one for one in processors if one.process_id in doable]
    there: dict[Step, list[Processor]] = {}
    first: FirstLegs = {}
    best: dict[tuple[str, str], Chain] = {}
    for need in needs if able else ():
        theirs = ranker.reading(need)
        for step in fitting(mine, theirs, book):
            if step not in there:
                there[step] = [one for one in able if can_do(Link(mine, theirs, one, step), book)]
            for processor in _nearest(there[step], mine, theirs, ranker):
                chain = _chain(Link(mine, theirs, processor, step), ranker, today, least, first)
                key = (need.id, processor.id)
                if chain is not None and (key not in best or _order(chain) < _order(best[key])):
                    best[key] = chain
    return tuple(sorted(best.values(), key=_order)[:top])


def _nearest(
    processors: Sequence[Processor], output: Reading, need: Reading, ranker: Ranker
) -> Sequence[Processor]:
    """Those on the shortest ways; who is nowhere comes last."""
    if len(processors) <= NEAREST:
        return processors

    def way_km(processor: Processor) -> tuple[float, str]:
        ends = (one.listing.place for one in (output, need))
        legs = [road_km(end, processor.place, ranker.book) for end in ends]
        return sum(inf if km is None else km for km in legs), processor.id

    return sorted(processors, key=way_km)[:NEAREST]


def _chain(
    link: Link, ranker: Ranker, today: date | None, least: float, first_legs: FirstLegs
) -> Chain | None:
    book = ranker.book
    gates = of_whole(link, book, today, ranker.law)
    if any(gate.result == "fail" for gate in gates):
        return None
    key = (link.processor.id, link.step)
    if key not in first_legs:
        first_legs[key] = _leg(link.output.listing, taking(link, book), ranker, today)
    first = first_legs[key]
    if first is None or first.probability * THIRD_PARTY < least:
        return None
    second = _leg(giving(link, book), link.need.listing, ranker, today)
    if second is None:
        return None
    score = round(first.probability * second.probability * THIRD_PARTY, 6)
    if score < least:
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
        score=score,
        tonnes_in=tonnes_in,
        tonnes_out=tonnes_out,
        rule_ids=rules_of_step(link.step, book),
    )


def _leg(output: Listing, need: Listing, ranker: Ranker, today: date | None) -> Leg | None:
    found = ranker.compare(output, need, today=today)
    return Leg(found.probability, found.distance_km, found.gates) if isinstance(found, Match) else None


def _order(chain: Chain) -> tuple[float, str, str, str]:
    return (-chain.score, chain.need_id, chain.processor_id, chain.step.pathway_id)
