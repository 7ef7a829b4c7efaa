"""However many processes rank, the lines are the same and come in the order of the outputs."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import pytest

from matching.jsonl import ranking_line
from matching.ranker import Ranker
from matching.records import Listing, Side
from matching.reference_book import default_book
from matching.workers import AT_ONCE, ranked_lines

BOOK = default_book()
NAMES = [material.name_en for material in BOOK.materials.values()]
NEEDS = [Listing(f"need-{number}", Side.NEED, f"{name} wanted") for number, name in enumerate(NAMES[::20])]
OUTPUTS = [
    Listing(f"output-{number}", Side.OUTPUT, name) for number, name in enumerate(NAMES[: 2 * AT_ONCE + 3])
]


def _alone() -> list[str]:
    return [ranking_line(found) for found in Ranker(BOOK).rank_all(OUTPUTS, NEEDS, top=3)]


@pytest.mark.parametrize(("processes", "start_method"), [(1, None), (2, None), (7, None), (2, "spawn")])
def test_the_lines_do_not_depend_on_the_processes(processes: int, start_method: str | None) -> None:
    lines = ranked_lines(OUTPUTS, NEEDS, top=3, processes=processes, start_method=start_method)
    assert list(lines) == _alone()


def test_who_reads_no_further_can_leave() -> None:
    many = [replace(OUTPUTS[0], id=f"output-{number}") for number in range(20 * AT_ONCE)]
    lines = ranked_lines(many, NEEDS, top=3, processes=2)
    assert len(list(islice(lines, 2))) == 2
    lines.close()  # type: ignore[attr-defined]
    assert list(ranked_lines(OUTPUTS, NEEDS, top=3, processes=2)) == _alone()
