"""What a firm of an industry usually has and needs: by what it knows of its own size."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from matching.reference.reading import by_id, digits
from matching.reference_records import Industry, Named, Span
from matching.tables import Row, read_csv

FlowSide = Literal["output", "need"]


@dataclass(frozen=True, slots=True)
class Driver(Named):
    """What a firm knows of its size (employees, grapes pressed …) and how to ask for it."""

    unit_en: str = ""
    unit_ka: str = ""
    question_en: str = ""
    question_ka: str = ""

    def question(self, lang: str) -> str:
        """How to ask for it, in Georgian or English."""
        return self.question_ka if lang == "ka" else self.question_en

    def unit(self, lang: str) -> str:
        """What it is counted in, in Georgian or English."""
        return self.unit_ka if lang == "ka" else self.unit_en


@dataclass(frozen=True, slots=True)
class TypicalFlow:
    """So much of a material (side `output`) or for a use (`need`), a year, for one unit of a driver.

    `nace`: section letter, division or class, digits only. `months`: when it comes; empty for all the year.
    """

    nace: str
    side: FlowSide
    item_id: str
    driver_id: str
    amount: Span
    unit: str
    months: tuple[int, ...]
    basis: str
    source: str


@dataclass(frozen=True, slots=True)
class Indicator(Named):
    """A figure of official statistics.

    `driver_id`: what it says of the size of industries, if anything; `nace`: of which, ids with digits only.
    `section`: what it counts.
    """

    driver_id: str | None = None
    nace: tuple[str, ...] = ()
    section: str | None = None
    note_en: str | None = None
    note_ka: str | None = None


@dataclass(frozen=True, slots=True)
class Statistic:
    """The value of an indicator in a municipality or region, in one year."""

    place_id: str
    indicator_id: str
    year: int
    value: float
    source: str


LEVELS = {"section": 1, "division": 2, "class": 4}
"""Level -> how many signs its ids have."""


def industries(folder: Path) -> dict[str, Industry]:
    """`industries.csv`."""
    columns: tuple[str, ...] = ("code", "level", "section", "title_en", "title_ka", "title_ru")
    columns += ("words_en", "words_ka", "words_ru")
    return by_id((row, _industry(row)) for row in read_csv(folder / "industries.csv", columns))


def _industry(row: Row) -> Industry:
    code, level = digits(row.text("code")), row.text("level")
    if LEVELS.get(level) != len(code):
        raise row.fail(f"level is {level!r}, which does not go with {code!r}")
    return Industry(
        id=code,
        name_en=row.text("title_en"),
        name_ka=row.text("title_ka"),
        name_ru=row.cells["title_ru"],
        section=row.text("section"),
        level=level,
        words=(*row.many("words_en"), *row.many("words_ka"), *row.many("words_ru")),
    )


def drivers(folder: Path) -> dict[str, Driver]:
    """`drivers.csv`."""
    columns = ("id", "name_en", "name_ka", "name_ru", "unit_en", "unit_ka", "question_en", "question_ka")
    return by_id(
        (
            row,
            Driver(
                id=row.text("id"),
                name_en=row.text("name_en"),
                name_ka=row.text("name_ka"),
                name_ru=row.cells["name_ru"],
                unit_en=row.text("unit_en"),
                unit_ka=row.text("unit_ka"),
                question_en=row.text("question_en"),
                question_ka=row.text("question_ka"),
            ),
        )
        for row in read_csv(folder / "drivers.csv", columns)
    )


def typical_flows(folder: Path) -> tuple[TypicalFlow, ...]:
    """`typical_flows.csv`. Raises BadReference for numbers out of order and for a row twice."""
    columns = (
        "nace",
        "side",
        "item",
        "driver",
        "low",
        "central",
        "high",
        "unit",
        "months",
        "basis",
        "source",
    )
    found: dict[tuple[str, str, str, str], TypicalFlow] = {}
    for row in read_csv(folder / "typical_flows.csv", columns):
        flow = TypicalFlow(
            nace=digits(row.text("nace")),
            side=_side(row),
            item_id=row.text("item"),
            driver_id=row.text("driver"),
            amount=_amount(row),
            unit=row.text("unit"),
            months=_months(row),
            basis=row.text("basis"),
            source=row.text("source"),
        )
        key = (flow.nace, flow.side, flow.item_id, flow.driver_id)
        if key in found:
            raise row.fail(f"{' '.join(key)} is there twice")
        found[key] = flow
    return tuple(found.values())


def _side(row: Row) -> FlowSide:
    value = row.text("side")
    if value == "output":
        return "output"
    if value == "need":
        return "need"
    raise row.fail(f"side is {value!r}, expected output or need")


def _amount(row: Row) -> Span:
    low, central, high = (row.number(column) for column in ("low", "central", "high"))
    if not 0 <= low <= central <= high:
        raise row.fail("low, central and high are out of order")
    return low, central, high


def _months(row: Row) -> tuple[int, ...]:
    parts = row.many("months")
    if not all(part.isdecimal() and 1 <= int(part) <= 12 for part in parts):
        raise row.fail(f"months are {row.cells['months']!r}, expected numbers from 1 to 12")
    return tuple(int(part) for part in parts)


def indicators(folder: Path) -> dict[str, Indicator]:
    """`indicators.csv`."""
    columns = ("id", "name_en", "name_ka", "driver", "nace", "section", "note_en", "note_ka")
    return by_id(
        (
            row,
            Indicator(
                id=row.text("id"),
                name_en=row.text("name_en"),
                name_ka=row.text("name_ka"),
                driver_id=row.maybe("driver"),
                nace=tuple(digits(code) for code in row.many("nace")),
                section=row.maybe("section"),
                note_en=row.maybe("note_en"),
                note_ka=row.maybe("note_ka"),
            ),
        )
        for row in read_csv(folder / "indicators.csv", columns)
    )


def statistics(folder: Path) -> dict[tuple[str, str], Statistic]:
    """`statistics.csv`, by place and indicator. Raises BadReference for a pair twice."""
    found: dict[tuple[str, str], Statistic] = {}
    for row in read_csv(folder / "statistics.csv", ("place", "indicator", "year", "value", "source")):
        one = Statistic(
            place_id=row.text("place"),
            indicator_id=row.text("indicator"),
            year=int(row.number("year")),
            value=row.number("value"),
            source=row.text("source"),
        )
        if (one.place_id, one.indicator_id) in found:
            raise row.fail(f"{one.place_id} {one.indicator_id} is there twice")
        found[one.place_id, one.indicator_id] = one
    return found
