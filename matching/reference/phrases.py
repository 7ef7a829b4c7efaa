"""How firms word materials and uses in their listings, without naming them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from matching.tables import read_csv

Sort = Literal["material", "use"]
SORTS: tuple[Sort, ...] = ("material", "use")


@dataclass(frozen=True, slots=True)
class ListingPhrase:
    """Words in which a giver tells of a material, or a taker of a use. `entry_id`: which one."""

    sort: Sort
    entry_id: str
    lang: str
    text: str


def phrases(folder: Path) -> tuple[ListingPhrase, ...]:
    """`phrases.csv`. Raises BadReference, naming the line."""
    found = []
    for row in read_csv(folder / "phrases.csv", ("sort", "id", "lang", "phrase")):
        sort = next((known for known in SORTS if known == row.cells["sort"]), None)
        if sort is None:
            raise row.fail(f"sort is {row.cells['sort']!r}, expected one of {list(SORTS)}")
        found.append(ListingPhrase(sort, row.text("id"), row.text("lang"), row.text("phrase")))
    return tuple(found)
