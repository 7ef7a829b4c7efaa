"""From the files under `reference/` to entries: one function for each table.

Every function raises BadReference, naming file and line, when its table contradicts itself.
What contradicts another table is found in `checks.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from matching.records import KINDS, Kind
from matching.reference_records import (
    STRENGTHS,
    Ambiguity,
    CodeSector,
    DeadEnd,
    Limit,
    Material,
    Named,
    Pathway,
    Strength,
    Use,
    WasteCode,
    WordFamily,
)
from matching.tables import Row, read_csv, read_yaml_list

_Entry = TypeVar("_Entry", bound=Named)

_NAMES = ("name_en", "name_ka", "name_ru")
_SYNONYMS = ("synonyms_en", "synonyms_ka", "synonyms_ru")
_WORDS = ("words_en", "words_ka", "words_ru")
_LEVELS = {"chapter": 1, "subchapter": 2, "sub-chapter": 2, "entry": 3, "code": 3, "1": 1, "2": 2, "3": 3}
_LEVELS |= {"4": 2, "6": 3}
_MARKS = str.maketrans("", "", " .*\u00a0")


def digits(code: str) -> str:
    """A waste code or activity code without spaces, dots and asterisk: `02 03 04*` -> `020304`."""
    return code.translate(_MARKS)


def by_id(entries: Iterable[tuple[Row, _Entry]]) -> dict[str, _Entry]:
    """Entries by their id. Raises BadReference for an id that is there twice."""
    found: dict[str, _Entry] = {}
    for row, entry in entries:
        if entry.id in found:
            raise row.fail(f"{entry.id} is there twice")
        found[entry.id] = entry
    return found


def _kind(row: Row) -> Kind:
    kind = row.text("kind")
    for known in KINDS:
        if kind == known:
            return known
    raise row.fail(f"kind is {kind!r}, expected one of {list(KINDS)}")


def _synonyms(row: Row) -> tuple[str, ...]:
    return tuple(word for column in _SYNONYMS for word in row.many(column))


def materials(folder: Path) -> dict[str, Material]:
    """`materials.csv`."""
    columns: tuple[str, ...] = ("id", "parent", *_NAMES, *_SYNONYMS, "kind", "form", "density_t_per_m3_low")
    columns += ("density_t_per_m3", "density_t_per_m3_high", "moisture_percent", "ewc_codes")
    columns += ("hazard_note_en", "hazard_note_ka", "price_class", "source")
    return by_id(
        (
            row,
            Material(
                id=row.text("id"),
                name_en=row.text("name_en"),
                name_ka=row.text("name_ka"),
                name_ru=row.cells["name_ru"],
                parent=row.maybe("parent"),
                synonyms=_synonyms(row),
                kind=_kind(row),
                form=row.maybe("form"),
                density_t_per_m3_low=row.maybe_number("density_t_per_m3_low"),
                density_t_per_m3=row.maybe_number("density_t_per_m3"),
                density_t_per_m3_high=row.maybe_number("density_t_per_m3_high"),
                moisture_percent=row.maybe_number("moisture_percent"),
                ewc_codes=tuple(digits(code) for code in row.many("ewc_codes")),
                hazard_note_en=row.maybe("hazard_note_en"),
                hazard_note_ka=row.maybe("hazard_note_ka"),
                price_class=row.maybe("price_class"),
                source=row.text("source"),
            ),
        )
        for row in read_csv(folder / "materials.csv", columns)
    )


def uses(folder: Path) -> dict[str, Use]:
    """`uses.csv`."""
    columns: tuple[str, ...] = ("id", *_NAMES, *_SYNONYMS, "kind", "nace", "note_en", "note_ka")
    return by_id(
        (
            row,
            Use(
                id=row.text("id"),
                name_en=row.text("name_en"),
                name_ka=row.text("name_ka"),
                name_ru=row.cells["name_ru"],
                synonyms=_synonyms(row),
                kind=_kind(row),
                nace=tuple(digits(code) for code in row.many("nace")),
                note_en=row.maybe("note_en"),
                note_ka=row.maybe("note_ka"),
            ),
        )
        for row in read_csv(folder / "uses.csv", columns)
    )


def _strength(row: Row) -> Strength:
    for known in STRENGTHS:
        if row.cells["strength"] == known:
            return known
    raise row.fail(f"strength is {row.cells['strength']!r}, expected one of {list(STRENGTHS)}")


_LIMIT = re.compile(r"([a-z0-9-]+) (<=|>=) (-?\d+(?:\.\d+)?)")


def limits(row: Row, column: str) -> tuple[Limit, ...]:
    """The bounds in a cell: `moisture <= 15; particle-size <= 40`."""
    found = []
    for part in row.many(column):
        seen = _LIMIT.fullmatch(part)
        if seen is None:
            raise row.fail(f"{part!r} is no limit; write `moisture <= 15`")
        found.append(Limit(seen[1], "most" if seen[2] == "<=" else "least", float(seen[3])))
    return tuple(found)


def pathways(folder: Path) -> tuple[dict[str, Pathway], dict[str, Row]]:
    """All files of `pathways/`, and where each entry stands (for the checks against other tables)."""
    needed = frozenset({"id", "material", "use", "strength", "source"})
    allowed = needed | {"process", "conditions_en", "conditions_ka", "replaces", "ratio", "limits", "rules"}
    allowed |= {"reason_en", "reason_ka"}
    found: dict[str, Pathway] = {}
    rows: dict[str, Row] = {}
    for path in sorted((folder / "pathways").glob("*.yaml")):
        for row in read_yaml_list(path, needed, allowed):
            strength = _strength(row)
            if row.cells["id"] in found:
                raise row.fail(f"{row.cells['id']} is there twice")
            if strength == "never" and not (row.cells["reason_en"] and row.cells["reason_ka"]):
                raise row.fail("what may never be done needs reason_en and reason_ka")
            rows[row.cells["id"]] = row
            found[row.cells["id"]] = Pathway(
                id=row.cells["id"],
                material_id=row.cells["material"],
                process_id=row.maybe("process"),
                use_id=row.cells["use"],
                strength=strength,
                source=row.cells["source"],
                conditions_en=row.maybe("conditions_en"),
                conditions_ka=row.maybe("conditions_ka"),
                replaces=row.maybe("replaces"),
                ratio=row.maybe_number("ratio"),
                limits=limits(row, "limits"),
                rule_ids=row.many("rules"),
                reason_en=row.maybe("reason_en"),
                reason_ka=row.maybe("reason_ka"),
            )
    return found, rows


def waste_codes(folder: Path) -> dict[str, WasteCode]:
    """`waste_codes.csv`, or the parts of it in `waste_codes/`."""
    columns: tuple[str, ...] = ("code", "level", "parent", "hazardous", "entry_type", "twins")
    columns += ("title_en", "title_ka", "name_en", "name_ka", *_WORDS)
    whole = folder / "waste_codes.csv"
    parts = [whole] if whole.is_file() else sorted((folder / "waste_codes").glob("*.csv"))
    return by_id(
        (
            row,
            WasteCode(
                id=digits(row.text("code")),
                name_en=row.cells["name_en"] or row.text("title_en"),
                name_ka=row.cells["name_ka"] or row.text("title_ka"),
                level=_level(row),
                parent=digits(row.cells["parent"]) or None,
                is_hazardous=yes(row, "hazardous"),
                entry_type=row.cells["entry_type"],
                twins=tuple(digits(code) for code in row.many("twins")),
                title_en=row.text("title_en"),
                title_ka=row.text("title_ka"),
                phrases=tuple(phrase for column in _WORDS for phrase in row.many(column)),
            ),
        )
        for part in parts
        for row in read_csv(part, columns)
    )


def code_sectors(folder: Path) -> tuple[CodeSector, ...]:
    """`code_sectors.csv`."""
    return tuple(
        CodeSector(codes=row.text("codes"), nace=tuple(digits(activity) for activity in row.many("nace")))
        for row in read_csv(folder / "code_sectors.csv", ("codes", "nace"))
    )


def _level(row: Row) -> int:
    level = _LEVELS.get(row.cells["level"])
    if level is None:
        raise row.fail(f"level is {row.cells['level']!r}")
    return level


def yes(row: Row, column: str) -> bool:
    """The cell as yes or no; empty is no."""
    value = row.cells[column].casefold()
    if value in {"yes", "true", "1"}:
        return True
    if value in {"no", "false", "0", ""}:
        return False
    raise row.fail(f"{column} is {value!r}, expected yes or no")


def whole(row: Row, column: str) -> int | None:
    """The cell as a whole number, None when empty."""
    value = row.maybe_number(column)
    return None if value is None else int(value)


def ambiguities(folder: Path) -> tuple[Ambiguity, ...]:
    """`ambiguous.csv`."""
    columns = ("synonym", "lang", "materials", "question_en", "question_ka")
    return tuple(
        Ambiguity(
            synonym=row.text("synonym"),
            lang=row.text("lang"),
            material_ids=row.many("materials"),
            question_en=row.text("question_en"),
            question_ka=row.text("question_ka"),
        )
        for row in read_csv(folder / "ambiguous.csv", columns)
    )


def dead_ends(folder: Path) -> dict[str, DeadEnd]:
    """`dead_ends.csv`, by material."""
    columns = ("material", "reason_en", "reason_ka")
    return {
        row.text("material"): DeadEnd(
            material_id=row.text("material"),
            reason_en=row.text("reason_en"),
            reason_ka=row.text("reason_ka"),
        )
        for row in read_csv(folder / "dead_ends.csv", columns)
    }


def word_families(folder: Path) -> dict[str, WordFamily]:
    """`words.csv`."""
    columns = ("id", "words_en", "words_ka", "words_ru", "related")
    found: dict[str, WordFamily] = {}
    for row in read_csv(folder / "words.csv", columns):
        words = tuple(word for column in columns[1:4] for word in row.many(column))
        if row.text("id") in found:
            raise row.fail(f"{row.text('id')} is there twice")
        for word in words:
            if not word.isalnum():
                raise row.fail(f"{word!r} is not one word")
        found[row.text("id")] = WordFamily(row.text("id"), words, row.many("related"))
    return found
