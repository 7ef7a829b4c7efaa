"""Typical amounts and statistics: possible, complete for the pilot, and leading to each other."""

from __future__ import annotations

import shutil
from collections import defaultdict
from pathlib import Path

from matching.reference_book import default_book
from tools.check_reference import REFERENCE, problems

EATEN = {
    "grapes-t", "milk-t", "grain-t", "flour-t", "hazelnut-t", "walnut-t", "oilseed-t", "tea-leaf-t",
    "citrus-t", "fruit-t", "vegetables-t", "raw-material-t", "hides-t", "fish-t", "waste-t",
}  # fmt: skip
"""Drivers in tonnes that are used up: what is left of them cannot weigh more than they did."""
PILOT = {
    "1011", "1039", "1051", "1071", "1102", "1105", "1610", "1812", "2351", "2361", "2370", "2410", "3109",
    "3600", "3700", "3821", "3832", "4120", "4211", "4311", "4520", "4711", "5510", "5610", "8610",
}  # fmt: skip


def test_what_is_left_of_a_tonne_weighs_no_more_than_a_tonne() -> None:
    book = default_book()
    left: dict[tuple[str, str], float] = defaultdict(float)
    for flow in book.typical_flows:
        is_solid = flow.side == "output" and book.materials[flow.item_id].kind == "material"
        if is_solid and flow.unit == "t" and flow.driver_id in EATEN and flow.nace[:2] > "03":
            left[flow.nace, flow.driver_id] += flow.amount[1]
    assert len(left) > 30
    assert {key: total for key, total in left.items() if total > 1} == {}


def test_classes_of_the_pilot_know_what_they_have_and_what_they_need() -> None:
    sides: dict[str, list[str]] = defaultdict(list)
    for flow in default_book().typical_flows:
        sides[flow.nace].append(flow.side)
    assert {nace for nace in PILOT if sides[nace].count("output") < 5 or "need" not in sides[nace]} == set()


def test_every_driver_is_asked_for_by_some_industry() -> None:
    book = default_book()
    asked = {flow.driver_id for flow in book.typical_flows}
    assert book.drivers.keys() == asked
    assert {one.driver_id for one in book.indicators.values()} - {None} <= asked


def test_statistics_know_every_municipality_and_every_region_that_is_not_occupied() -> None:
    book = default_book()
    places = {place for place, _ in book.statistics}
    free = {name for name, region in book.regions.items() if not region.is_occupied}
    assert places == book.municipalities.keys() | free
    firms: dict[str, float] = defaultdict(float)
    for (place, indicator), one in book.statistics.items():
        if indicator.startswith("entities-"):
            firms[place] += one.value
    # A third of the country lives in Tbilisi, and about a third of its firms stand there.
    assert 0.3 < firms["tbilisi"] / sum(firms.values()) < 0.6
    assert set(firms) == set(book.municipalities)


FAULTS = [
    (
        "typical_flows.csv",
        "11.02,output,grape-pomace,grapes-t",
        "11.02,output,grape-must,grapes-t",
        "output is",
    ),
    (
        "typical_flows.csv",
        "11.02,output,grape-stalks,grapes-t",
        "11.02,output,grape-stalks,bunches",
        "bunches",
    ),
    ("typical_flows.csv", "11.05,output,spent-yeast,", "11.20,output,spent-yeast,", "activity is not"),
    ("typical_flows.csv", "judgement,practice", "guess,practice", "basis"),
    ("statistics.csv", "telavi,entities-a", "telavi,entities-z", "indicator is not there"),
    ("indicators.csv", ",grapes-t,01.21;11.02,A", ",grape-berries,01.21;11.02,A", "driver 'grape-berries'"),
    ("indicators.csv", ",milk-t,10.51,A", ",milk-t,10.52,A", "1052 has no amount by 'milk-t'"),
    ("indicators.csv", ",pigs,01.46,A", ",pigs,,A", "go together"),
]


def test_faults_are_told(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(REFERENCE, tmp_path / "reference"))
    for file, before, after, _ in FAULTS:
        text = (copy / file).read_text(encoding="utf-8")
        assert before in text
        (copy / file).write_text(text.replace(before, after, 1), encoding="utf-8")
    found = problems(copy)
    assert [told for *_, told in FAULTS if not any(told in problem for problem in found)] == []
