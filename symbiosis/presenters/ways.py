"""What a material can become, way by way: what has to be done, what it costs, what it must be like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from matching.law_in_force import Law
from matching.openings import Opening
from matching.reference_book import ReferenceBook
from matching.reference_records import Pathway, Process
from matching.worth import Worth, rough_worth
from symbiosis.presenters import cases, numbers, properties, rules
from symbiosis.presenters.cases import CaseLine
from symbiosis.presenters.counted import told
from symbiosis.presenters.rules import RuleLine
from symbiosis.presenters.saying import gettext as _
from symbiosis.presenters.sources import SourceLine, source
from symbiosis.views import Counted

STRENGTHS: Mapping[str, object] = {
    "proven": _l("Proven"),
    "practised": _l("Practised"),
    "possible": _l("Possible"),
    "never": _l("Never"),
}
MEANINGS: Mapping[str, object] = {
    "proven": _l("Works in regular operation."),
    "practised": _l("Done by some firms."),
    "possible": _l("Sound, but seldom done: shown in trials or studies."),
    "never": _l("Must not be done, and why."),
}
MATURITIES: Mapping[str, object] = {
    "established": _l("ordinary technology"),
    "demonstrated": _l("shown in working plants, not yet ordinary"),
    "emerging": _l("new: trials only"),
}
HEAVIEST = 1.5
"""What is added to a tonne (water, binder) makes no more of it than so many."""

TRACE = 0.02
"""A product below this is a by-catch of the treatment; its share says nothing of what the way yields."""


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of the reference book to go to."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class WayCard:
    """One way. `process`: what has to be done first; None where the material is used as it is.

    `cost`: of the process. `worth`: of a tonne, before freight and process; where the way itself tells it.

    `words`: what it depends on, or why it must never be done. `facts`: figures of the process. `takers`: how
    many firms seek something for the use; None where too few do to say so.
    """

    pathway_id: str
    material: Link
    use: Link
    process: str | None
    broader: Link | None
    words: str | None
    cost: str | None
    worth: str | None
    limits: tuple[str, ...]
    replaces: str | None
    facts: tuple[Fact, ...]
    rules: tuple[RuleLine, ...]
    cases: tuple[CaseLine, ...]
    source: SourceLine
    takers: str | None
    is_forbidden: bool


@dataclass(frozen=True, slots=True)
class WayGroup:
    """The ways of one strength."""

    key: str
    label: object
    meaning: object
    ways: tuple[WayCard, ...]


def groups(
    ways: Iterable[tuple[str, Opening]],
    book: ReferenceBook,
    law: Law,
    lang: str,
    by_use: Mapping[str, Counted] | None = None,
) -> tuple[WayGroup, ...]:
    """Ways as (material, opening), by their strength; a strength without ways is left out."""
    cards: dict[str, list[WayCard]] = {strength: [] for strength in STRENGTHS}
    for material_id, opening in ways:
        seekers = (by_use or {}).get(opening.use_id)
        cards[opening.pathway.strength].append(card(material_id, opening, book, law, lang, seekers=seekers))
    return tuple(
        WayGroup(key, STRENGTHS[key], MEANINGS[key], tuple(found)) for key, found in cards.items() if found
    )


def card(
    material_id: str,
    opening: Opening,
    book: ReferenceBook,
    law: Law,
    lang: str,
    *,
    seekers: Counted | None = None,
) -> WayCard:
    """One way in the reader's language."""
    pathway = opening.pathway
    process = book.processes.get(pathway.process_id or "")
    worth = _worth(material_id, pathway, book)
    in_georgian = lang == "ka"
    because = pathway.reason_ka if in_georgian else pathway.reason_en
    conditions = pathway.conditions_ka if in_georgian else pathway.conditions_en
    broader = opening.inherited_from
    return WayCard(
        pathway_id=pathway.id,
        material=material_link(material_id, book, lang),
        use=Link(pathway.use_id, book.uses[pathway.use_id].name(lang)),
        process=process.name(lang) if process else None,
        broader=material_link(broader, book, lang) if broader else None,
        words=because if opening.is_forbidden else conditions,
        cost=_cost(process, lang),
        worth=_in_gel(worth, lang) if worth else None,
        limits=tuple(properties.limit(one, book, lang) for one in pathway.limits),
        replaces=_replaces(pathway.replaces, pathway.ratio, book, lang),
        facts=(*_process_facts(process, lang), *_grounds(worth, book, lang)),
        rules=() if opening.is_forbidden else rules.of_way(pathway, material_id, book, law, lang),
        cases=cases.of_way(material_id, opening, book, lang),
        source=source(pathway.source),
        takers=told(seekers) if seekers and not opening.is_forbidden else None,
        is_forbidden=opening.is_forbidden,
    )


def material_link(id: str, book: ReferenceBook, lang: str) -> Link:
    return Link(id, book.materials[id].name(lang))


def _replaces(material: str | None, ratio: float | None, book: ReferenceBook, lang: str) -> str | None:
    """As in `gravel; one tonne saves about 0.9 t of it`."""
    if material is None or material not in book.materials:
        return None
    name = book.materials[material].name(lang)
    if ratio is None:
        return name
    return _(
        "%(name)s: one tonne saves about %(ratio)s t of it", name=name, ratio=numbers.amount(ratio, lang)
    )


def _worth(material_id: str, pathway: Pathway, book: ReferenceBook) -> Worth | None:
    """What follows from the way. What such a material usually brings stands at the material, once."""
    worth = rough_worth(material_id, pathway, book)
    return worth if worth is not None and worth.by == "replaced" else None


def _in_gel(worth: Worth, lang: str) -> str:
    return _("about %(span)s per tonne", span=properties.money_span(worth.gel_per_t, lang))


def _grounds(worth: Worth | None, book: ReferenceBook, lang: str) -> tuple[Fact, ...]:
    """What the estimate rests on: each figure with its year and source."""
    if worth is None:
        return ()
    figures = (book.factors[id] for id in worth.assumptions)
    told_as = [f"{one.name(lang)} ({one.year}; {source(one.source).text})" for one in figures]
    return (Fact(_("The estimate rests on"), "; ".join(told_as)),)


def _cost(process: Process | None, lang: str) -> str | None:
    """As in `60–220 ₾ per tonne (prices of 2024)`."""
    if process is None or process.cost_gel is None or process.per is None:
        return None
    span = properties.money_span(process.cost_gel, lang)
    told_as = _("about %(span)s %(per)s", span=span, per=properties.PER[process.per])
    if process.cost_year is None:
        return told_as
    return _("%(cost)s, prices of %(year)s", cost=told_as, year=process.cost_year)


def _process_facts(process: Process | None, lang: str) -> tuple[Fact, ...]:
    if process is None:
        return ()
    told_facts: Sequence[tuple[str, str | None]] = (
        (_("Processing"), process.note(lang)),
        (_("Permit"), process.permit(lang)),
        (_("Yield"), _yield(process, lang)),
        (_("Energy bought"), _energy(process, lang)),
        (_("Usual size of a plant"), _capacity(process, lang)),
        (_("How far the technology is"), str(MATURITIES[process.maturity]) if process.maturity else None),
        (_("Source of the figures"), source(process.source).text if process.source else None),
    )
    return tuple(Fact(label, text) for label, text in told_facts if text)


def _yield(process: Process, lang: str) -> str | None:
    """As in `0.5–0.9 t of product per tonne`.

    A tonne that becomes more than one and a half of anything became heat or fuel gas, told in MWh.
    """
    if process.yields is None or process.per is None or process.yields[2] < TRACE:
        return None
    unit = "mwh" if process.per == "t" and process.yields[2] > HEAVIEST else process.per
    span = properties.ends(process.yields[0], process.yields[2], lang)
    return _(
        "%(span)s %(unit)s of product %(per)s",
        span=span,
        unit=properties.PER_UNIT[unit],
        per=properties.PER[process.per],
    )


def _energy(process: Process, lang: str) -> str | None:
    if process.energy_kwh is None or process.per is None or process.energy_kwh[2] == 0:
        return None
    span = properties.ends(process.energy_kwh[0], process.energy_kwh[2], lang, 1)
    return _("%(span)s kWh %(per)s", span=span, per=properties.PER[process.per])


def _capacity(process: Process, lang: str) -> str | None:
    if process.capacity is None or process.per is None:
        return None
    span = properties.ends(process.capacity[0], process.capacity[1], lang, 0)
    return _("%(span)s %(unit)s a year", span=span, unit=properties.PER_UNIT[process.per])
