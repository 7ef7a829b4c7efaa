"""What arises in a place by estimate: a line a material, with where the figure comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from matching.estimates import Estimate
from matching.reference.flows import Statistic
from matching.reference_book import ReferenceBook
from symbiosis.presenters import amounts, names, numbers
from symbiosis.presenters.names import in_sentence
from symbiosis.presenters.saying import gettext as _
from symbiosis.presenters.ways import Link
from symbiosis.views import PlaceView

SOURCES: Mapping[str, object] = {
    "Geostat, agriculture of Georgia": _l("Geostat, agriculture of Georgia"),
    "Geostat, business register": _l("Geostat, business register"),
    "Geostat, environment": _l("Geostat, environment"),
    "Geostat, industry": _l("Geostat, industry"),
    "Geostat, structural business statistics": _l("Geostat, structural business statistics"),
}
"""Sources of `statistics.csv` in the reader's language; one that is not here is told as it stands."""


@dataclass(frozen=True, slots=True)
class EstimateLine:
    """`grounds`: the statistics with their values and years. `not_added`: what else tells of the material."""

    material: Link
    amount: str
    is_upper_limit: bool
    grounds: tuple[str, ...]
    source: str
    not_added: str | None


@dataclass(frozen=True, slots=True)
class FirmCount:
    """Active firms of a section, `id` its letter."""

    id: str
    section: str
    number: str
    year: int


@dataclass(frozen=True, slots=True)
class PlacePage:
    """A place. `region`: what a municipality lies in, with `of_region`, the estimates for all of it."""

    id: str
    name: str
    lines: tuple[EstimateLine, ...]
    firms: tuple[FirmCount, ...]
    firms_source: str
    region: Link | None
    of_region: tuple[EstimateLine, ...]
    municipalities: tuple[Link, ...]


def page(view: PlaceView, book: ReferenceBook, lang: str) -> PlacePage:
    """The page of a municipality or region."""
    region = view.region
    places = (Link(id, names.municipality(id, book, lang)) for id in view.municipalities)
    return PlacePage(
        id=view.place.id,
        name=view.place.name(lang),
        lines=tuple(_line(one, book, lang) for one in view.estimates),
        firms=tuple(_count(one, book, lang) for one in view.firms),
        firms_source=_sources(one.source for one in view.firms),
        region=Link(region.id, region.name(lang)) if region else None,
        of_region=tuple(_line(one, book, lang) for one in view.of_region),
        municipalities=tuple(sorted(places, key=lambda link: link.name)),
    )


def regions(book: ReferenceBook, lang: str) -> tuple[tuple[Link, tuple[Link, ...]], ...]:
    """The regions that statistics speak of, each with its municipalities, by name."""
    told = {place for place, _indicator in book.statistics}
    under: dict[str, list[Link]] = {id: [] for id in book.regions if id in told}
    for one in book.municipalities.values():
        if one.id in told and one.id not in book.regions:
            under[one.region].append(Link(one.id, one.name(lang)))
    found = (
        (Link(id, book.regions[id].name(lang)), tuple(sorted(links, key=lambda link: link.name)))
        for id, links in under.items()
    )
    return tuple(sorted(found, key=lambda pair: pair[0].name))


def _line(one: Estimate, book: ReferenceBook, lang: str) -> EstimateLine:
    others = [in_sentence(book.drivers[driver].name(lang)) for driver in one.not_added]
    return EstimateLine(
        material=Link(one.material_id, book.materials[one.material_id].name(lang)),
        amount=amounts.told(one.amount, one.unit, book, lang),
        is_upper_limit=one.is_upper_limit,
        grounds=tuple(
            _(
                "%(indicator)s: %(value)s (%(year)s)",
                indicator=book.indicators[statistic.indicator_id].name(lang),
                value=numbers.amount(statistic.value, lang, 1),
                year=statistic.year,
            )
            for statistic, _flow in one.parts
        ),
        source=_sources(statistic.source for statistic, _flow in one.parts),
        not_added=", ".join(others) or None,
    )


def _count(one: Statistic, book: ReferenceBook, lang: str) -> FirmCount:
    section = book.nace[book.indicators[one.indicator_id].section or ""]
    return FirmCount(section.id, section.name(lang), numbers.amount(one.value, lang, 0), one.year)


def _sources(sources: Iterable[str]) -> str:
    return ", ".join(str(SOURCES.get(each, each)) for each in dict.fromkeys(sources))
