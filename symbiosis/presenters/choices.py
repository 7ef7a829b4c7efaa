"""What the pick lists offer, grouped and sorted as the reader's language sorts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from matching.reference_book import ReferenceBook
from matching.reference_records import Named
from symbiosis.presenters import words

DIMENSIONS: Mapping[str, object] = {
    "mass": _l("By weight"),
    "volume": _l("By volume"),
    "energy": _l("Energy"),
    "power": _l("Power"),
    "count": _l("By count"),
    "area": _l("By area"),
    "duration": _l("By time"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """`search`: further words by which a person may look for it, such as its name in the other languages."""

    id: str
    label: object
    note: object = None
    search: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Choices under one heading; an empty `label` has none."""

    label: object
    choices: tuple[Choice, ...]


def of_words(table: Mapping[str, object], notes: Mapping[str, object] | None = None) -> tuple[Choice, ...]:
    return tuple(Choice(key, label, (notes or {}).get(key)) for key, label in table.items())


def municipalities(book: ReferenceBook, lang: str) -> tuple[Group, ...]:
    """By region, without those that are occupied. Both alphabets sort by their code points."""
    by_region: dict[str, list[Choice]] = {}
    for entry in book.municipalities.values():
        if entry.region in book.regions and book.regions[entry.region].is_occupied:
            continue
        by_region.setdefault(entry.region, []).append(
            Choice(entry.id, entry.name(lang), search=_other_names(entry))
        )
    groups = [
        Group(
            book.regions[region].name(lang) if region in book.regions else region,
            tuple(sorted(found, key=lambda choice: str(choice.label))),
        )
        for region, found in by_region.items()
    ]
    return tuple(sorted(groups, key=lambda group: str(group.label)))


def divisions(book: ReferenceBook, lang: str) -> tuple[Group, ...]:
    """The two-digit divisions of NACE by their code."""
    found = sorted(
        (entry for entry in book.nace.values() if len(entry.id) == 2 and entry.id.isdigit()),
        key=lambda e: e.id,
    )
    return (
        Group("", tuple(Choice(e.id, f"{e.id} – {e.name(lang)}", search=_other_names(e)) for e in found)),
    )


def processes(book: ReferenceBook, lang: str) -> tuple[Group, ...]:
    """All processes of the book by name, findable by their other names."""
    found = sorted(book.processes.values(), key=lambda entry: entry.name(lang))
    return (Group("", tuple(Choice(one.id, one.name(lang), search=_other_names(one)) for one in found)),)


def units(book: ReferenceBook, lang: str) -> tuple[Group, ...]:
    """By what they measure, in the order of `reference/units.csv`."""
    by_dimension: dict[str, list[Choice]] = {}
    for unit in book.units.values():
        by_dimension.setdefault(unit.dimension, []).append(Choice(unit.id, unit.name(lang)))
    return tuple(Group(DIMENSIONS.get(name, name), tuple(found)) for name, found in by_dimension.items())


def periods(book: ReferenceBook, lang: str) -> tuple[Group, ...]:
    return (Group("", tuple(Choice(entry.id, entry.name(lang)) for entry in book.periods.values())),)


def months() -> tuple[Choice, ...]:
    return tuple(Choice(str(number), name) for number, name in enumerate(words.MONTHS, start=1))


def sites(own: Sequence[tuple[str, str]]) -> tuple[Group, ...]:
    """Sites of the reader's firm, as (id, what to call it)."""
    return (Group("", tuple(Choice(id, label) for id, label in own)),)


def _other_names(entry: Named) -> str:
    return " ".join(filter(None, (entry.name_ka, entry.name_en, entry.name_ru)))
