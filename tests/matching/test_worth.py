"""The rough worth follows from price, ratio and the share kept; it says what it rests on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from matching.openings import openings
from matching.reference_book import default_book
from matching.worth import RETENTION, rough_worth


def test_every_way_of_a_material_has_a_worth_in_order() -> None:
    book = default_book()
    for material in book.materials.values():
        for opening in openings(material.id, book):
            worth = rough_worth(material.id, opening.pathway, book)
            if opening.is_forbidden:
                assert worth is None
            elif worth is not None:
                low, central, high = worth.gel_per_t
                assert low <= central <= high, opening.pathway.id
                assert all(name in book.factors for name in worth.assumptions)


def test_a_saved_product_gives_price_times_ratio_times_share() -> None:
    book = default_book()
    way, worth = next(
        (opening.pathway, worth)
        for opening in openings("grape-pomace", book)
        if (worth := rough_worth("grape-pomace", opening.pathway, book)) and worth.by == "replaced"
    )  # fmt: skip
    price, kept = book.factors[worth.assumptions[0]], book.factors[RETENTION]
    assert way.ratio is not None
    assert worth.gel_per_t[0] == pytest.approx(way.ratio * price.span[0] * kept.span[0], abs=0.1)
    assert worth.gel_per_t[2] == pytest.approx(way.ratio * price.span[2] * kept.span[2], abs=0.1)


def test_without_a_ratio_the_price_class_speaks() -> None:
    book = default_book()
    way = next(one.pathway for one in openings("grape-pomace", book) if one.pathway.ratio)
    worth = rough_worth("grape-pomace", replace(way, ratio=None), book)
    assert worth is not None
    assert worth.by == "price_class"
    assert rough_worth("waste-heat", replace(way, ratio=None), book) is None
