"""The reference book holds together, and the check tells where it would not."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from matching.reference_book import default_book
from tools.check_reference import REFERENCE, problems
from tools.reference_tables import read_book


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(REFERENCE, tmp_path / "reference"))


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_book_holds_together() -> None:
    assert problems() == []


def test_the_program_reads_what_the_check_reads() -> None:
    book, _ = read_book(REFERENCE)
    program = default_book()
    assert list(program.materials) == [row["id"] for row in book.rows("materials.csv")]
    assert set(program.pathways) == {way["id"] for _, way in book.pathways}


FAULTS: list[tuple[str, str, str, str]] = [
    ("materials.csv", "grape-pomace,biomass", "grape-pomace,wine", "parent 'wine' is not there"),
    ("materials.csv", "biomass,,Biomass", "biomass,whey,Biomass", "is among its own broader materials"),
    ("materials.csv", ",1.02,1.025,1.03,94", ",1.02,1.25,1.03,94", "out of order"),
    ("materials.csv", "020501", "020599999", "is not in the list"),
    ("materials.csv", ";racking lees", ";cheese whey", "ambiguous.csv does not say so"),
    ("materials.csv", ",ყურძნის ჭაჭა,", ",,", "name_ka is empty"),
    ("materials.csv", ",ყურძნის ჭაჭა,", ",ყურძნის ჭaჭა,", "mixes alphabets"),
    ("materials.csv", ",hazard_note_en,", ",danger_en,", "columns are"),
    (
        "ambiguous.csv",
        "used-cooking-oil;used-mineral-oil",
        "used-cooking-oil;whey",
        "the materials that carry it",
    ),
    ("uses.csv", "10.91;", "44.91;", "is not in NACE"),
    ("pathways/winery.yaml", "use: spirit-raw-material", "use: moonshine", "'moonshine' is not there"),
    ("pathways/winery.yaml", "  strength: proven", "  strength: sure", "strength is 'sure'"),
    ("pathways/winery.yaml", "  strength: proven", "  strenght: proven", "unknown ['strenght']"),
    ("pathways/winery.yaml", "  source: practice\n", "  source: somebody\n", "a page that was seen"),
    ("pathways/construction.yaml", "  reason_en:", "  conditions_en:", "reason, in both languages"),
    ("dead_ends.csv", "asbestos-cement", "whey", "has a pathway"),
    ("phrases.csv", "use,animal-feed,en,", "use,animal-food,en,", "animal-food"),
    ("phrases.csv", "use,animal-feed,en,", "use,animal-feed,ka,", "no letters of its language"),
    ("phrases.csv", "use,animal-feed,en,", "purpose,animal-feed,en,", "sort is 'purpose'"),
    ("places.csv", ",kakheti,", ",abkhazia,", "is not one that can be chosen"),
    ("places.csv", ",41.91957,45.47002,", ",45.47002,41.91957,", "is not in Georgia"),
    ("roads.csv", "tbilisi,telavi,96,", "tbilisi,telavi,50,", "less than the"),
    ("roads.csv", "tbilisi,telavi,96,", "tbilisi,telavi,196,", "a mountain road would say so"),
    ("roads.csv", "tbilisi,telavi,96,", "tbilisi,atlantis,96,", "both ends are municipalities"),
    (
        "roads.csv",
        "shuakhevi,khulo,16,Adjaristskali valley,",
        "shuakhevi,khulo,16,valley,1",
        "open all the year",
    ),
    ("roads.csv", "tbilisi,telavi,96,", "tbilisi,mtskheta,25,", "is there twice"),
    ("units.csv", ",mass,0.001,t,", ",mass,0.001,m3,", "is not the base unit"),
    ("SOURCES.yaml", "files: [industries.csv]", "files: [nica.csv]", "nica.csv is not there"),
]


@pytest.mark.parametrize(("file", "old", "new", "told"), FAULTS)
def test_a_fault_is_told(copy: Path, file: str, old: str, new: str, told: str) -> None:
    replace(copy / file, old, new)
    assert any(told in problem for problem in problems(copy))


def _without_ways(material: str) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        for path in (folder / "pathways").glob("*.yaml"):
            entries = path.read_text(encoding="utf-8").split("\n- ")
            kept = [entry for entry in entries if f"material: {material}\n" not in f"{entry}\n"]
            path.write_text("\n- ".join(kept).rstrip("\n") + "\n", encoding="utf-8")

    return spoil


def test_a_material_that_leads_nowhere_is_told(copy: Path) -> None:
    # It has a hazard note, so that nothing broader lends it a way.
    _without_ways("railway-sleepers")(copy)
    assert problems(copy) == ["materials.csv: railway-sleepers: has no pathway and no stated dead end"]


def test_what_is_allowed_and_forbidden_at_once_is_told(copy: Path) -> None:
    with (copy / "pathways" / "winery.yaml").open("a", encoding="utf-8") as lines:
        lines.write(
            "- id: grape-pomace--animal-feed--direct\n  material: grape-pomace\n  use: animal-feed\n"
            '  strength: never\n  reason_en: "no"\n  reason_ka: "არა"\n  source: practice\n'
        )
    assert problems(copy) == ["pathways: grape-pomace--animal-feed: allowed and forbidden at once"]


def test_the_pilot_streams_lead_somewhere() -> None:
    book = default_book()
    served = {way.material_id for way in book.pathways.values() if way.strength in {"proven", "practised"}}
    pilots = {
        "grape-pomace",
        "grape-stalks",
        "wine-lees",
        "whey",
        "sawdust",
        "cardboard",
        "pe-film",
        "pet-bottles",
    }
    pilots |= {
        "glass-bottles",
        "glass-cullet",
        "concrete-rubble",
        "brick-rubble",
        "mixed-cdw",
        "catering-waste",
    }
    pilots |= {"used-cooking-oil", "green-waste", "wooden-pallets", "hotel-linen", "excavated-soil", "manure"}
    assert pilots <= served


@pytest.mark.parametrize(
    ("material", "use"),
    [
        ("catering-waste", "pig-feed"),
        ("used-mineral-oil", "animal-feed"),
        ("treated-wood", "pellet-raw-material"),
        ("treated-wood", "mulch"),
        ("asbestos-cement", "aggregate-concrete"),
        ("plasterboard-waste", "animal-bedding"),
        ("pvc-scrap", "solid-fuel"),
        ("slaughter-byproducts", "animal-feed"),
    ],
)
def test_what_would_do_harm_is_forbidden(material: str, use: str) -> None:
    ways = [w for w in default_book().pathways.values() if (w.material_id, w.use_id) == (material, use)]
    assert [way.strength for way in ways] == ["never"]
