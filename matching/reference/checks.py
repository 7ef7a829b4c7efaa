"""Whether the tables under `reference/` agree with each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from matching.errors import BadReference
from matching.tables import Row

if TYPE_CHECKING:
    from matching.reference_book import ReferenceBook


def check(book: ReferenceBook, pathway_rows: Mapping[str, Row]) -> None:
    """Raises BadReference for the first entry that names what another table does not have."""
    _check_materials(book)
    for use in book.uses.values():
        # The book has divisions; a use may name a class within one.
        divisions = {activity[:2] for activity in use.nace}
        _all_known("uses.csv", use.id, "nace", divisions, book.nace)
    _check_processes(book)
    for entry in book.properties.values():
        changing = (*entry.lowered_by, *entry.raised_by)
        _all_known("properties.csv", entry.id, "lowered_by or raised_by", changing, book.processes)
    _check_pathways(book, pathway_rows)
    _check_waste_codes(book)
    for municipality in book.municipalities.values():
        _all_known("places.csv", municipality.id, "region", (municipality.region,), book.regions)
    for road in book.roads:
        ends = (road.from_id, road.to_id)
        _all_known("roads.csv", " to ".join(ends), "seat", ends, book.municipalities)
        if road.from_id == road.to_id:
            raise _wrong("roads.csv", road.from_id, "the road leads nowhere")
    for family in book.word_families.values():
        _all_known("words.csv", family.id, "related", family.related, book.word_families)
    _check_units(book)
    for dead_end in book.dead_ends.values():
        _all_known("dead_ends.csv", "material", "material", (dead_end.material_id,), book.materials)
    for reach in book.reaches.values():
        _all_known("reach.csv", "material", "material", (reach.material_id,), book.materials)
    _all_known("blending_uses.csv", "use", "use", book.blending_uses, book.uses)
    for phrase in book.phrases:
        known = book.materials if phrase.sort == "material" else book.uses
        _all_known("phrases.csv", phrase.text, phrase.sort, (phrase.entry_id,), known)
    for ambiguity in book.ambiguities:
        _all_known("ambiguous.csv", ambiguity.synonym, "materials", ambiguity.material_ids, book.materials)


def _wrong(file: str, entry: str, problem: str) -> BadReference:
    return BadReference(file=file, line=0, problem=f"{entry}: {problem}")


def _all_known(file: str, entry: str, column: str, named: Iterable[str], known: Mapping[str, object]) -> None:
    for name in named:
        if name not in known:
            raise _wrong(file, entry, f"{column} names {name!r}, which is not there")


def _check_materials(book: ReferenceBook) -> None:
    for material in book.materials.values():
        above = {material.id}
        parent = material.parent
        while parent is not None:
            _all_known("materials.csv", material.id, "parent", (parent,), book.materials)
            if parent in above:
                raise _wrong("materials.csv", material.id, "is among its own broader materials")
            above.add(parent)
            parent = book.materials[parent].parent
        _all_known("materials.csv", material.id, "ewc_codes", material.ewc_codes, book.waste_codes)


def _check_pathways(book: ReferenceBook, rows: Mapping[str, Row]) -> None:
    for pathway in book.pathways.values():
        processes = (pathway.process_id,) if pathway.process_id else ()
        for what, named, known in (
            ("material", (pathway.material_id,), book.materials),
            ("use", (pathway.use_id,), book.uses),
            ("process", processes, book.processes),
            ("limits", tuple(limit.property_id for limit in pathway.limits), book.properties),
        ):
            for name in named:
                if name not in known:
                    raise rows[pathway.id].fail(f"{what} names {name!r}, which is not there")


def _check_processes(book: ReferenceBook) -> None:
    for process in book.processes.values():
        _all_known("processes.csv", process.id, "inputs", process.inputs, book.materials)
        _all_known("processes.csv", process.id, "outputs", process.outputs, book.materials)


def _check_units(book: ReferenceBook) -> None:
    bases: dict[str, str] = {}
    for unit in book.units.values():
        if bases.setdefault(unit.dimension, unit.base) != unit.base:
            raise _wrong("units.csv", unit.id, f"{unit.dimension} is compared in {bases[unit.dimension]}")


def _check_waste_codes(book: ReferenceBook) -> None:
    for code in book.waste_codes.values():
        parent = (code.parent,) if code.parent else ()
        _all_known("waste_codes", code.id, "parent", parent, book.waste_codes)
        _all_known("waste_codes", code.id, "twins", code.twins, book.waste_codes)
