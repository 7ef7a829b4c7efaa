"""Whether everything under `reference/` holds together.

    python -m tools.check_reference            one line for each problem, exit code 1 when there is any

The program itself stops at the first fault of a table (`matching.reference_book`); this finds all of them at
once, and what only a keeper of the book cares about: names in both languages, words that mean two things,
possible densities, materials that lead nowhere.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from matching.errors import BadReference
from matching.reference_book import ReferenceBook
from tools.knowledge_checks import knowledge_problems
from tools.reference_tables import CARRIAGES, DIMENSIONS, FORMS, KINDS, STRENGTHS, Book, Row, read_book
from tools.road_checks import road_problems

REFERENCE = Path(__file__).resolve().parent.parent / "reference"
DENSITY_RANGE = (0.01, 12.0)  # t/m³: loose foam to solid lead
KEYS = {
    "industries.csv": "code",
    "code_sectors.csv": "codes",
    "ambiguous.csv": "synonym",
    "phrases.csv": "sort phrase",
    "dead_ends.csv": "material",
    "reach.csv": "material",
    "blending_uses.csv": "use",
}
KEYS |= {"roads.csv": "from to", "statistics.csv": "place indicator"}
KEYS |= {"typical_flows.csv": "nace side item driver"}
FREIGHT = (0.137, 0.10, 0.056)  # USD for a tonne and kilometre by road: dear, central, cheap
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CODE = re.compile(r"\d{6}")
_ACTIVITY = re.compile(r"\d\d(\.\d{1,2})?")
_WORD = re.compile(r"[^\W\d_]+")
_CAPITAL_GEORGIAN = re.compile("[Ა-Ჿ]")
_SCRIPTS = (re.compile("[a-zA-Z]"), re.compile("[ა-ჿ]"), re.compile("[а-яёА-ЯЁ]"))


def problems(folder: Path = REFERENCE) -> list[str]:
    """Every fault of the book in a folder, as `file: entry: what is wrong`; empty when it holds together."""
    book, found = read_book(folder)
    if found:
        return found
    meanings = (_ids, _names, _materials, _synonyms, _uses, _pathways, _ways_out)
    measures = (_reaches, _places, road_problems, _measures, _sources)
    found = [problem for check in (*meanings, *measures) for problem in check(book)]
    return found or _known(folder)


def _known(folder: Path) -> list[str]:
    """What is wrong with the content of a book whose tables agree."""
    try:
        return list(knowledge_problems(ReferenceBook.read(folder)))
    except BadReference as error:
        return [str(error)]


def _ids(book: Book) -> Iterator[str]:
    for name, rows in book.tables.items():
        key = KEYS.get(name, "id")
        seen: set[str] = set()
        for row in rows:
            entry = " ".join(row[column] for column in key.split())
            if entry.casefold() in seen:
                yield f"{name}: {entry}: is there twice"
            seen.add(entry.casefold())
            if key == "id" and not _ID.fullmatch(entry):
                yield f"{name}: {entry}: an id is small Latin letters, digits and hyphens"


def _names(book: Book) -> Iterator[str]:
    for name, rows in book.tables.items():
        for row in rows:
            entry = next(iter(row.values()))
            for column, text in row.items():
                if text != text.strip() or "  " in text:
                    yield f"{name}: {entry}: {column} has stray spaces"
                if _CAPITAL_GEORGIAN.search(text):
                    yield f"{name}: {entry}: {column} has capital Georgian letters"
                if column.endswith("_en") and text and row.get(f"{column[:-3]}_ka") == "":
                    yield f"{name}: {entry}: {column} has no Georgian beside it"
                if column.endswith("_ka") and text and row.get(f"{column[:-3]}_en") == "":
                    yield f"{name}: {entry}: {column} has no English beside it"
                if column in {"name_en", "name_ka", "title_en", "title_ka"} and not text:
                    yield f"{name}: {entry}: {column} is empty"
                for word in _WORD.findall(text):
                    if sum(bool(script.search(word)) for script in _SCRIPTS) > 1:
                        yield f"{name}: {entry}: {column} mixes alphabets in {word!r}"


def _materials(book: Book) -> Iterator[str]:
    materials = book.by_id("materials.csv")
    for row in materials.values():
        entry = f"materials.csv: {row['id']}"
        if row["parent"] and row["parent"] not in materials:
            yield f"{entry}: parent {row['parent']!r} is not there"
        if row["id"] in _above(row["id"], materials):
            yield f"{entry}: is among its own broader materials"
        if row["kind"] not in KINDS:
            yield f"{entry}: kind is {row['kind']!r}"
        if row["form"] not in FORMS:
            yield f"{entry}: form is {row['form']!r}"
        if not row["source"]:
            yield f"{entry}: source is empty"
        yield from (f"{entry}: {problem}" for problem in _density(row))
        moisture = _number(row["moisture_percent"])
        if row["moisture_percent"] and (moisture is None or not 0 <= moisture <= 100):
            yield f"{entry}: moisture_percent is {row['moisture_percent']!r}"
        for code in _parts(row["ewc_codes"]):
            if not _CODE.fullmatch(code) or code not in book.waste_codes:
                yield f"{entry}: waste code {code!r} is not in the list"
            elif book.waste_codes[code] and not row["hazard_note_en"]:
                yield f"{entry}: {code} is hazardous, so a hazard note is needed"


def _above(start: str, materials: Mapping[str, Row]) -> list[str]:
    found: list[str] = []
    parent = materials[start]["parent"]
    while parent in materials and parent not in found:
        found.append(parent)
        parent = materials[parent]["parent"]
    return found


def _density(row: Row) -> Iterator[str]:
    columns = ("density_t_per_m3_low", "density_t_per_m3", "density_t_per_m3_high")
    if not any(row[column] for column in columns):
        return
    low, central, high = (_number(row[column]) for column in columns)
    if low is None or central is None or high is None:
        yield "a density needs three numbers: low, central, high"
    elif not DENSITY_RANGE[0] <= low <= central <= high <= DENSITY_RANGE[1]:
        yield f"densities {low}, {central}, {high} t/m³ are out of order or out of {DENSITY_RANGE}"


def _synonyms(book: Book) -> Iterator[str]:
    marked = {row["synonym"].casefold(): set(_parts(row["materials"])) for row in book.rows("ambiguous.csv")}
    meant = _meanings(book.rows("materials.csv"))
    for word, ids in meant.items():
        if len(ids) > 1 and marked.get(word) != ids:
            yield f"materials.csv: {word!r} means {', '.join(sorted(ids))}, but ambiguous.csv does not say so"
    for word, ids in marked.items():
        if meant.get(word, set()) != ids:
            yield f"ambiguous.csv: {word}: the materials that carry it are {sorted(meant.get(word, set()))}"
    for word, ids in _meanings(book.rows("uses.csv")).items():
        if len(ids) > 1:
            yield f"uses.csv: {word!r} means {', '.join(sorted(ids))}"


def _meanings(rows: Iterable[Row]) -> dict[str, set[str]]:
    meant: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for column, text in row.items():
            if column.startswith(("name_", "synonyms_")):
                for word in _parts(text) if column.startswith("syn") else (text,):
                    meant[word.casefold()].add(row["id"])
    meant.pop("", None)
    return meant


def _uses(book: Book) -> Iterator[str]:
    divisions = {row["code"] for row in book.rows("industries.csv")}
    for row in book.rows("uses.csv"):
        if row["kind"] not in KINDS:
            yield f"uses.csv: {row['id']}: kind is {row['kind']!r}"
        for activity in _parts(row["nace"]):
            if not _ACTIVITY.fullmatch(activity) or activity[:2] not in divisions:
                yield f"uses.csv: {row['id']}: activity {activity!r} is not in NACE"


def _pathways(book: Book) -> Iterator[str]:
    materials, uses = book.by_id("materials.csv"), book.by_id("uses.csv")
    processes = book.by_id("processes.csv")
    seen: set[str] = set()
    verdicts: dict[tuple[str, str], set[bool]] = defaultdict(set)
    for file, way in book.pathways:
        entry = f"{file}: {way['id']}"
        if way["id"] in seen:
            yield f"{entry}: is there twice"
        seen.add(way["id"])
        named = (("material", materials), ("use", uses), ("process", processes), ("replaces", materials))
        for key, known in named:
            if key in way and way[key] not in known:
                yield f"{entry}: {key} {way[key]!r} is not there"
        if not way["id"].startswith(f"{way['material']}--{way['use']}"):
            yield f"{entry}: an id is material--use, with --process when a pair has two ways"
        if way["strength"] not in STRENGTHS:
            yield f"{entry}: strength is {way['strength']!r}"
        is_never = way["strength"] == "never"
        verdicts[way["material"], way["use"]].add(is_never)
        if is_never != ("reason_en" in way) or is_never != ("reason_ka" in way):
            yield f"{entry}: a reason, in both languages, is for what must never be done and only for it"
        if ("conditions_en" in way) != ("conditions_ka" in way):
            yield f"{entry}: conditions are in one language only"
        if is_never and ({"conditions_en", "replaces"} & way.keys()):
            yield f"{entry}: what must never be done has no conditions and replaces nothing"
        if way["source"] != "practice" and not way["source"].startswith(("https://", "http://")):
            yield f"{entry}: source is a page that was seen, or practice"
    for (material, use), answers in verdicts.items():
        if len(answers) > 1:
            yield f"pathways: {material}--{use}: allowed and forbidden at once"


def _ways_out(book: Book) -> Iterator[str]:
    materials = book.by_id("materials.csv")
    served = {way["material"] for _, way in book.pathways if way["strength"] != "never"}
    # What is not hazardous serves all that the broader material serves (matching/openings.py).
    lent = {
        name for name, row in materials.items()
        if not row["hazard_note_en"] and served.intersection(_above(name, materials))
    }  # fmt: skip
    dead = {row["material"] for row in book.rows("dead_ends.csv")}
    groups = {row["parent"] for row in materials.values()}
    for material in materials:
        if material not in served | lent | dead | groups:
            yield f"materials.csv: {material}: has no pathway and no stated dead end"
    for material in dead:
        if material not in materials:
            yield f"dead_ends.csv: {material}: is not a material"
        if material in served:
            yield f"dead_ends.csv: {material}: has a pathway, so it is no dead end"
    used = {way["use"] for _, way in book.pathways if way["strength"] != "never"}
    for use in book.by_id("uses.csv").keys() - used:
        yield f"uses.csv: {use}: no material leads to it"
    needed = {way.get("process") for _, way in book.pathways}
    for process, row in book.by_id("processes.csv").items():
        if process not in needed and not (row["inputs"] and row["outputs"]):
            yield f"processes.csv: {process}: no pathway needs it, and it makes no material of another"


def _reaches(book: Book) -> Iterator[str]:
    materials, reaches = book.by_id("materials.csv"), {row["material"]: row for row in book.rows("reach.csv")}
    for name, row in reaches.items():
        entry = f"reach.csv: {name}"
        if name not in materials:
            yield f"{entry}: is not a material"
        low, central, high = (_number(row[column]) for column in ("km_low", "km", "km_high"))
        if low is None or central is None or high is None or not 0 < low <= central <= high:
            yield f"{entry}: a reach needs three kilometres in order: low, central, high"
            continue
        if row["by"] not in CARRIAGES:
            yield f"{entry}: by is {row['by']!r}"
        if row["source"] not in {"freight", "practice"}:
            yield f"{entry}: source is {row['source']!r}"
        worth = central * FREIGHT[1]  # USD a tonne, which freight eats at the central distance
        if row["source"] == "freight" and any(
            abs(km * cost - worth) > cost for km, cost in ((low, FREIGHT[0]), (high, FREIGHT[2]))
        ):
            yield f"{entry}: low, central and high are not one net value at the three costs of freight"
    for name in materials:
        if not {name, *_above(name, materials)} & reaches.keys():
            yield f"materials.csv: {name}: has no reach, nor has anything broader"


def _places(book: Book) -> Iterator[str]:
    regions = book.by_id("regions.csv")
    for name in ("regions.csv", "places.csv"):
        for row in book.rows(name):
            lat, lon = _number(row["lat"]), _number(row["lon"])
            if lat is None or lon is None or not (41.0 < lat < 43.6 and 40.0 < lon < 46.8):
                yield f"{name}: {row['id']}: {row['lat']}, {row['lon']} is not in Georgia"
            if not row["name_ka_locative"].endswith("ში"):
                yield f"{name}: {row['id']}: name_ka_locative does not end in -ში"
    for row in regions.values():
        if row["occupied"] not in {"true", "false"}:
            yield f"regions.csv: {row['id']}: occupied is {row['occupied']!r}"
    for row in book.rows("places.csv"):
        if row["region"] not in regions or regions[row["region"]]["occupied"] == "true":
            yield f"places.csv: {row['id']}: region {row['region']!r} is not one that can be chosen"


def _measures(book: Book) -> Iterator[str]:
    units = book.by_id("units.csv")
    for row in units.values():
        entry = f"units.csv: {row['id']}"
        if row["dimension"] not in DIMENSIONS:
            yield f"{entry}: dimension is {row['dimension']!r}"
        if (_number(row["to_base"]) or 0) <= 0:
            yield f"{entry}: to_base is {row['to_base']!r}"
        base = units.get(row["base"])
        if base is None or base["dimension"] != row["dimension"] or base["to_base"] != "1":
            yield f"{entry}: base {row['base']!r} is not the base unit of {row['dimension']}"
    for row in book.rows("periods.csv"):
        times = _number(row["times_per_year"])
        if row["needs_season_months"] not in {"true", "false"}:
            yield f"periods.csv: {row['id']}: needs_season_months is {row['needs_season_months']!r}"
        if row["id"] != "once" and (times is None or times <= 0):
            yield f"periods.csv: {row['id']}: times_per_year is {row['times_per_year']!r}"


def _sources(book: Book) -> Iterator[str]:
    covered = {file for source in book.sources for file in source["files"]}
    for source in book.sources:
        if not all(str(value).strip() for value in source.values()):
            yield f"SOURCES.yaml: {source['title']}: something is empty"
    for file in covered:
        if not (book.folder / file).exists():
            yield f"SOURCES.yaml: {file} is not there"
    for file in (*book.tables, "pathways/"):
        if file not in covered:
            yield f"SOURCES.yaml: {file} has no source"


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _number(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None


if __name__ == "__main__":
    found_problems = problems(Path(sys.argv[1]) if len(sys.argv) > 1 else REFERENCE)
    print("\n".join(found_problems) or "reference: no problems")
    sys.exit(1 if found_problems else 0)
