"""Documented exchanges, told in a line with their source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale

from matching.openings import Opening
from matching.reference.precedents import Precedent
from matching.reference_book import ReferenceBook
from symbiosis.presenters.saying import gettext as _
from symbiosis.presenters.sources import SourceLine, source

HOME = "GE"


@dataclass(frozen=True, slots=True)
class CaseLine:
    """`where`: place, country and since when, as far as known. `who`: giver and taker, as kinds of firms.

    `is_told_second_hand`: a collection of exchanges names it, its own source was not read.
    """

    id: str
    title: str
    who: str
    where: str
    result: str | None
    material_id: str
    use_id: str
    source: SourceLine
    is_told_second_hand: bool


def line(case: Precedent, lang: str) -> CaseLine:
    """A case in the reader's language."""
    in_georgian = lang == "ka"
    place = case.place_ka if in_georgian else case.place_en
    country = Locale.parse(lang).territories.get(case.country, case.country)
    since = _("since %(year)s", year=case.since) if case.since else None
    return CaseLine(
        id=case.id,
        title=case.title_ka if in_georgian else case.title_en,
        who=f"{case.giver_ka} → {case.taker_ka}" if in_georgian else f"{case.giver_en} → {case.taker_en}",
        where=", ".join(dict.fromkeys(filter(None, (place, country, since)))),
        result=case.result_ka if in_georgian else case.result_en,
        material_id=case.material_id,
        use_id=case.use_id,
        source=source(case.source),
        is_told_second_hand=case.via == "collection",
    )


def of_id(case_id: str | None, book: ReferenceBook, lang: str) -> CaseLine | None:
    """The case with an id; None without one, and for one that the book no longer holds."""
    case = book.precedents.get(case_id) if case_id else None
    return line(case, lang) if case else None


def of_way(material_id: str, opening: Opening, book: ReferenceBook, lang: str) -> tuple[CaseLine, ...]:
    """Cases of a way: of the material, a narrower one, or the broader one that the way is documented for."""
    if opening.is_forbidden:
        return ()
    return _lines((case for case in book.precedents.values() if fits(case, material_id, opening, book)), lang)


def fits(case: Precedent, material_id: str, opening: Opening, book: ReferenceBook) -> bool:
    """Whether a case shows that a material goes this way."""
    return case.use_id == opening.use_id and (
        is_of(case, material_id, book) or case.material_id == opening.inherited_from
    )


def is_of(case: Precedent, material_id: str, book: ReferenceBook) -> bool:
    """Whether a case is about a material or a narrower one."""
    return case.material_id == material_id or material_id in book.broader(case.material_id)


def others_of_material(
    material_id: str, openings: Iterable[Opening], book: ReferenceBook, lang: str
) -> tuple[CaseLine, ...]:
    """Cases of a material, or a narrower one, for uses that no documented way of it leads to."""
    led_to = {opening.use_id for opening in openings}
    cases = book.precedents.values()
    return _lines((c for c in cases if is_of(c, material_id, book) and c.use_id not in led_to), lang)


def others_of_use(
    use_id: str, material_ids: Iterable[str], book: ReferenceBook, lang: str
) -> tuple[CaseLine, ...]:
    """Cases of a use by materials from which no documented way leads to it."""
    served = set(material_ids)
    cases = _by_use(book).get(use_id, ())
    return _lines((c for c in cases if not {c.material_id, *book.broader(c.material_id)} & served), lang)


@lru_cache(maxsize=8)
def _by_use(book: ReferenceBook) -> dict[str, tuple[Precedent, ...]]:
    found: dict[str, list[Precedent]] = {}
    for case in book.precedents.values():
        found.setdefault(case.use_id, []).append(case)
    return {use: tuple(cases) for use, cases in found.items()}


def at_home(book: ReferenceBook, lang: str, most: int) -> tuple[CaseLine, ...]:
    """Cases of Georgia to begin with, one of a family of materials; the first ones of the book."""
    families: dict[str, Precedent] = {}
    for case in book.precedents.values():
        if case.country == HOME:
            families.setdefault((case.material_id, *book.broader(case.material_id))[-1], case)
    return tuple(line(case, lang) for case in list(families.values())[:most])


def _lines(found: Iterable[Precedent], lang: str) -> tuple[CaseLine, ...]:
    """Those of Georgia first, then those whose own source was read; else as they stand in the book."""
    ranked = sorted(found, key=lambda case: (case.country != HOME, case.via != "page"))
    return tuple(line(case, lang) for case in ranked)
