"""What a change has moved is counted and named."""

from __future__ import annotations

from pathlib import Path

from benchmark.freeze import read_outcomes, read_places, write_outcomes, write_places
from benchmark.moves import Key, Place, moved, turned

FAMILIES = {"a": "dairy", "b": "dairy", "c": "metals", "d": "metals"}
BEFORE: dict[Key, Place] = {
    ("a", "en", "all"): (4, 1.0),
    ("b", "en", "all"): (12, 0.5),
    ("c", "en", "all"): (1, 2.0),
    ("d", "en", "all"): (None, None),
}
NOW: dict[Key, Place] = {
    ("a", "en", "all"): (2, 1.5),
    ("b", "en", "all"): (9, 0.5),
    ("c", "en", "all"): (None, None),
    ("d", "en", "all"): (None, None),
}


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    write_places(tmp_path / "frozen.csv", BEFORE)
    assert read_places(tmp_path / "frozen.csv") == BEFORE
    outcomes: dict[Key, str] = {("x", "ka→en"): "only a routine question"}
    write_outcomes(tmp_path / "never.csv", outcomes)
    assert read_outcomes(tmp_path / "never.csv") == outcomes


def test_places_are_counted_by_setting_with_the_figures_before_and_after() -> None:
    # hit@10: a and c, then a and b; MRR: (1/4 + 1) / 4, then (1/2 + 1/9) / 4
    line = "| en, all | 2 | 1 | 1 | 0.500 → 0.500 | 0.312 → 0.153 |"
    assert line in moved(BEFORE, NOW, FAMILIES).splitlines()


def test_families_are_counted_apart() -> None:
    lines = moved(BEFORE, NOW, FAMILIES).splitlines()
    assert "| dairy | 2 | 0 | 0 |" in lines
    assert "| metals | 0 | 1 | 1 |" in lines


def test_what_crosses_the_tenth_place_is_named() -> None:
    told = moved(BEFORE, NOW, FAMILIES)
    assert "Came among the first ten: b (en, all) 12 → 9." in told
    assert "Left the first ten: c (en, all) 1 → over 50." in told


def test_nothing_moved_is_said_so() -> None:
    told = moved(BEFORE, BEFORE, FAMILIES)
    assert "Came among the first ten: none." in told
    assert "Left the first ten: none." in told
    assert "Same place, other score: 0." in told
    assert "| dairy" not in told


def test_another_score_at_the_same_place_is_counted() -> None:
    told = moved(BEFORE, BEFORE | {("c", "en", "all"): (1, 2.5)}, FAMILIES)
    assert "Same place, other score: 1." in told


def test_cases_that_only_one_side_has_are_not_compared_but_counted() -> None:
    now = {key: place for key, place in BEFORE.items() if key[0] != "a"} | {("e", "en", "all"): (1, 1.0)}
    told = moved(BEFORE, now, FAMILIES | {"e": "dairy"})
    assert "Not compared: 1 new rows, 1 that are gone." in told


def test_pairs_that_are_judged_otherwise_are_named_and_counted() -> None:
    before: dict[Key, str] = {("x", "en"): "shown", ("y", "en"): "asked", ("z", "en"): "shown"}
    now = before | {("x", "en"): "ruled out", ("z", "en"): "ruled out"}
    told = turned(before, now)
    assert "x (en) shown → ruled out; z (en) shown → ruled out." in told
    assert told.endswith("- shown → ruled out: 2")
    assert turned(before, before) == "Pairs that must not be, judged otherwise: none."
