"""What a chain brings each of the three, and what each of its legs costs: an estimate."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from matching.chains.records import Chain, ChainWorth
from matching.chains.steps import serves
from matching.impact import impact, money
from matching.impact.ranges import spread
from matching.reading import Reading
from matching.records import Hop, Listing
from matching.reference_book import ReferenceBook
from matching.reference_records import Material, Process, Span

Values = Mapping[str, float]
FREIGHT, TANKER = "freight-road", "freight-tanker"


def chain_worth(
    chain: Chain,
    output: Listing,
    need: Listing,
    book: ReferenceBook,
    *,
    reading: Callable[[Listing], Reading] | None = None,
    price_gel_per_t: float | None = None,
    giver_pays_gel_per_year: float | None = None,
    taker_pays_gel_per_year: float | None = None,
) -> ChainWorth | None:
    """What a tonne of the output brings on its way through a processor.

    The figures are those of a pair (`matching.impact`), but that another firm bears the process, that what
    comes out travels on as so much less as the process leaves, and that it is handed over twice.

    Args:
        reading: how the ranker reads a listing; None: by the book alone.
        price_gel_per_t: what the processor asks for a tonne that it takes in. Private, like the next two:
            what the two sides pay today; pass only what the reader of the result may know.
    Returns:
        None where a tonne is not the measure (energy, assets, processes counted otherwise).
    Source: docs/explanation/chains.md
    """
    step = chain.step
    pathway, process = book.pathways[step.pathway_id], book.processes[step.process_id]
    if process.per != "t" or process.yields is None or pathway.strength == "never":
        return None
    km_in, km_out = chain.first.distance_km, chain.second.distance_km
    total = None if km_in is None or km_out is None else km_in + process.yields[1] * km_out
    hop = Hop(step.material_id, step.process_id, step.use_id, pathway.strength, pathway.id)
    found = impact(
        output,
        need,
        book,
        hop=hop,
        distance_km=total,
        reading=reading,
        giver_pays_gel_per_year=giver_pays_gel_per_year,
        taker_pays_gel_per_year=taker_pays_gel_per_year,
    )
    if found is None or found.unit != "t":
        return None
    known = {one.id: one.span for one in found.assumptions}
    missing = tuple(one.id for one in found.missing_money if one.id != "distance")
    co2e_kg = found.co2e_kg_per_unit if total is not None else None
    if step.product_id is not None and not serves(step.product_id, pathway, book):
        # The book tells what the way saves, not what this product of it saves whoever takes it.
        missing, co2e_kg = (*missing, "price"), None
    goes_on = book.materials[step.product_id or step.material_id]
    spans = _spans(known, book, process, goes_on)
    for name, value in (("km-in", km_in), ("km-out", km_out), ("asked", price_gel_per_t)):
        if value is not None:
            spans[name] = (value, value, value)
    return _told(spans, missing, chain.tonnes_in, co2e_kg)


def _spans(
    known: Mapping[str, Span], book: ReferenceBook, process: Process, goes_on: Material
) -> dict[str, Span]:
    # The process is another firm's to pay, and the taker gets what comes out of it.
    spans = {name: span for name, span in known.items() if name not in ("distance", "market", "processing")}
    if process.cost_gel is not None:
        spans["processing"] = process.cost_gel
    if process.yields is not None:
        spans["yield"] = process.yields
    # Whatever the output is carried in, what comes out may be of another form.
    factor = book.factors.get(TANKER if goes_on.form == "liquid" else FREIGHT)
    if factor is not None and "freight" in spans:
        spans["freight-out"] = factor.span
    return spans


def _told(
    spans: Mapping[str, Span], missing: tuple[str, ...], tonnes: float | None, co2e_kg: Span | None
) -> ChainWorth:
    has = spans.keys()
    knows_giver = {"today", "truly-saved", "giver-share"} <= has
    knows_taker = {"price", "lost", "giver-share"} <= has and not {"ratio", "price"} & set(missing)
    knows_process = {"processing", "giver-share"} <= has
    knows_in, knows_out = {"freight", "km-in"} <= has, {"freight-out", "km-out", "yield"} <= has
    knows_all = knows_giver and knows_taker and knows_process and knows_in and knows_out
    joint = spread(_joint, spans) if knows_all else None
    return ChainWorth(
        giver=spread(money.giver, spans) if knows_giver else None,
        processor=spread(_processor, spans) if knows_process else None,
        taker=spread(_taker, spans) if knows_taker else None,
        freight_in=spread(_freight_in, spans) if knows_in else None,
        freight_out=spread(_freight_out, spans) if knows_out else None,
        joint=joint,
        joint_per_year=None if joint is None or tonnes is None else _times(joint, tonnes),
        processor_paid=spread(_processor_paid, spans) if knows_process and "asked" in has else None,
        co2e_kg=co2e_kg,
        missing=missing,
    )


def _trouble(v: Values) -> float:
    return v.get("handling", 0.0) + v.get("transaction", 0.0)


def _processor(v: Values) -> float:
    """The process, and its part of both times that the goods are handed over."""
    share, out = v["giver-share"], v.get("yield", 1.0)
    return -v["processing"] - (1 - share) * _trouble(v) - share * out * _trouble(v)


def _processor_paid(v: Values) -> float:
    return _processor(v) + v["asked"]


def _taker(v: Values) -> float:
    """What the product saves, per tonne of the output; the process is not the taker's here."""
    saved = money.taker_at_gate({**v, "processing": 0.0}) + (1 - v["giver-share"]) * _trouble(v)
    return saved - (1 - v["giver-share"]) * v.get("yield", 1.0) * _trouble(v)


def _freight_in(v: Values) -> float:
    return money.freight_per_km(v) * v["km-in"]


def _freight_out(v: Values) -> float:
    return v["freight-out"] * v["yield"] * v["km-out"]


def _joint(v: Values) -> float:
    return money.giver(v) + _processor(v) + _taker(v) - _freight_in(v) - _freight_out(v)


def _times(span: Span, tonnes: float) -> Span:
    return span[0] * tonnes, span[1] * tonnes, span[2] * tonnes
