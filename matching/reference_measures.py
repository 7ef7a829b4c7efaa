"""From the files under `reference/` to places and measures: municipalities, regions, units, periods."""

from __future__ import annotations

from pathlib import Path

from matching.reference_reading import by_id, whole, yes
from matching.reference_records import Municipality, Period, Region, Unit
from matching.tables import read_csv


def municipalities(folder: Path) -> dict[str, Municipality]:
    """`places.csv`."""
    columns: tuple[str, ...] = ("id", "region", "name_en", "name_ka", "name_ka_genitive", "name_ka_locative")
    columns += ("lat", "lon", "population_2024", "geostat_code")
    return by_id(
        (
            row,
            Municipality(
                id=row.text("id"),
                name_en=row.text("name_en"),
                name_ka=row.text("name_ka"),
                region=row.text("region"),
                name_ka_genitive=row.cells["name_ka_genitive"],
                name_ka_locative=row.cells["name_ka_locative"],
                lat=row.number("lat"),
                lon=row.number("lon"),
                population_2024=whole(row, "population_2024"),
                geostat_code=row.maybe("geostat_code"),
            ),
        )
        for row in read_csv(folder / "places.csv", columns)
    )


def regions(folder: Path) -> dict[str, Region]:
    """`regions.csv`."""
    columns: tuple[str, ...] = ("id", "name_en", "name_ka", "name_ka_genitive", "name_ka_locative")
    columns += ("iso3166_2", "occupied", "lat", "lon", "population_2024", "geostat_code")
    return by_id(
        (
            row,
            Region(
                id=row.text("id"),
                name_en=row.text("name_en"),
                name_ka=row.text("name_ka"),
                name_ka_genitive=row.cells["name_ka_genitive"],
                name_ka_locative=row.cells["name_ka_locative"],
                iso3166_2=row.maybe("iso3166_2"),
                is_occupied=yes(row, "occupied"),
                lat=row.maybe_number("lat"),
                lon=row.maybe_number("lon"),
                population_2024=whole(row, "population_2024"),
                geostat_code=row.maybe("geostat_code"),
            ),
        )
        for row in read_csv(folder / "regions.csv", columns)
    )


def units(folder: Path) -> dict[str, Unit]:
    """`units.csv`."""
    columns: tuple[str, ...] = (
        "id",
        "dimension",
        "to_base",
        "base",
        "name_en",
        "name_ka",
        "symbol_en",
        "symbol_ka",
        "note",
    )
    return by_id(
        (
            row,
            Unit(
                id=row.text("id"),
                name_en=row.text("name_en"),
                name_ka=row.text("name_ka"),
                dimension=row.text("dimension"),
                to_base=row.number("to_base"),
                base=row.text("base"),
                symbol_en=row.cells["symbol_en"],
                symbol_ka=row.cells["symbol_ka"],
                note=row.maybe("note"),
            ),
        )
        for row in read_csv(folder / "units.csv", columns)
    )


def periods(folder: Path) -> dict[str, Period]:
    """`periods.csv`."""
    columns = ("id", "times_per_year", "needs_season_months", "name_en", "name_ka", "note")
    return by_id(
        (
            row,
            Period(
                id=row.text("id"),
                name_en=row.text("name_en"),
                name_ka=row.text("name_ka"),
                times_per_year=row.maybe_number("times_per_year"),
                needs_season_months=yes(row, "needs_season_months"),
                note=row.maybe("note"),
            ),
        )
        for row in read_csv(folder / "periods.csv", columns)
    )
