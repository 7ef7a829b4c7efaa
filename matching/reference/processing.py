"""From the files under `reference/` to treatments and to the properties that limits speak of."""

from __future__ import annotations

from pathlib import Path

from matching.reference.reading import by_id, whole
from matching.reference_records import MATURITIES, Maturity, Process, Property
from matching.tables import Row, read_csv

_COLUMNS = (
    "id name_en name_ka name_ru synonyms_en synonyms_ka synonyms_ru note_en note_ka inputs outputs per "
    "yield_low yield yield_high cost_gel_low cost_gel cost_gel_high cost_year energy_kwh_low energy_kwh "
    "energy_kwh_high capacity_low capacity_high permit_en permit_ka maturity source"
)


def processes(folder: Path) -> dict[str, Process]:
    """`processes.csv`."""
    return by_id(
        (
            row,
            Process(
                id=row.text("id"),
                name_en=row.text("name_en"),
                name_ka=row.text("name_ka"),
                name_ru=row.cells["name_ru"],
                synonyms=(*row.many("synonyms_en"), *row.many("synonyms_ka"), *row.many("synonyms_ru")),
                note_en=row.maybe("note_en"),
                note_ka=row.maybe("note_ka"),
                inputs=row.many("inputs"),
                outputs=row.many("outputs"),
                per=row.maybe("per"),
                yields=row.maybe_span("yield"),
                cost_gel=row.maybe_span("cost_gel"),
                cost_year=whole(row, "cost_year"),
                energy_kwh=row.maybe_span("energy_kwh"),
                capacity=_capacity(row),
                permit_en=row.maybe("permit_en"),
                permit_ka=row.maybe("permit_ka"),
                maturity=_maturity(row),
                source=row.cells["source"],
            ),
        )
        for row in read_csv(folder / "processes.csv", tuple(_COLUMNS.split()))
    )


def _capacity(row: Row) -> tuple[float, float] | None:
    low, high = row.maybe_number("capacity_low"), row.maybe_number("capacity_high")
    if low is None and high is None:
        return None
    if low is None or high is None or not 0 < low <= high:
        raise row.fail("capacity needs two numbers in order: low, high")
    return low, high


def _maturity(row: Row) -> Maturity | None:
    value = row.maybe("maturity")
    if value is None:
        return None
    for known in MATURITIES:
        if value == known:
            return known
    raise row.fail(f"maturity is {value!r}, expected one of {list(MATURITIES)}")


def properties(folder: Path) -> dict[str, Property]:
    """`properties.csv`."""
    columns = (
        "id",
        "name_en",
        "name_ka",
        "name_ru",
        "unit",
        "low",
        "high",
        "words",
        "lowered_by",
        "raised_by",
    )
    return by_id(
        (
            row,
            Property(
                id=row.text("id"),
                name_en=row.text("name_en"),
                name_ka=row.text("name_ka"),
                name_ru=row.cells["name_ru"],
                unit=row.text("unit"),
                low=row.number("low"),
                high=row.number("high"),
                words=row.many("words"),
                lowered_by=row.many("lowered_by"),
                raised_by=row.many("raised_by"),
            ),
        )
        for row in read_csv(folder / "properties.csv", columns)
    )
