"""Another form and too small a lot are questions, never refusals."""

from __future__ import annotations

from typing import Any

import pytest

from matching.gates.form import form
from matching.gates.lot import lot
from matching.reading import read
from matching.records import Quantity
from matching.reference_book import default_book
from tests.matching.builders import a_need, an_output


@pytest.mark.parametrize(
    ("output", "need", "question"),
    [
        ("Brewer's spent grain", "Dry brewer's spent grain", "form.dry"),
        ("Dried brewer's spent grain", "Dry brewer's spent grain", None),
        ("ლუდის ნახარში", "მშრალი ნახარში პირუტყვის საკვებად", "form.dry"),
        ("Steel scrap", "Something liquid and pumpable", "form.liquid"),
        ("Cheese whey", "Liquid pig feed", None),
        ("Sawdust", "Raw material for liquid fertiliser", None),
    ],
)
def test_form(output: str, need: str, question: str | None) -> None:
    book = default_book()
    assert form(read(an_output(output), book), read(a_need(need), book), book, None).question == question


@pytest.mark.parametrize(
    ("given", "question"),
    [
        ({}, "lot.how_much_is_there"),
        ({"tonnes_per_year": 12.0}, "lot.can_several_be_pooled"),
        ({"tonnes_per_year": 20.0}, None),
        ({"quantity": Quantity(2, "t", "month")}, None),
        ({"quantity": Quantity(1, "t", "month")}, "lot.can_several_be_pooled"),
    ],
)
def test_lot(given: dict[str, Any], question: str | None) -> None:
    book = default_book()
    output = read(an_output("Cardboard", **given), book)
    assert lot(output, read(a_need("Cardboard, from 20 t"), book), book, None).question == question
    assert lot(output, read(a_need("Cardboard"), book), book, None).result == "pass"
