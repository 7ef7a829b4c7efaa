"""`reference/` read once into lookups: what is known before anybody lists anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from matching.errors import UnknownCode
from matching.reference import (
    cautions,
    checks,
    factors,
    flows,
    measures,
    phrases,
    precedents,
    processing,
    reading,
    rules,
)
from matching.reference.factors import Factor
from matching.reference.flows import Driver, Indicator, Statistic, TypicalFlow
from matching.reference.phrases import ListingPhrase
from matching.reference.precedents import Precedent
from matching.reference.rules import Rule
from matching.reference_records import (
    Ambiguity,
    CodeSector,
    DeadEnd,
    Industry,
    Material,
    Municipality,
    Pathway,
    Period,
    Process,
    Property,
    Reach,
    Region,
    Road,
    Unit,
    Use,
    WasteCode,
    WordFamily,
)

REFERENCE = Path(__file__).resolve().parent.parent / "reference"


@dataclass(frozen=True, eq=False)
class ReferenceBook:
    """The knowledge of the project, by id. Two books are equal only when they are the same object.

    Waste codes and activities have ids of digits only (`020304`, `1102`).
    """

    materials: Mapping[str, Material] = field(default_factory=dict)
    uses: Mapping[str, Use] = field(default_factory=dict)
    processes: Mapping[str, Process] = field(default_factory=dict)
    pathways: Mapping[str, Pathway] = field(default_factory=dict)
    waste_codes: Mapping[str, WasteCode] = field(default_factory=dict)
    nace: Mapping[str, Industry] = field(default_factory=dict)
    municipalities: Mapping[str, Municipality] = field(default_factory=dict)
    regions: Mapping[str, Region] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    periods: Mapping[str, Period] = field(default_factory=dict)
    word_families: Mapping[str, WordFamily] = field(default_factory=dict)
    properties: Mapping[str, Property] = field(default_factory=dict)
    dead_ends: Mapping[str, DeadEnd] = field(default_factory=dict)
    reaches: Mapping[str, Reach] = field(default_factory=dict)
    code_sectors: tuple[CodeSector, ...] = ()
    ambiguities: tuple[Ambiguity, ...] = ()
    phrases: tuple[ListingPhrase, ...] = ()
    rules: Mapping[str, Rule] = field(default_factory=dict)
    factors: Mapping[str, Factor] = field(default_factory=dict)
    precedents: Mapping[str, Precedent] = field(default_factory=dict)
    drivers: Mapping[str, Driver] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    statistics: Mapping[tuple[str, str], Statistic] = field(default_factory=dict)
    typical_flows: tuple[TypicalFlow, ...] = ()
    roads: tuple[Road, ...] = ()
    blending_uses: Mapping[str, str] = field(default_factory=dict)
    hazard_words: frozenset[str] = frozenset()

    @staticmethod
    def read(folder: Path = REFERENCE) -> ReferenceBook:
        """The book in a folder.

        Raises:
            BadReference: a file is missing, malformed, or names what another file does not have.
        """
        pathways, pathway_rows = reading.pathways(folder)
        book = ReferenceBook(
            materials=MappingProxyType(reading.materials(folder)),
            uses=MappingProxyType(reading.uses(folder)),
            processes=MappingProxyType(processing.processes(folder)),
            pathways=MappingProxyType(pathways),
            waste_codes=MappingProxyType(reading.waste_codes(folder)),
            nace=MappingProxyType(flows.industries(folder)),
            municipalities=MappingProxyType(measures.municipalities(folder)),
            regions=MappingProxyType(measures.regions(folder)),
            units=MappingProxyType(measures.units(folder)),
            periods=MappingProxyType(measures.periods(folder)),
            word_families=MappingProxyType(reading.word_families(folder)),
            properties=MappingProxyType(processing.properties(folder)),
            rules=MappingProxyType(rules.rules(folder)),
            factors=MappingProxyType(factors.factors(folder)),
            precedents=MappingProxyType(precedents.precedents(folder)),
            drivers=MappingProxyType(flows.drivers(folder)),
            indicators=MappingProxyType(flows.indicators(folder)),
            statistics=MappingProxyType(flows.statistics(folder)),
            typical_flows=flows.typical_flows(folder),
            dead_ends=MappingProxyType(reading.dead_ends(folder)),
            reaches=MappingProxyType(measures.reaches(folder)),
            code_sectors=reading.code_sectors(folder),
            ambiguities=reading.ambiguities(folder),
            phrases=phrases.phrases(folder),
            roads=measures.roads(folder),
            blending_uses=MappingProxyType(cautions.blending_uses(folder)),
            hazard_words=cautions.hazard_words(folder),
        )
        checks.check(book, pathway_rows)
        return book

    @cached_property
    def fingerprint(self) -> str:
        """Eight signs that change with any entry of the book."""
        tables = (getattr(self, name.name) for name in fields(self))
        plain = repr([_in_order(table) for table in tables])
        return sha256(plain.encode("utf-8")).hexdigest()[:8]

    def waste_code(self, code: str) -> WasteCode:
        """The entry of a waste code, written with or without spaces and asterisk.

        Raises:
            UnknownCode: the List of Waste has no such entry.
        """
        entry = self.waste_codes.get(reading.digits(code))
        if entry is None:
            raise UnknownCode(field="ewc_code", ewc_code=code)
        return entry

    def broader(self, material_id: str) -> tuple[str, ...]:
        """The ids of the broader materials, nearest first."""
        return _broader(self, material_id)

    def reach(self, material_id: str) -> Reach | None:
        """How far a material is worth carrying: its own reach, or that of the nearest broader material."""
        return _reach(self, material_id)

    def kinship(self, one: str, other: str) -> int | None:
        """Steps between two materials when one is the other or broader than it; None for anything else."""
        if one == other:
            return 0
        for narrow, broad in ((one, other), (other, one)):
            above = self.broader(narrow)
            if broad in above:
                return above.index(broad) + 1
        return None


def _in_order(table: object) -> object:
    """A table that reads the same in every process."""
    if isinstance(table, Mapping):
        return dict(table)
    return sorted(table) if isinstance(table, frozenset) else table


@lru_cache(maxsize=8192)
def _broader(book: ReferenceBook, material_id: str) -> tuple[str, ...]:
    entry = book.materials.get(material_id)
    parent = entry.parent if entry else None
    return () if parent is None else (parent, *_broader(book, parent))


@lru_cache(maxsize=8192)
def _reach(book: ReferenceBook, material_id: str) -> Reach | None:
    lineage = (material_id, *book.broader(material_id))
    return next((book.reaches[name] for name in lineage if name in book.reaches), None)


@cache
def default_book() -> ReferenceBook:
    """The book of this installation, read on first use and kept."""
    return ReferenceBook.read()
