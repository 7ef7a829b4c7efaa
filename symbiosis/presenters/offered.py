"""What a firm offers to do for others, in words."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from matching.chains import treatable
from matching.impact.lookup import family
from matching.reference_book import ReferenceBook
from symbiosis.presenters import names, numbers, words
from symbiosis.presenters.choices import Choice
from symbiosis.presenters.saying import gettext as _
from symbiosis.views import Band, InflowView, OfferedView

BANDS: Mapping[Band, object] = {
    "under-10": _l("less than 10 t a year"),
    "10-100": _l("10 to 100 t a year"),
    "100-1000": _l("100 to 1,000 t a year"),
    "over-1000": _l("1,000 t a year and more"),
    "unknown": _l("amount not known"),
}


@dataclass(frozen=True, slots=True)
class OfferedLine:
    """A process that the reader's firm offers. `price` is shown to it and to coordinators."""

    site_id: str
    process_id: str
    process: str
    where: str
    capacity: str | None
    price: str | None
    permit: object
    hazardous: object
    permit_note: str | None
    treats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InflowLine:
    """What could come to a process, as a row of the table."""

    material: str
    product: str | None
    region: str
    band: object
    n_outputs: int


@dataclass(frozen=True, slots=True)
class TreatedGroup:
    """A family of materials that a process could be for, as boxes to tick; the family itself comes first."""

    label: str
    choices: tuple[Choice, ...]


def offered(view: OfferedView, book: ReferenceBook, lang: str) -> OfferedLine:
    """An offer as the page of its firm tells it."""
    process = book.processes[view.process_id]
    return OfferedLine(
        site_id=view.site_id,
        process_id=view.process_id,
        process=process.name(lang),
        where=names.municipality(view.municipality, book, lang),
        capacity=numbers.tonnes(view.tonnes_per_year, lang),
        price=None if view.price_gel_per_t is None else numbers.money(view.price_gel_per_t, lang),
        permit=_said(view.has_permit),
        hazardous=_said(view.takes_hazardous),
        permit_note=process.permit(lang),
        treats=tuple(sorted(book.materials[one].name(lang) for one in view.treats if one in book.materials)),
    )


def inflow(view: InflowView, book: ReferenceBook, lang: str) -> InflowLine:
    """Outputs of one kind as the page of the processor tells them."""
    product = view.product_id if view.product_id in book.materials else None
    return InflowLine(
        material=book.materials[view.material_id].name(lang),
        product=book.materials[product].name(lang) if product else None,
        region=book.regions[view.region].name(lang) if view.region in book.regions else view.region,
        band=BANDS[view.band],
        n_outputs=view.n_outputs,
    )


def treated_groups(
    process_id: str, said: Set[str], book: ReferenceBook, lang: str
) -> tuple[TreatedGroup, ...]:
    """What a process could be for, by family, each sorted as the reader's language sorts.

    With it what a firm `said` that it treats beyond that: what has no box would be lost when it saves.
    """
    by_family: dict[str, list[Choice]] = {}
    for one in sorted({*treatable(process_id, book), *(said & book.materials.keys())}):
        found = by_family.setdefault(family(one, book), [])
        if one != family(one, book):
            found.append(Choice(one, book.materials[one].name(lang)))
    groups = []
    for name, found in by_family.items():
        label = book.materials[name].name(lang)
        whole = Choice(name, _("All of it: %(family)s", family=label))
        groups.append(TreatedGroup(label, (whole, *sorted(found, key=lambda choice: str(choice.label)))))
    return tuple(sorted(groups, key=lambda group: group.label))


def _said(value: bool | None) -> object:
    return _("not known") if value is None else words.SAID["yes" if value else "no"]
