"""The tables of `reference/` as they stand in their files: columns, keys, and nothing interpreted."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Row = dict[str, str]

KINDS = {"material", "energy", "water", "gas", "asset"}
FORMS = {"solid", "granular", "powder", "sludge", "paste", "liquid", "gas", "heat", "item"}
DIMENSIONS = {"mass", "volume", "energy", "power", "area", "count", "duration"}
CARRIAGES = {"road", "pipe", "wire"}
STRENGTHS = {"proven", "practised", "possible", "never"}

_NAMES = "name_en name_ka name_ru"
_SYNONYMS = "synonyms_en synonyms_ka synonyms_ru"
_PLACE = f"{_NAMES} name_ka_genitive name_ka_locative"
_COLUMNS = {
    "materials.csv": (
        f"id parent {_NAMES} {_SYNONYMS} kind form density_t_per_m3_low density_t_per_m3 "
        "density_t_per_m3_high moisture_percent ewc_codes hazard_note_en hazard_note_ka price_class source"
    ),
    "uses.csv": f"id {_NAMES} {_SYNONYMS} kind nace note_en note_ka",
    "processes.csv": (
        f"id {_NAMES} {_SYNONYMS} note_en note_ka inputs outputs per yield_low yield yield_high "
        "cost_gel_low cost_gel cost_gel_high cost_year energy_kwh_low energy_kwh energy_kwh_high "
        "capacity_low capacity_high permit_en permit_ka maturity source"
    ),
    "code_sectors.csv": "codes nace",
    "precedents.csv": (
        "id title_en title_ka giver_en giver_ka giver_nace taker_en taker_ka taker_nace place_en place_ka "
        "country material process use result_en result_ka since source via"
    ),
    "properties.csv": f"id {_NAMES} unit low high words lowered_by raised_by",
    "ambiguous.csv": "synonym lang materials question_en question_ka",
    "dead_ends.csv": "material reason_en reason_ka",
    "blending_uses.csv": "use product",
    "hazard_words.csv": "id words_en words_ka words_ru",
    "phrases.csv": "sort id lang phrase",
    "reach.csv": "material km_low km km_high by source",
    "industries.csv": "code level section title_en title_ka title_ru words_en words_ka words_ru",
    "drivers.csv": f"id {_NAMES} unit_en unit_ka question_en question_ka",
    "typical_flows.csv": "nace side item driver low central high unit months basis source",
    "indicators.csv": "id name_en name_ka driver nace section note_en note_ka",
    "statistics.csv": "place indicator year value source",
    "regions.csv": f"id {_PLACE} iso3166_2 occupied lat lon population_2024 geostat_code",
    "places.csv": f"id region {_PLACE} lat lon population_2024 geostat_code",
    "roads.csv": "from to km road closed_months source",
    "units.csv": "id dimension to_base base name_en name_ka symbol_en symbol_ka note",
    "periods.csv": "id times_per_year needs_season_months name_en name_ka note",
}
TABLES = {name: columns.split() for name, columns in _COLUMNS.items()}
PATHWAY_NEEDS = {"id", "material", "use", "strength", "source"}
PATHWAY_MAY = {"process", "conditions_en", "conditions_ka", "reason_en", "reason_ka", "replaces"}
PATHWAY_MAY |= {"ratio", "limits", "rules"}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one written in C is ten times faster
SOURCE_NEEDS = {"files", "title", "publisher", "licence", "date", "taken"}


@dataclass(frozen=True)
class Book:
    """All rows, in the order of their files.

    `pathways` come with the name of their file; `waste_codes` tells of each six-digit code whether it is
    hazardous.
    """

    folder: Path
    tables: dict[str, list[Row]]
    pathways: list[tuple[str, Row]]
    waste_codes: dict[str, bool]
    sources: list[dict[str, Any]]

    def rows(self, name: str) -> list[Row]:
        """The rows of a table."""
        return self.tables[name]

    def by_id(self, name: str) -> dict[str, Row]:
        """The rows of a table by their id."""
        return {row["id"]: row for row in self.tables[name]}


def read_book(folder: Path) -> tuple[Book, list[str]]:
    """What the files of a folder hold, and what kept them from being read (columns, keys, line ends)."""
    found: list[str] = []
    tables = {name: list(_table(folder / name, columns, found)) for name, columns in TABLES.items()}
    files = sorted((folder / "pathways").glob("*.yaml"))
    if not files:
        found.append("pathways: no file is there")
    pathways = [(f"pathways/{path.name}", way) for path in files for way in _pathway_file(path, found)]
    sources = list(_entries(folder / "SOURCES.yaml", SOURCE_NEEDS, set(), found))
    return Book(folder, tables, pathways, dict(_waste_codes(folder, found)), sources), found


def _table(path: Path, columns: list[str], found: list[str]) -> Iterator[Row]:
    text = _text(path, found)
    if text is None:
        return
    reader = csv.reader(text.splitlines())
    header = next(reader, [])
    if header != columns:
        found.append(f"{path.name}: columns are {header}, expected {columns}")
        return
    for cells in reader:
        if len(cells) != len(columns):
            found.append(f"{path.name}: line {reader.line_num}: {len(cells)} cells, expected {len(columns)}")
        else:
            yield dict(zip(columns, cells, strict=True))


def _text(path: Path, found: list[str]) -> str | None:
    if not path.is_file():
        found.append(f"{path.name}: file is missing")
        return None
    raw = path.read_bytes()
    if b"\r" in raw or not raw.endswith(b"\n"):
        found.append(f"{path.name}: lines end in LF, the last one too")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        found.append(f"{path.name}: is not UTF-8: {error}")
        return None


def _entries(path: Path, needs: set[str], may: set[str], found: list[str]) -> Iterator[dict[str, Any]]:
    text = _text(path, found)
    entries = yaml.load(text, Loader=_LOADER) if text else None  # noqa: S506 (both loaders are safe ones)
    if not isinstance(entries, list):
        found.append(f"{path.name}: holds no list")
        return
    for number, entry in enumerate(entries, start=1):
        keys = set(entry) if isinstance(entry, dict) else set()
        if needs - keys or keys - needs - may:
            wrong = sorted(needs - keys), sorted(keys - needs - may)
            found.append(f"{path.name}: entry {number}: missing {wrong[0]}, unknown {wrong[1]}")
        else:
            yield entry


def _pathway_file(path: Path, found: list[str]) -> Iterator[Row]:
    for way in _entries(path, PATHWAY_NEEDS, PATHWAY_MAY, found):
        if all(isinstance(value, str) and value.strip() for value in way.values()):
            yield way
        else:
            found.append(f"pathways/{path.name}: {way['id']}: every value is text and not empty")


def _waste_codes(folder: Path, found: list[str]) -> Iterator[tuple[str, bool]]:
    whole = folder / "waste_codes.csv"
    files = [whole] if whole.is_file() else sorted((folder / "waste_codes").glob("part_*.csv"))
    if not files:
        found.append("waste_codes.csv: file is missing")
    for path in files:
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if len(row["code"]) == 6:
                    yield row["code"], row["hazardous"] == "true"
