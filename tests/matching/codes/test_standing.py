"""In Georgian the last noun is the waste; what stands in front of it describes it."""

from __future__ import annotations

import pytest

from matching.codes.standing import is_described
from matching.codes.suggest import suggest_codes
from matching.recognition import Guess
from matching.reference_book import default_book


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("თუთიის სკრუბერის შლამი", "თუთიის"),
        ("ალუმინის პროფილის ქარხნის ზეთიანი ტალახი", "ალუმინის პროფილის"),
        ("საწყობში დამპალი ვაშლი", "საწყობში"),
        ("მჟავა კანისტრებით", "კანისტრებით"),
        ("მუყაოს ქარხნის ტალახი", "მუყაოს"),
        ("tutiis skruberis shlami", "tutiis"),
    ],
)
def test_a_genitive_a_place_and_a_means_describe(text: str, because: str) -> None:
    assert is_described(Guess("any", 1.0, because), text, default_book())


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("ყურძნის ჭაჭა მარნიდან", "ყურძნის ჭაჭა"),
        ("ფანერის ნარჩენი", "ფანერის"),
        ("მუყაოს ვყიდით", "მუყაოს"),
        ("პლასტმასის ნატეხი", "პლასტმასის"),
        ("ჩარხის ზეთი", "ჩარხის ზეთი"),
        ("ალუმინის ქარხნიდან ალუმინი", "ალუმინი"),
        ("zinc scrubber sludge", "zinc"),
        ("თუთიის", "თუთიის"),
    ],
)
def test_the_thing_itself_and_its_pieces_are_named(text: str, because: str) -> None:
    assert not is_described(Guess("any", 1.0, because), text, default_book())


def test_a_piece_of_a_thing_may_itself_describe() -> None:
    assert is_described(Guess("any", 1.0, "ხის"), "ხის ნარჩენის ღუმელი", default_book())


def test_a_thing_that_is_named_speaks_more_for_its_code_than_one_that_describes() -> None:
    book = default_book()
    scrap = next(found for found in suggest_codes("თუთიის ჯართი", book) if found.code == "170404")
    sludge = [
        found for found in suggest_codes("თუთიის სკრუბერის შლამი", book, limit=50) if found.code == "170404"
    ]
    assert all(found.parts.get("material", 0) < scrap.parts["material"] for found in sludge)
    assert suggest_codes("თუთიის სკრუბერის შლამი", book)[0].code != "170404"
