"""Typical for a sector: the most specific amount of each item, by one measure of the firm, never by two."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.reference.flows import TypicalFlow
from matching.reference_book import ReferenceBook, default_book
from matching.typical import classes_of, drivers_of, lineage, typical, usual_items, yearly


def a_flow(nace: str, item: str, driver: str = "employees", central: float = 1.0) -> TypicalFlow:
    span = (central / 2, central, central * 2)
    return TypicalFlow(nace, "output", item, driver, span, "t", (), "judgement", "practice")


def book_of(*flows: TypicalFlow) -> ReferenceBook:
    return replace(default_book(), typical_flows=flows)


def test_a_class_with_its_own_amount_does_not_show_that_of_its_division() -> None:
    book = book_of(
        a_flow("C", "cardboard"), a_flow("11", "cardboard"), a_flow("1102", "cardboard", "grapes-t")
    )
    assert [flow.nace for flow in typical("1102", book)] == ["1102"]
    assert [flow.nace for flow in typical("1105", book)] == ["11"]
    assert [flow.nace for flow in typical("1071", book)] == ["C"]
    # also when the firm told the measure of the division, and not that of the class
    assert [flow.nace for flow in typical("1102", book, {"employees"})] == ["1102"]


def test_one_measure_an_item_the_told_one_before_the_usual_one() -> None:
    book = book_of(
        a_flow("1051", "whey", "cheese-t"),
        a_flow("1051", "whey", "milk-t"),
        a_flow("1051", "buttermilk", "milk-t"),
    )
    assert [flow.driver_id for flow in typical("1051", book)] == ["milk-t", "milk-t"]
    told = {flow.item_id: flow.driver_id for flow in typical("1051", book, {"cheese-t"})}
    assert told == {"whey": "cheese-t", "buttermilk": "milk-t"}


def test_every_activity_has_each_item_once_by_its_most_specific_level() -> None:
    book = default_book()
    own = {(flow.nace, flow.side, flow.item_id) for flow in book.typical_flows}
    for nace in book.nace:
        found = typical(nace, book)
        keys = [(flow.side, flow.item_id) for flow in found]
        assert len(keys) == len(set(keys)), nace
        sides = [side for side, _item in keys]
        assert sides == sorted(sides, reverse=True), nace  # outputs first
        levels = lineage(nace, book)
        assert {key for level in levels for key in own if key[0] == level} == set() or found, nace
        for flow in found:
            above = levels[: levels.index(flow.nace)]
            assert not any((level, flow.side, flow.item_id) in own for level in above), nace
        assert set(drivers_of(found)) <= book.drivers.keys()


def test_what_the_book_lacks_has_nothing() -> None:
    assert typical("9999", default_book()) == ()


@given(st.sampled_from(default_book().typical_flows), st.floats(0.001, 1e8))
def test_twice_the_firm_has_twice_the_amount(flow: TypicalFlow, size: float) -> None:
    once, twice = yearly(flow, size), yearly(flow, size * 2)
    assert twice == pytest.approx([2 * value for value in once])
    assert once[0] <= once[1] <= once[2]


def test_a_winery_of_500_tonnes_has_the_pomace_of_500_tonnes() -> None:
    pomace = next(flow for flow in typical("1102", default_book()) if flow.item_id == "grape-pomace")
    assert yearly(pomace, 500) == pytest.approx([500 * value for value in pomace.amount])
    assert yearly(pomace, 0) == (0, 0, 0)


def test_of_a_division_its_classes_tell_what_is_usual() -> None:
    book = book_of(
        a_flow("11", "steel-scrap"), a_flow("1105", "spent-grain"), a_flow("1102", "cardboard"),
        a_flow("1105", "cardboard"), a_flow("1071", "flour-dust"),
    )  # fmt: skip
    items = [item for _side, item in usual_items("11", book)]
    assert items[0] == "cardboard"
    assert items[-1] == "steel-scrap"
    assert set(items) == {"cardboard", "spent-grain", "steel-scrap"}
    assert {"1102", "1105"} <= set(classes_of("11", book))
    assert "11" not in classes_of("11", book)
