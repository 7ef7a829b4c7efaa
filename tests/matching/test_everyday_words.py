"""What people call a thing in two words, on a phone, is understood as that thing first of all."""

from __future__ import annotations

import csv
from pathlib import Path

from matching.reading import read
from matching.recognition import NAMED
from matching.records import Listing, Side
from matching.reference_book import default_book

WORDS = Path(__file__).with_name("everyday_words.csv")
"""Each with the materials that a waste collector in Georgia may take it for; any of them may come first."""


def test_everyday_words_name_what_people_mean() -> None:
    book = default_book()
    astray: dict[str, dict[str, float]] = {}
    with WORDS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        meant = row["materials"].split(";")
        kind = book.materials[meant[0]].kind
        found = read(Listing("any", Side.OUTPUT, row["text"], kind=kind), book).materials
        best = max(found.values(), default=0.0)
        first = [name for name, sure in found.items() if sure == best]
        if best < NAMED or not set(first) <= set(meant):
            astray[row["text"]] = {name: found[name] for name in first}
    assert len(rows) > 350
    assert astray == {}
