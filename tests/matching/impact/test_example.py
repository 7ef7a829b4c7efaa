"""The example of the page on worth is what the program reckons."""

from __future__ import annotations

import re
from pathlib import Path

from tests.matching.impact.builders import reckoned

PAGE = (Path(__file__).parents[3] / "docs/explanation/worth.md").read_text(encoding="utf-8")


def _row(name: str) -> list[float]:
    found = re.search(rf"^\| {name} \|(.+)\|$", PAGE, re.MULTILINE)
    assert found is not None, name
    return [float(cell.strip().replace("−", "-").replace(",", "")) for cell in found[1].split("|")]


def test_the_table_of_the_example_is_reckoned() -> None:
    found = reckoned(distance_km=60)
    for name, side in (("giver", "giver"), ("taker", "taker"), ("together", "joint")):
        unit, year = getattr(found.per_unit, side), getattr(found.per_year, side)
        assert _row(name) == [round(unit[1], 1), *(round(each) for each in year)], name


def test_the_sentences_of_the_example_are_reckoned() -> None:
    found = reckoned(distance_km=60)
    assert found.break_even_km
    assert found.price
    assert found.co2e_t_per_year
    low, central, high = (round(km) for km in found.break_even_km)
    assert f"It pays up to {central} km ({low} to {high})." in PAGE
    price = f"{found.price.suggested:.2f}".rstrip("0").rstrip(".")
    assert price == "3.85"
    least, most = found.price.least[1], found.price.most[1]
    assert f"A price of {price} GEL a tonne lies midway between −{-least:.1f} and {most:.1f}." in PAGE
    low_t, central_t, high_t = found.co2e_t_per_year
    assert f"saves {central_t:.1f} t CO2e a year\n({low_t:.1f} to {high_t:.1f})" in PAGE
