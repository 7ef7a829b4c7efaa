"""Codes, titles and places of the reference book are those of the official lists."""

from __future__ import annotations

import csv

from tests.reference.conftest import OFFICIAL
from tools.check_reference import REFERENCE
from tools.reference_tables import read_book


def official(name: str) -> list[dict[str, str]]:
    with (OFFICIAL / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_codes_and_hazard_marks_are_those_of_the_list_of_waste() -> None:
    listed = {
        row["code"]: row["hazardous"] == "true"
        for row in official("classifications/ewc_list_of_waste.csv")
        if row["level"] == "3"
    }
    book, _ = read_book(REFERENCE)
    assert book.waste_codes == listed


def test_activities_are_those_of_nace() -> None:
    book, _ = read_book(REFERENCE)
    ours = {row["code"]: (row["section"], row["title_en"]) for row in book.rows("industries.csv")}
    rows = {row["code"]: row for row in official("classifications/nace_rev2.csv")}
    assert ours == {code: (rows[code]["section"], rows[code]["title_en"]) for code in ours}
    assert {code for code, row in rows.items() if row["level"] in {"1", "2"}} <= ours.keys()
    titles = {row["code"]: row["title_ka"] for row in book.rows("industries.csv")}
    assert all(
        titles[row["code"]] == row["title_ka"] for row in official("classifications/nace_sections_ka.csv")
    )


def test_classes_that_buy_are_classes_of_nace() -> None:
    classes = {row["code"] for row in official("classifications/nace_rev2.csv")}
    book, _ = read_book(REFERENCE)
    assert {code for row in book.rows("uses.csv") for code in row["nace"].split(";") if code} <= classes


def test_places_are_those_of_geostat() -> None:
    book, _ = read_book(REFERENCE)
    ours = {
        row["geostat_code"]: tuple(
            row[column]
            for column in ("name_en", "name_ka", "name_ka_genitive", "lat", "lon", "population_2024")
        )
        for row in book.rows("places.csv")
    }
    columns = ("name_en", "name_ka", "name_ka_genitive", "seat_lat", "seat_lon", "population_2024")
    rows = official("geo/ge_municipalities.csv")
    assert ours == {row["geostat_code"]: tuple(row[column] for column in columns) for row in rows}


def test_regions_are_those_of_geostat_and_lie_round_their_places() -> None:
    book, _ = read_book(REFERENCE)
    rows = official("geo/ge_regions.csv")
    assert {row["iso3166_2"] for row in book.rows("regions.csv")} == {row["iso3166_2"] for row in rows}
    region_of = {row["geostat_code"]: row["iso3166_2"] for row in official("geo/ge_municipalities.csv")}
    iso = {row["id"]: row["iso3166_2"] for row in book.rows("regions.csv")}
    assert all(iso[row["region"]] == region_of[row["geostat_code"]] for row in book.rows("places.csv"))
