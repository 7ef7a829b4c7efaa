"""Write docs/reference/coverage.md: how much of what the reference book holds (`make coverage-page`)."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from matching.reference_book import ReferenceBook, default_book

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "coverage.md"
ENTRY = 3
HEAD = """\
# What the reference book covers

Counted from the files under `reference/` by `make coverage-page`; a test keeps it true. What a row rests on:
`practice` is professional judgement, everything else names a page that was seen.

"""


def page(book: ReferenceBook) -> str:
    """The whole page."""
    return HEAD + "\n".join(
        (*_tables(book), "", *_strengths(book), "", *_families(book), "", *_chapters(book), "")
    )


def _tables(book: ReferenceBook) -> Iterator[str]:
    entries = [code for code in book.waste_codes.values() if code.level == ENTRY]
    yield "| what | how many | of them |"
    yield "|---|---|---|"
    said = sum(bool(code.phrases) for code in entries)
    twins = sum(bool(code.twins) for code in entries)
    yield f"| waste codes (six digits) | {len(entries)} | {twins} in mirror pairs, {said} in words of firms |"
    bulk = sum(material.density_t_per_m3 is not None for material in book.materials.values())
    russian = sum(bool(material.name_ru) for material in book.materials.values())
    yield f"| materials | {len(book.materials)} | {bulk} with a density, {russian} with a Russian name |"
    yield f"| phrases of firms | {len(book.phrases)} | {_n_worded(book)} materials and uses worded in them |"
    bought = sum(bool(use.nace) for use in book.uses.values())
    yield f"| uses | {len(book.uses)} | {bought} with usual buyers |"
    priced = sum(process.cost_gel is not None for process in book.processes.values())
    yield f"| processes | {len(book.processes)} | {priced} with costs |"
    limited = sum(bool(way.limits) for way in book.pathways.values())
    seen = _seen(way.source for way in book.pathways.values())
    yield f"| pathways | {len(book.pathways)} | {limited} with limits, {seen} with a page that was seen |"
    unclear = sum(rule.certainty == "unclear" for rule in book.rules.values())
    yield f"| rules of law | {len(book.rules)} | {unclear} to be asked of a lawyer |"
    judged = sum(factor.basis == "judgement" for factor in book.factors.values())
    yield f"| factors | {len(book.factors)} | {judged} are judgements |"
    yield f"| municipalities | {len(book.municipalities)} | {len(book.roads)} roads between their seats |"


def _n_worded(book: ReferenceBook) -> int:
    return len({(phrase.sort, phrase.entry_id) for phrase in book.phrases})


def _seen(sources: Iterable[str]) -> int:
    return sum(source != "practice" for source in sources)


def _strengths(book: ReferenceBook) -> Iterator[str]:
    counted = Counter(way.strength for way in book.pathways.values())
    yield "| strength of pathways | how many |"
    yield "|---|---|"
    for strength in ("proven", "practised", "possible", "never"):
        yield f"| {strength} | {counted[strength]} |"


def _families(book: ReferenceBook) -> Iterator[str]:
    """Materials and pathways under each material that has nothing broader."""
    top = {name: (book.broader(name) or (name,))[-1] for name in book.materials}
    materials = Counter(top.values())
    ways = Counter(top[way.material_id] for way in book.pathways.values())
    yield "| family | materials | pathways |"
    yield "|---|---|---|"
    for name in sorted(materials, key=lambda name: (-materials[name], name)):
        yield f"| {book.materials[name].name_en} | {materials[name]} | {ways[name]} |"


def _chapters(book: ReferenceBook) -> Iterator[str]:
    """How many entries of each chapter have a material."""
    carried = {code for material in book.materials.values() for code in material.ewc_codes}
    entries = [code for code in book.waste_codes.values() if code.level == ENTRY]
    n_entries = Counter(code.id[:2] for code in entries)
    with_material = Counter(code.id[:2] for code in entries if code.id in carried)
    yield "| chapter of the List of Waste | entries | with a material |"
    yield "|---|---|---|"
    for chapter in sorted(n_entries):
        title = book.waste_codes[chapter].name_en
        yield f"| {chapter} {title} | {n_entries[chapter]} | {with_material[chapter]} |"


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(default_book()), encoding="utf-8")
