"""The cases written by hand are whole: what they name is in the book, and the parts stay apart."""

from __future__ import annotations

import pytest

from benchmark.hand_written import (
    ALL_FACTS,
    ENGLISH,
    LANGUAGES,
    SPLITS,
    TEXTS,
    Row,
    all_exchanges,
    listings_of,
    pair_of,
    read_rows,
)
from benchmark.never import LOOK_ALIKE
from matching import fields
from matching.records import Side
from matching.reference_book import default_book

SIDES_TEXTS = ("output_text", "need_text", "output_text_ka", "need_text_ka")


def every(kind: str) -> list[Row]:
    return [row for split in SPLITS for row in read_rows(kind, split).values()]


@pytest.mark.parametrize("kind", ["exchanges", "never"])
def test_no_case_is_in_both_parts(kind: str) -> None:
    dev, test = (read_rows(kind, split).keys() for split in SPLITS)
    assert dev
    assert test
    assert not dev & test


@pytest.mark.parametrize("kind", ["exchanges", "never"])
def test_every_listing_would_be_taken_by_the_site(kind: str) -> None:
    for row in every(kind):
        for name in SIDES_TEXTS:
            side = Side.OUTPUT if name.startswith("output") else Side.NEED
            code = row["output_ewc"] if side is Side.OUTPUT else None
            raw = {"id": row["id"], "text": row[name], "kind": row["flow_type"], "ewc_code": code}
            raw["nace"] = row.get("donor_nace" if side is Side.OUTPUT else "receiver_nace")
            assert fields.listing(raw, side, default_book()).text == row[name]
        if row["output_ewc"]:
            assert default_book().waste_code(row["output_ewc"]).level == 3, row["id"]


def test_every_case_says_how_sure_it_is_or_what_is_expected() -> None:
    assert {row["sureness"] for row in every("exchanges")} == {"strong", "medium", "weak"}
    assert {row["expect"] for row in every("never")} == {"ruled_out", "asked", LOOK_ALIKE}
    assert all(row["family"] and row["need_group"] for row in every("exchanges"))
    assert all(row["why"] for row in every("never"))


def test_texts_alone_carry_no_code_no_sector_and_no_amount() -> None:
    outputs, needs = listings_of(all_exchanges(), ENGLISH, TEXTS)
    assert all(
        one.ewc_code is None and one.nace is None and one.tonnes_per_year is None
        for one in (*outputs, *needs)
    )
    outputs, needs = listings_of(all_exchanges(), ENGLISH, ALL_FACTS)
    assert any(one.ewc_code for one in outputs)
    assert all(one.nace for one in (*outputs, *needs))


def test_each_side_is_in_its_own_language() -> None:
    row = every("never")[0]
    texts = {language.name: tuple(one.text for one in pair_of(row, language)) for language in LANGUAGES}
    assert texts["en"] == (row["output_text"], row["need_text"])
    assert texts["ka"] == (row["output_text_ka"], row["need_text_ka"])
    assert texts["ka→en"] == (row["output_text_ka"], row["need_text"])
