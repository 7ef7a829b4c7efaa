"""From the files under `reference/` to measures: municipalities, regions, roads, units, periods, reach."""

from __future__ import annotations

from pathlib import Path

from matching.reference.reading import by_id, whole, yes
from matching.reference_records import CARRIAGES, Carriage, Municipality, Period, Reach, Region, Road, Unit
from matching.tables import Row, read_csv

MONTHS = frozenset(str(month) for month in range(1, 13))


def municipalities(folder: Path) -> dict[str, Municipality]:
    """`places.csv`."""
    columns: tuple[str, ...] = ("id", "region", "name_en", "name_ka", "name_ru", "name_ka_genitive")
    columns += ("name_ka_locative", "lat", "lon", "population_2024", "geostat_code")
    return by_id(
        (
            row,
            Municipality(
                id=row.text("id"),
                name_en=row.text("name_en"),
                name_ka=row.text("name_ka"),
                name_ru=row.text("name_ru"),
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
    columns: tuple[str, ...] = ("id", "name_en", "name_ka", "name_ru", "name_ka_genitive")
    columns += ("name_ka_locative", "iso3166_2", "occupied", "lat", "lon", "population_2024", "geostat_code")
    return by_id(
        (
            row,
            Region(
                id=row.text("id"),
                name_en=row.text("name_en"),
                name_ka=row.text("name_ka"),
                name_ru=row.text("name_ru"),
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


def roads(folder: Path) -> tuple[Road, ...]:
    """`roads.csv`. Raises BadReference for kilometres below 1, a month outside the year, and a road twice."""
    found: dict[frozenset[str], Road] = {}
    for row in read_csv(folder / "roads.csv", ("from", "to", "km", "road", "closed_months", "source")):
        road = Road(
            from_id=row.text("from"),
            to_id=row.text("to"),
            km=row.number("km"),
            via=row.text("road"),
            closed_months=_months(row),
            source=row.text("source"),
        )
        if road.km < 1:
            raise row.fail(f"km is {row.cells['km']}")
        if frozenset((road.from_id, road.to_id)) in found:
            raise row.fail(f"{road.from_id} to {road.to_id} is there twice")
        found[frozenset((road.from_id, road.to_id))] = road
    return tuple(found.values())


def _months(row: Row) -> tuple[int, ...]:
    months = row.many("closed_months")
    if any(month not in MONTHS for month in months):
        raise row.fail(f"closed_months is {row.cells['closed_months']!r}, expected numbers from 1 to 12")
    return tuple(int(month) for month in months)


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


def reaches(folder: Path) -> dict[str, Reach]:
    """`reach.csv`, by material. Raises BadReference for kilometres out of order and for a material twice."""
    found: dict[str, Reach] = {}
    for row in read_csv(folder / "reach.csv", ("material", "km_low", "km", "km_high", "by", "source")):
        reach = Reach(
            material_id=row.text("material"),
            km_low=row.number("km_low"),
            km=row.number("km"),
            km_high=row.number("km_high"),
            by=_carriage(row),
            source=row.text("source"),
        )
        if not 0 < reach.km_low <= reach.km <= reach.km_high:
            raise row.fail("km_low, km and km_high are out of order")
        if reach.material_id in found:
            raise row.fail(f"{reach.material_id} is there twice")
        found[reach.material_id] = reach
    return found


def _carriage(row: Row) -> Carriage:
    for known in CARRIAGES:
        if row.cells["by"] == known:
            return known
    raise row.fail(f"by is {row.cells['by']!r}, expected one of {list(CARRIAGES)}")
