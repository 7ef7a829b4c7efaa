"""A listing's shape: strict types, limits, names of unknown fields; each refusal names its field."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.records import Quantity, Side
from symbiosis.errors import InvalidInput
from symbiosis.inputs import ListingInput
from symbiosis.schemas.base import load
from symbiosis.schemas.listing import ListingSchema, NewListingSchema

GOOD: dict[str, Any] = {"side": "output", "text": "ყურძნის ჭაჭა"}


def problems_of(data: Any) -> dict[str, list[str]]:
    with pytest.raises(InvalidInput) as refused:
        load(NewListingSchema(), data)
    return {name: [str(each) for each in said] for name, said in refused.value.problems.items()}


def test_side_and_text_are_enough() -> None:
    made = load(ListingSchema(), GOOD)
    assert made == ListingInput(side=Side.OUTPUT, text="ყურძნის ჭაჭა")


def test_a_full_listing_becomes_its_record() -> None:
    made = load(
        NewListingSchema(),
        {
            **GOOD,
            "side": "need",
            "kind": "material",
            "amount": 3,
            "unit": "t",
            "period": "week",
            "season_months": [10, 9, 9],
            "ewc_code": "02 07 02",
            "hazardous": "no",
            "cost_gel_per_year": -120.5,
            "visibility": "coordinators",
            "starts_on": "2026-09-01",
            "ends_on": "2026-11-30",
            "material_ids": ["grape_pomace"],
            "id": "0192f0c1-8a4e-7000-8000-3f2b1c5d9e10",
        },
    )
    assert made.quantity == Quantity(3.0, "t", "week")
    assert made.season_months == (9, 10)
    assert made.hazardous is False
    assert made.starts_on == date(2026, 9, 1)
    assert made.cost_gel_per_year == -120.5


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("side", "both"),
        ("side", None),
        ("side", 1),
        ("text", ""),
        ("text", "  "),
        ("text", "x" * 2001),
        ("text", 12),
        ("text", None),
        ("text", ["a"]),
        ("text", "..."),
        ("text", "12345"),
        ("text", "a\x00b"),
        ("text", "a\x1bb"),
        ("text", "half \ud800 a letter"),
        ("text", "wrong \ufffd encoding"),
        ("kind", "people"),
        ("amount", "3"),
        ("amount", 0),
        ("amount", -1),
        ("amount", float("nan")),
        ("amount", float("inf")),
        ("amount", 10**400),
        ("amount", 2e9),
        ("amount", True),
        ("unit", 5),
        ("unit", "t; MATCH (n)"),
        ("season_months", [0]),
        ("season_months", [13]),
        ("season_months", ["9"]),
        ("season_months", [9.0]),
        ("season_months", "9"),
        ("season_months", {"9": 1}),
        ("season_months", [*range(1, 13), 1]),
        ("hazardous", "perhaps"),
        ("hazardous", True),
        ("cost_gel_per_year", "much"),
        ("visibility", "everybody"),
        ("starts_on", "2026-02-30"),
        ("starts_on", "01.09.2026"),
        ("starts_on", "20260901"),
        ("starts_on", 20260901),
        ("material_ids", ["a b"]),
        ("material_ids", ["a"] * 6),
        ("material_ids", "grape_pomace"),
        ("id", "1"),
        ("id", "0192f0c18a4e700080003f2b1c5d9e10"),
        ("score", 9.9),
        ("state", "active"),
        ("tonnes_per_year", 5),
        ("is_demo", True),
    ],
)
def test_a_wrong_value_is_refused_by_the_name_of_its_field(field: str, value: Any) -> None:
    found = problems_of({**GOOD, field: value})
    assert set(found) == {field}
    assert all(found[field])


def test_several_wrong_fields_are_told_at_once() -> None:
    assert set(problems_of({"text": "ჭაჭა", "amount": -1, "colour": "red"})) == {"side", "amount", "colour"}


def test_an_amount_needs_a_unit_and_how_often() -> None:
    assert set(problems_of({**GOOD, "amount": 3})) == {"unit", "period"}
    assert load(ListingSchema(), {**GOOD, "unit": "t", "period": "year"}).quantity is None


def test_the_end_does_not_come_before_the_beginning() -> None:
    assert set(problems_of({**GOOD, "starts_on": "2026-09-02", "ends_on": "2026-09-01"})) == {"ends_on"}


def test_what_is_not_an_object_is_refused() -> None:
    for each in ([GOOD], "text", 3, None):
        assert set(problems_of(each)) == {"input"}


def test_text_comes_back_trimmed_and_composed() -> None:
    made = load(ListingSchema(), {**GOOD, "text": "  cafe\u0301 grounds\r\nwet\u200b  "})
    assert made.text == "café grounds\nwet"


@given(
    st.dictionaries(
        st.text(max_size=8),
        st.recursive(
            st.none() | st.booleans() | st.floats() | st.text(),
            lambda inner: (
                st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
            ),
        ),
    )
)
def test_whatever_comes_is_taken_or_refused_with_printable_names(data: dict[str, Any]) -> None:
    try:
        load(NewListingSchema(), data)
    except InvalidInput as refused:
        for name, said in refused.problems.items():
            assert name.isprintable()
            assert name.encode("utf-8")
            assert said
