"""From the files under `reference/` to what calls for caution: products that are mixed, hazardous words."""

from __future__ import annotations

from pathlib import Path

from matching.tables import read_csv

PRODUCTS = ("land", "feed", "food", "building", "fuel", "goods")
"""What the product is that a material would be mixed into: where what it hides would end up."""


def blending_uses(folder: Path) -> dict[str, str]:
    """`blending_uses.csv`: use -> one of PRODUCTS."""
    found: dict[str, str] = {}
    for row in read_csv(folder / "blending_uses.csv", ("use", "product")):
        if row.text("product") not in PRODUCTS:
            raise row.fail(f"product is {row.text('product')!r}, expected one of {list(PRODUCTS)}")
        if row.text("use") in found:
            raise row.fail(f"{row.text('use')} is there twice")
        found[row.text("use")] = row.text("product")
    return found


def hazard_words(folder: Path) -> frozenset[str]:
    """`hazard_words.csv`: single words, in three languages, that name what is usually hazardous."""
    found: set[str] = set()
    for row in read_csv(folder / "hazard_words.csv", ("id", "words_en", "words_ka", "words_ru")):
        for column in ("words_en", "words_ka", "words_ru"):
            for word in row.many(column):
                if not word.isalnum():
                    raise row.fail(f"{word!r} is not one word")
                found.add(word)
    return frozenset(found)
