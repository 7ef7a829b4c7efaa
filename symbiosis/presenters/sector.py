"""An activity's page: what its firms usually have and need, with amounts by the size of the firm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from matching.activities import find_activities
from matching.openings import openings
from matching.reference.flows import TypicalFlow
from matching.reference_book import ReferenceBook
from matching.reference_records import Industry
from matching.typical import yearly
from symbiosis.presenters import amounts, numbers
from symbiosis.presenters.listing import season
from symbiosis.presenters.names import in_sentence
from symbiosis.presenters.saying import gettext as _
from symbiosis.presenters.sources import SourceLine, source
from symbiosis.presenters.ways import Link
from symbiosis.views import SectorView, UsualView
from symbiosis.views.typical import Item

BASES: Mapping[str, object] = {
    "measured": _l("measured"),
    "published": _l("published figure"),
    "judgement": _l("judgement"),
}
A_YEAR = (" a year", " წელიწადში")
"""Both sides of a rate are of a year, so it is left out of the unit of a driver."""
USES, NAMED, OFFERED = 3, 3, 5


@dataclass(frozen=True, slots=True)
class SizeField:
    """A measure of a firm to ask for. `label` says in which unit."""

    id: str
    question: str
    unit: str


@dataclass(frozen=True, slots=True)
class FlowLine:
    """One output or need. `rate`: for one unit of a driver; `amount`: of the reader's firm, once it is told.

    `uses`: what an output can become; the material's page tells all of them. `is_general`: told of the whole
    division or section, not of the activity itself. `basis`: of what cites a page; what cites none is judged.
    """

    side: str
    item: Link
    rate: str
    amount: str | None
    season: str | None
    uses: tuple[str, ...]
    basis: object
    source: SourceLine
    is_general: bool
    is_listed: bool


@dataclass(frozen=True, slots=True)
class SectorPage:
    """An activity. `summary`: the sentence that says it all. `sizes`: measures, the most telling first."""

    id: str
    code: str
    name: str
    summary: str | None
    broader: tuple[Link, ...]
    narrower: tuple[Link, ...]
    sizes: tuple[SizeField, ...]
    outputs: tuple[FlowLine, ...]
    needs: tuple[FlowLine, ...]


@dataclass(frozen=True, slots=True)
class Usual:
    """The section of a firm's own page: what is usual in its division and not listed yet."""

    division: Link
    outputs: tuple[Link, ...]
    needs: tuple[Link, ...]
    classes: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A division with its classes."""

    link: Link
    code: str
    under: tuple[Link, ...]


def page(view: SectorView, drivers: tuple[str, ...], book: ReferenceBook, lang: str) -> SectorPage:
    """The page of an activity; `drivers`: the measures to ask for."""
    lines = [_line(flow, view, book, lang) for flow in view.flows]
    outputs = tuple(line for line in lines if line.side == "output")
    needs = tuple(line for line in lines if line.side == "need")
    return SectorPage(
        id=view.industry.id,
        code=dotted(view.industry.id),
        name=view.industry.name(lang),
        summary=_summary(outputs, needs),
        broader=tuple(_link(code, book, lang) for code in view.broader if code.isdigit()),
        narrower=tuple(_link(code, book, lang) for code in view.narrower),
        sizes=tuple(_size(driver, book, lang) for driver in drivers),
        outputs=outputs,
        needs=needs,
    )


def usual(view: UsualView, book: ReferenceBook, lang: str) -> Usual:
    """The first of what is usual, as links to list it."""

    def first(side: str) -> tuple[Link, ...]:
        found = [item for item in view.items if item[0] == side]
        return tuple(item_link(item, book, lang) for item in found[:OFFERED])

    return Usual(
        division=_link(view.industry.id, book, lang),
        outputs=first("output"),
        needs=first("need"),
        classes=tuple(_link(code, book, lang) for code in view.classes),
    )


def tree(book: ReferenceBook, lang: str) -> tuple[tuple[str, tuple[Branch, ...]], ...]:
    """All divisions with their classes, by section in the order of NACE, as (section, divisions)."""
    sections: dict[str, list[Industry]] = {}
    under: dict[str, list[Link]] = {}
    for entry in sorted(book.nace.values(), key=lambda entry: entry.id):
        if entry.level == "division":
            sections.setdefault(entry.section, []).append(entry)
        elif entry.level == "class":
            under.setdefault(entry.id[:2], []).append(_link(entry.id, book, lang))
    return tuple(
        (
            book.nace[section].name(lang),
            tuple(Branch(Link(e.id, e.name(lang)), e.id, tuple(under.get(e.id, ()))) for e in found),
        )
        for section, found in sorted(sections.items())
    )


def found(asked: str, book: ReferenceBook, lang: str) -> tuple[Link, ...]:
    """The activities that a text names."""
    return tuple(_link(code, book, lang) for code in find_activities(asked, book))


def dotted(code: str) -> str:
    """`1102` as NACE writes it: `11.02`."""
    return f"{code[:2]}.{code[2:]}" if len(code) > len("11") else code


def item_link(item: Item, book: ReferenceBook, lang: str) -> Link:
    """A material or a use by its name."""
    side, id = item
    return Link(id, (book.materials if side == "output" else book.uses)[id].name(lang))


def driver_unit(driver_id: str, book: ReferenceBook, lang: str) -> str:
    """What a driver is counted in, without `a year`."""
    unit = book.drivers[driver_id].unit(lang)
    for ending in A_YEAR:
        unit = unit.removesuffix(ending)
    return unit


def _line(flow: TypicalFlow, view: SectorView, book: ReferenceBook, lang: str) -> FlowLine:
    size = view.sizes.get(flow.driver_id)
    item = item_link((flow.side, flow.item_id), book, lang)
    return FlowLine(
        side=flow.side,
        item=item,
        rate=_per(flow, 1, book, lang),
        amount=None if size is None else _per(flow, size, book, lang),
        season=season(flow.months),
        uses=_uses(flow, book, lang),
        basis=None if flow.source == "practice" else BASES[flow.basis],
        source=source(flow.source),
        is_general=flow.nace != view.industry.id,
        is_listed=(flow.side, flow.item_id) in view.listed,
    )


def _per(flow: TypicalFlow, size: float, book: ReferenceBook, lang: str) -> str:
    """As in `Grapes processed, 1 t: about 160 kg (100–200) a year`."""
    return _(
        "%(driver)s, %(size)s %(unit)s: %(amount)s a year",
        driver=book.drivers[flow.driver_id].name(lang),
        size=numbers.amount(size, lang),
        unit=driver_unit(flow.driver_id, book, lang),
        amount=amounts.told(yearly(flow, size), flow.unit, book, lang),
    )


def _uses(flow: TypicalFlow, book: ReferenceBook, lang: str) -> tuple[str, ...]:
    """The best documented uses of an output."""
    if flow.side == "need":
        return ()
    ways = (way for way in openings(flow.item_id, book) if not way.is_forbidden)
    names = dict.fromkeys(in_sentence(book.uses[way.use_id].name(lang)) for way in ways)
    return tuple(names)[:USES]


def _summary(outputs: tuple[FlowLine, ...], needs: tuple[FlowLine, ...]) -> str | None:
    have, need = (
        ", ".join(in_sentence(line.item.name) for line in each[:NAMED]) for each in (outputs, needs)
    )
    if have and need:
        return _(
            "Firms like yours usually have: %(outputs)s. They need: %(needs)s.", outputs=have, needs=need
        )
    if have:
        return _("Firms like yours usually have: %(outputs)s.", outputs=have)
    return _("Firms like yours usually need: %(needs)s.", needs=need) if need else None


def _size(driver_id: str, book: ReferenceBook, lang: str) -> SizeField:
    driver = book.drivers[driver_id]
    return SizeField(driver_id, driver.question(lang), driver.unit(lang))


def _link(code: str, book: ReferenceBook, lang: str) -> Link:
    return Link(code, book.nace[code].name(lang))
