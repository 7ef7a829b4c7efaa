"""What is surely outside is refused, what a process can mend is asked, and what is not told is asked once."""

from __future__ import annotations

from typing import Any

import pytest

from matching.gates.specification import Fit, fit_of, specification
from matching.reading import read
from matching.records import GateResult
from matching.reference_book import default_book
from matching.reference_records import Limit
from matching.stated import Stated
from tests.matching.builders import a_need, an_output


def judged(output: str, need: str, **both: Any) -> GateResult:
    book = default_book()
    return specification(read(an_output(output, **both), book), read(a_need(need, **both), book), book, None)


def test_what_no_process_can_mend_is_refused() -> None:
    result = judged("Contaminated soil, PCB 900 mg/kg", "Fill material, PCB below 10 mg/kg")
    assert (result.result, result.reason) == ("fail", "specification.outside:pcb <= 10")
    assert judged("Contaminated soil, PCB 2 mg/kg", "Fill material, PCB below 10 mg/kg").result != "fail"


@pytest.mark.parametrize(
    ("output", "need"),
    [
        ("ნახერხი, ტენიანობა 55 %", "ნედლეული პელეტისთვის, ტენიანობა 15 %-მდე"),
        ("Sawdust, moisture 55 %", "Raw material for pellets, moisture below 15 %"),
        ("опилки, влажность 55 %", "сырьё для пеллет, влажность не более 15 %"),
    ],
)
def test_what_can_be_dried_is_asked_about(output: str, need: str) -> None:
    result = judged(output, need)
    assert (result.result, result.question) == ("unknown", "specification.can_it_be_met:moisture <= 15")


def test_what_is_dry_enough_passes_and_a_bare_figure_of_the_need_asks_nothing() -> None:
    assert judged("Sawdust, moisture 12 %", "Raw material for pellets, moisture below 15 %").result == "pass"
    assert judged("Sawdust, moisture 16 %", "Sawdust, moisture 15 %").result == "pass"


def test_heat_that_is_too_cold_is_asked_about() -> None:
    result = judged("Hot water, 45 °C", "Space heating, at least 70 °C", kind="energy")
    assert result.question == "specification.can_it_be_met:temperature >= 70"


def test_what_nobody_has_told_is_asked_only_when_it_is_usually_not_met() -> None:
    assert judged("Brewer's spent grain", "Pig feed").question == "specification.how_much:age <= 2"
    assert judged("Sawdust", "Raw material for pellets").result == "pass"


@pytest.mark.parametrize(
    ("low", "high", "process", "fit"),
    [
        (10, 14, None, Fit.INSIDE),
        (15, 15, None, Fit.INSIDE),
        (14, 20, None, Fit.MENDABLE),
        (40, 40, None, Fit.MENDABLE),
        (40, 40, "drying", Fit.INSIDE),
    ],
)
def test_how_a_value_stands_to_a_limit(low: float, high: float, process: str | None, fit: Fit) -> None:
    told = {"moisture": Stated("moisture", low, high, "range")}
    assert fit_of(Limit("moisture", "most", 15), told, process, default_book()) is fit
    assert fit_of(Limit("moisture", "most", 15), {}, process, default_book()) is Fit.UNTOLD


def test_a_rounded_figure_just_outside_is_not_surely_outside() -> None:
    limit = Limit("pcb", "most", 50)
    assert fit_of(limit, {"pcb": Stated("pcb", 52, 52, "value")}, None, default_book()) is Fit.MENDABLE
    assert fit_of(limit, {"pcb": Stated("pcb", 60, 60, "value")}, None, default_book()) is Fit.OUTSIDE
