"""A demonstration file with a mistake stops, and names the firm and the field."""

from __future__ import annotations

from pathlib import Path

import pytest

from matching.reference_book import default_book
from symbiosis.demo.reading import DemoFirm, read_answers, read_firms
from symbiosis.demo.strict import BadDemoFile

GOOD = """
- key: telavi-winery
  name_ka: ალაზნის მარანი
  name_latin: Alaznis Marani
  nace: "11"
  municipality: telavi
  listings:
    - {side: output, lang: ka, text: "ყურძნის ჭაჭა", amount: 180, unit: t, period: season, months: [9, 10],
       code: "020701", hazardous: "no"}
"""


def read(folder: Path, text: str) -> tuple[DemoFirm, ...]:
    (folder / "firms.yaml").write_text(text, encoding="utf-8")
    return read_firms(default_book(), folder / "firms.yaml")


def test_a_good_file_is_taken_as_written(tmp_path: Path) -> None:
    (firm,) = read(tmp_path, GOOD)
    (listing,) = firm.listings
    assert (firm.key, firm.nace_division, firm.municipality) == ("telavi-winery", "11", "telavi")
    assert listing.said.text == "ყურძნის ჭაჭა"
    assert listing.said.season_months == (9, 10)
    assert listing.said.hazardous is False
    assert listing.said.cost_gel_per_year is None


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        (
            "municipality: telavi",
            "municipality: tiflis",
            "telavi-winery: municipality: 'tiflis' is not known",
        ),
        ('nace: "11"', "nace: 11", "telavi-winery: nace: 11 is not known"),
        ("name_latin: Alaznis Marani", "", "telavi-winery: name_latin: is missing"),
        ("name_ka: ალაზნის მარანი", "name_ka: ''", "telavi-winery: name_ka: expected a text, got ''"),
        ("  listings:", "  owner: Gela\n  listings:", "telavi-winery: owner: no such field"),
        ("amount: 180", "amount: -1", "telavi-winery, listing 1: amount: expected a number above 0, got -1"),
        ("unit: t", "unit: pood", "telavi-winery, listing 1: unit: 'pood' is not known"),
        ("period: season", "period: moon", "telavi-winery, listing 1: period: 'moon' is not known"),
        ("[9, 10]", "[9, 13]", "listing 1: months: expected months from 1 to 12, got [9, 13]"),
        ("[9, 10]", "[9, 9]", "listing 1: months: expected each month once, got [9, 9]"),
        ("020701", "029999", "telavi-winery, listing 1: code: '029999' is not known"),
        ('hazardous: "no"', "hazardous: no", "hazardous: expected one of yes, no, unknown, got False"),
        ("side: output", "side: waste", "telavi-winery, listing 1: side: expected one of output, need"),
        ("side: output", "price: 4, side: output", "telavi-winery, listing 1: price: no such field"),
        ("- key: telavi-winery", "- key: Telavi Winery", "key: expected small letters, digits and hyphens"),
    ],
)
def test_a_mistake_is_named_with_firm_and_field(tmp_path: Path, was: str, becomes: str, told: str) -> None:
    assert was in GOOD
    with pytest.raises(BadDemoFile) as caught:
        read(tmp_path, GOOD.replace(was, becomes))
    assert told in str(caught.value)


def test_all_mistakes_are_told_together(tmp_path: Path) -> None:
    with pytest.raises(BadDemoFile) as caught:
        read(tmp_path, GOOD.replace("unit: t", "unit: pood").replace("telavi\n", "tiflis\n"))
    assert len(str(caught.value).splitlines()) == 2


def test_two_firms_with_one_key_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadDemoFile, match="telavi-winery: key: is used twice"):
        read(tmp_path, GOOD + GOOD)


@pytest.mark.parametrize("text", ["key: telavi", "- [", "", "- telavi"])
def test_a_file_that_is_no_list_of_firms_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadDemoFile, match=r"firms\.yaml"):
        read(tmp_path, text)


def test_answers_name_firms_that_are_there(tmp_path: Path) -> None:
    firms = read(tmp_path, GOOD)
    path = tmp_path / "answers.yaml"
    path.write_text("- {output: telavi-winery, need: nobody, output_says: maybe}", encoding="utf-8")
    with pytest.raises(BadDemoFile) as caught:
        read_answers(firms, path)
    assert "answer 1: need: 'nobody' is not known" in str(caught.value)
    assert "answer 1: output_says: expected one of yes, no, later, got 'maybe'" in str(caught.value)
