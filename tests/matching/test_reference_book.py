"""The book of this installation holds together, and files that do not are refused by file and line."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from matching.errors import BadReference, UnknownCode
from matching.reference_book import REFERENCE, ReferenceBook, default_book
from matching.understanding import recognise

from .builders import a_book


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(REFERENCE, tmp_path / "reference"))


def _edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_the_book_has_what_the_pilot_streams_need() -> None:
    book = default_book()
    assert len(book.materials) >= 40
    assert len([code for code in book.waste_codes.values() if code.level == 3]) == 842
    assert {code.id for code in book.waste_codes.values() if code.level == 1} == {
        f"{n:02}" for n in range(1, 21)
    }
    assert len(book.municipalities) == 64
    assert {pathway.strength for pathway in book.pathways.values()} == {
        "proven", "practised", "possible", "never",
    }  # fmt: skip


def test_every_material_is_recognised_by_its_own_name_in_both_languages() -> None:
    book = default_book()
    lost = [
        (material.id, name)
        for material in book.materials.values()
        for name in (material.name_en, material.name_ka)
        if material.id not in {guess.id for guess in recognise(name, book).materials}
    ]
    assert lost == []


def test_every_use_is_recognised_by_its_own_name_in_both_languages() -> None:
    book = default_book()
    lost = [
        (use.id, name)
        for use in book.uses.values()
        for name in (use.name_en, use.name_ka)
        if use.id not in {guess.id for guess in recognise(name, book).uses}
    ]
    assert lost == []


def test_names_fall_back_to_english_where_a_language_has_none() -> None:
    industry = replace(default_book().nace["11"], name_ru="")
    assert industry.name("ru") == industry.name("en") != industry.name("ka")


def test_a_waste_code_is_found_however_it_is_written() -> None:
    book = default_book()
    assert book.waste_code("02 07 02").id == book.waste_code("020702*").id == "020702"
    with pytest.raises(UnknownCode) as caught:
        book.waste_code("99 99 99")
    assert caught.value.facts == {"ewc_code": "99 99 99"}


def test_kinship_counts_steps_up_and_down_but_not_sideways() -> None:
    book = a_book()
    assert book.kinship("sawdust", "wood") == book.kinship("wood", "sawdust") == 1
    assert book.kinship("sawdust", "sawdust") == 0
    assert book.kinship("sawdust", "whey") is None


@pytest.mark.parametrize(
    ("file", "before", "after", "problem"),
    [
        ("materials.csv", "id,parent,", "id,father,", "columns"),
        ("materials.csv", ",biomass,Grape pomace", ",compote,Grape pomace", "compote"),
        ("materials.csv", "\nwhey,", "\ngrape-pomace,", "there twice"),
        ("units.csv", "kg,mass,0.001", "kg,mass,some", "not a number"),
        ("places.csv", "telavi,kakheti", "telavi,atlantis", "atlantis"),
        ("roads.csv", "tbilisi,telavi,96,", "tbilisi,atlantis,96,", "atlantis"),
        ("roads.csv", "tbilisi,telavi,96,", "tbilisi,tbilisi,96,", "leads nowhere"),
        ("roads.csv", "tbilisi,telavi,96,", "mtskheta,tbilisi,96,", "there twice"),
        ("roads.csv", "tbilisi,telavi,96,", "tbilisi,telavi,0,", "km is 0"),
        ("roads.csv", ",12;1;2;3,", ",13,", "closed_months"),
        ("words.csv", "slag;dross", "steel slag", "not one word"),
        ("words.csv", "slag;pozzolan", "slag;nonsense", "nonsense"),
        ("uses.csv", "10.91;", "00.76;", "nace"),
        ("pathways/winery.yaml", "\n  strength: proven", "\n  strength: sure", "strength"),
        ("pathways/winery.yaml", "\n  strength: proven", "\n  strenght: proven", "unknown key"),
        ("pathways/winery.yaml", "  use: ", "  use: x-", "x-"),
        ("reach.csv", "\nwood,", "\nwould,", "would"),
        ("reach.csv", "\nwood,", "\nbiomass,", "there twice"),
        ("reach.csv", "\nwood,146,", "\nwood,1460,", "out of order"),
        ("reach.csv", ",pipe,", ",pipeline,", "by is"),
        ("dead_ends.csv", "\nasbestos", "\nxasbestos", "xasbestos"),
    ],
)
def test_a_file_that_contradicts_itself_is_refused_by_name(
    copy: Path, file: str, before: str, after: str, problem: str
) -> None:
    _edit(copy / file, before, after)
    with pytest.raises(BadReference) as caught:
        ReferenceBook.read(copy)
    assert caught.value.facts["file"] == Path(file).name
    assert problem in str(caught.value.facts["problem"])


def test_the_fingerprint_changes_with_the_book_and_only_with_it(copy: Path) -> None:
    before = ReferenceBook.read(copy).fingerprint
    assert before == default_book().fingerprint
    _edit(copy / "words.csv", "slag;dross", "slag;drosses")
    assert ReferenceBook.read(copy).fingerprint != before


def test_a_row_of_another_length_is_refused_by_line(copy: Path) -> None:
    path = copy / "units.csv"
    path.write_text(path.read_text(encoding="utf-8") + "one,two\n", encoding="utf-8")
    with pytest.raises(BadReference) as caught:
        ReferenceBook.read(copy)
    assert caught.value.facts["line"] == len(path.read_text(encoding="utf-8").splitlines())


def test_a_missing_file_and_a_broken_yaml_are_refused(copy: Path) -> None:
    _edit(copy / "pathways" / "winery.yaml", "- id:", "- id: [")
    with pytest.raises(BadReference):
        ReferenceBook.read(copy)
    shutil.rmtree(copy / "pathways")
    (copy / "uses.csv").unlink()
    with pytest.raises(BadReference) as caught:
        ReferenceBook.read(copy)
    assert "missing" in str(caught.value.facts["problem"])


def test_a_material_without_a_reach_of_its_own_has_that_of_the_nearest_broader_one() -> None:
    book = default_book()
    assert book.reach("steel-turnings") == book.reach("metals")
    assert book.reach("sawdust") != book.reach("wood")
    assert book.reach("no-such-material") is None
    assert [name for name in book.materials if book.reach(name) is None] == []
