"""A material, a use and the tree of materials as their pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from matching.law_in_force import Law
from matching.reference_book import ReferenceBook
from matching.reference_records import Named
from symbiosis.presenters import cases, listing, properties, rules, ways
from symbiosis.presenters.cases import CaseLine
from symbiosis.presenters.counted import told
from symbiosis.presenters.rules import RuleLine
from symbiosis.presenters.saying import gettext as _
from symbiosis.presenters.ways import Link, WayGroup
from symbiosis.views import Counted, MaterialView, UseView

LANGUAGES = ("ka", "en", "ru")


@dataclass(frozen=True, slots=True)
class CodeLine:
    """A waste code. `hazard`: `ask` for one of a mirror pair, else `hazardous` or `not_hazardous`."""

    code: str
    display: str
    name: str
    hazard: str


@dataclass(frozen=True, slots=True)
class MaterialPage:
    """Everything of a material in the reader's language. `line`: the broader materials, broadest first.

    `givers`, `takers`: how many firms, None where too few do to say so; `is_counted`: whether anybody could
    be counted. `reach`: how far the counts "within your reach" go. `dead_end`: why it has no lawful use.
    `cases`: documented exchanges beside those that the ways tell.
    """

    id: str
    name: str
    other_names: tuple[tuple[str, str], ...]
    kind: str
    facts: tuple[tuple[str, str], ...]
    hazard_note: str | None
    dead_end: str | None
    codes: tuple[CodeLine, ...]
    line: tuple[Link, ...]
    narrower: tuple[Link, ...]
    groups: tuple[WayGroup, ...]
    n_ways: int
    rules: tuple[RuleLine, ...]
    cases: tuple[CaseLine, ...]
    givers: str | None
    takers: str | None
    reach: str | None
    is_counted: bool
    counted: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class UsePage:
    """A use. `buyers`: the activities that usually buy for it."""

    id: str
    name: str
    other_names: tuple[tuple[str, str], ...]
    note: str | None
    buyers: tuple[str, ...]
    groups: tuple[WayGroup, ...]
    n_materials: int
    cases: tuple[CaseLine, ...]
    seekers: str | None
    is_counted: bool
    counted: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A material of the tree with those under it, by name. `n`: how many there are under it altogether."""

    link: Link
    under: tuple[Branch, ...]
    n: int


def material(view: MaterialView, book: ReferenceBook, law: Law, lang: str) -> MaterialPage:
    """The page of a material."""
    entry, nearby = view.material, view.nearby
    pairs = [(entry.id, opening) for opening in view.openings]
    groups = ways.groups(pairs, book, law, lang, nearby.by_use if nearby else None)
    dead_end = book.dead_ends.get(entry.id)
    return MaterialPage(
        id=entry.id,
        name=entry.name(lang),
        other_names=_other_names(entry, lang),
        kind=entry.kind,
        facts=properties.facts(entry, book, lang),
        hazard_note=entry.hazard_note_ka if lang == "ka" else entry.hazard_note_en,
        dead_end=dead_end.reason(lang) if dead_end else None,
        codes=tuple(code_line(code, book, lang) for code in entry.ewc_codes),
        line=tuple(ways.material_link(id, book, lang) for id in reversed(view.broader)),
        narrower=_by_name(ways.material_link(id, book, lang) for id in view.narrower),
        groups=groups,
        n_ways=sum(len(group.ways) for group in groups if group.key != "never"),
        rules=rules.of_material(entry.id, book, law, lang),
        cases=cases.others_of_material(entry.id, view.openings, book, lang),
        givers=told(nearby.givers) if nearby else None,
        takers=told(nearby.takers) if nearby else None,
        reach=_reach(nearby.reach_km, lang) if nearby and nearby.reach_km else None,
        is_counted=nearby is not None,
        counted=(nearby.givers, nearby.takers) if nearby else (),
    )


def use(view: UseView, book: ReferenceBook, law: Law, lang: str) -> UsePage:
    """The page of a use: materials by strength, then by name."""
    entry = view.use
    pairs = [(source.material_id, source.opening) for source in view.sources]
    groups = tuple(
        replace(group, ways=tuple(sorted(group.ways, key=lambda way: way.material.name)))
        for group in ways.groups(pairs, book, law, lang)
    )
    return UsePage(
        id=entry.id,
        name=entry.name(lang),
        other_names=_other_names(entry, lang),
        note=entry.note_ka if lang == "ka" else entry.note_en,
        buyers=_buyers(entry.nace, book, lang),
        groups=groups,
        n_materials=len({way.material.id for group in groups if group.key != "never" for way in group.ways}),
        cases=cases.others_of_use(entry.id, (material for material, _way in pairs), book, lang),
        seekers=told(view.seekers) if view.seekers else None,
        is_counted=view.seekers is not None,
        counted=(view.seekers,) if view.seekers else (),
    )


def code_line(code: str, book: ReferenceBook, lang: str) -> CodeLine:
    """A waste code as a link to the list, with what has to be asked."""
    entry = book.waste_codes[code]
    hazard = "ask" if entry.twins else "hazardous" if entry.is_hazardous else "not_hazardous"
    return CodeLine(code, listing.spaced(code, entry.is_hazardous), entry.name(lang), hazard)


def tree(book: ReferenceBook, lang: str) -> tuple[Branch, ...]:
    """All materials, by family and name."""
    under: dict[str | None, list[str]] = {}
    for entry in book.materials.values():
        under.setdefault(entry.parent, []).append(entry.id)

    def branch(id: str) -> Branch:
        found = _branches(branch(child) for child in under.get(id, ()))
        return Branch(ways.material_link(id, book, lang), found, sum(1 + one.n for one in found))

    return _branches(branch(root) for root in under.get(None, ()))


def _branches(found: Iterable[Branch]) -> tuple[Branch, ...]:
    return tuple(sorted(found, key=lambda one: one.link.name))


def _by_name(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: link.name))


def _other_names(entry: Named, lang: str) -> tuple[tuple[str, str], ...]:
    """(language, name) in the languages that this page is not in."""
    names = {"ka": entry.name_ka, "en": entry.name_en, "ru": entry.name_ru}
    return tuple((one, names[one]) for one in LANGUAGES if one != lang and names[one])


def _buyers(nace: Iterable[str], book: ReferenceBook, lang: str) -> tuple[str, ...]:
    """Activities by name; a class whose name the book lacks by that of its division."""
    names = []
    for code in nace:
        digits = code.replace(".", "")
        entry = book.nace.get(digits) or book.nace.get(digits[:2])
        if entry:
            names.append(entry.name(lang))
    return tuple(dict.fromkeys(names))


def _reach(km: float, lang: str) -> str:
    return _("about %(km)s km by road from your sites", km=properties.ends(km, km, lang, 0))
