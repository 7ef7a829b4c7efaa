"""What stands in the files of the demonstration region is known, lawful and in proportion."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from matching.records import Side
from matching.reference_book import default_book
from symbiosis.demo import marks
from symbiosis.demo.reading import DemoFirm, DemoListing, read_answers, read_firms
from symbiosis.identification import is_identification_code, is_personal_number
from symbiosis.operations import meaning
from tests.symbiosis.demo import NOW

STATISTICS = Path(__file__).resolve().parents[4] / "shared" / "data" / "georgia_stats"
SECTIONS = "ABCDEFGHI"
PILOT_REGIONS = {"adjara": "Adjara", "kakheti": "Kakheti", "kvemo-kartli": "Kvemo Kartli"}
FARTHEST_SECTORS = 0.15
FARTHEST_PLACES = 0.15
BOOK = default_book()


@pytest.fixture(scope="module")
def region() -> tuple[DemoFirm, ...]:
    return read_firms(BOOK)


def listings(region: tuple[DemoFirm, ...]) -> Iterator[tuple[str, DemoListing]]:
    for firm in region:
        for listing in firm.listings:
            yield firm.key, listing


def test_the_region_has_about_sixty_firms(region: tuple[DemoFirm, ...]) -> None:
    assert 55 <= len(region) <= 75
    assert 140 <= len(list(listings(region))) <= 200
    assert len({firm.name_ka for firm in region}) == len({firm.name_latin for firm in region}) == len(region)


def test_every_listing_would_be_taken_from_a_real_firm(region: tuple[DemoFirm, ...]) -> None:
    for _, listing in listings(region):
        meaning.check_listing(listing.said, BOOK, now=NOW)


def test_every_division_is_one_that_a_firm_can_register_with(region: tuple[DemoFirm, ...]) -> None:
    assert {len(firm.nace_division) for firm in region} == {2}


def test_listings_are_in_the_language_that_they_say(region: tuple[DemoFirm, ...]) -> None:
    wrong = [key for key, each in listings(region) if meaning.language_of(each.said.text) != each.lang]
    assert wrong == []
    shares = Counter(listing.lang for _, listing in listings(region))
    assert shares["ka"] > shares["en"] > 20


def test_what_has_a_hazardous_code_is_marked_hazardous(region: tuple[DemoFirm, ...]) -> None:
    hazardous = [
        (key, listing.said)
        for key, listing in listings(region)
        if listing.said.ewc_code and BOOK.waste_code(listing.said.ewc_code).is_hazardous
    ]
    assert len(hazardous) >= 5
    assert [(key, said.text) for key, said in hazardous if said.hazardous is not True] == []


def test_marks_cannot_be_taken_for_something_real() -> None:
    code = marks.identification_code(65)
    assert is_identification_code(code)
    assert not is_personal_number(code)
    assert code.startswith("00000")
    assert marks.email("telavi-winery").endswith(".invalid")
    assert marks.phone(165) == "+995 000 00 01 65"


def test_answers_include_open_exchanges_a_waiting_answer_and_a_refusal(region: tuple[DemoFirm, ...]) -> None:
    answers = read_answers(region)
    said = Counter((answer.output_says, answer.need_says) for answer in answers)
    assert said["yes", "yes"] >= 3
    assert said[None, "yes"] >= 1
    refusals = [answer for answer in answers if "no" in (answer.output_says, answer.need_says)]
    assert [refusal.reason for refusal in refusals] == ["distance"]


def total_variation(these: Counter[str], those: Counter[str]) -> float:
    """Half the sum of differences between two distributions: 0 = the same, 1 = nothing in common."""
    n_these, n_those = sum(these.values()), sum(those.values())
    keys = these.keys() | those.keys()
    return sum(abs(these[key] / n_these - those[key] / n_those) for key in keys) / 2


def test_the_distance_between_distributions_is_a_share() -> None:
    assert total_variation(Counter(a=1), Counter(b=5)) == 1
    assert total_variation(Counter(a=1, b=1), Counter(a=30, b=10)) == 0.25


@pytest.mark.skipif(not STATISTICS.is_dir(), reason="Geostat's tables lie beside the checkout, not in it")
def test_sectors_are_in_the_proportions_of_employment(region: tuple[DemoFirm, ...]) -> None:
    names = {*PILOT_REGIONS.values(), "Imereti"}  # the region of Kutaisi
    employed: Counter[str] = Counter()
    for row in table("ge_business_by_region_activity_2015_2022.csv"):
        is_wanted = (row["indicator"], row["year"]) == ("employed", "2022") and row["region_en"] in names
        if is_wanted and row["nace_section"] in SECTIONS:
            employed[row["nace_section"]] += round(float(row["value"]))
    assert set(employed) == set(SECTIONS)
    firms = Counter(BOOK.nace[firm.nace_division].section for firm in region)
    assert total_variation(firms, employed) < FARTHEST_SECTORS


@pytest.mark.skipif(not STATISTICS.is_dir(), reason="Geostat's tables lie beside the checkout, not in it")
def test_places_are_in_the_proportions_of_active_entities(region: tuple[DemoFirm, ...]) -> None:
    places = {
        place.geostat_code: place.id
        for place in BOOK.municipalities.values()
        if place.id == "kutaisi" or place.region in PILOT_REGIONS
    }
    entities: Counter[str] = Counter()
    for row in table("ge_active_entities_by_municipality_activity_2012_2023.csv"):
        if row["geostat_code"] in places and row["year"] == "2023" and row["nace_section"] in SECTIONS:
            entities[places[row["geostat_code"]]] += round(float(row["total"] or 0))
    assert len(entities) == len(places)
    assert total_variation(Counter(firm.municipality for firm in region), entities) < FARTHEST_PLACES


def table(name: str) -> Iterator[dict[str, str]]:
    with (STATISTICS / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def test_outputs_and_needs_are_both_there_in_each_part_of_the_region(region: tuple[DemoFirm, ...]) -> None:
    for part in (("telavi", "kvareli"), ("batumi", "kobuleti"), ("kutaisi",), ("rustavi",), ("marneuli",)):
        sides = {each.said.side for firm in region if firm.municipality in part for each in firm.listings}
        assert sides == set(Side)
