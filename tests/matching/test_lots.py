"""The least amount that a need takes is read in three languages; other amounts are not."""

from __future__ import annotations

import pytest

from matching.lots import Lot, least_lot
from matching.reference_book import default_book


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sawdust, from 20 t", Lot(20, "t", "once")),
        ("at least one truck of bark", Lot(1, "truck-load", "once")),
        ("at least 3 t a week", Lot(3, "t", "week")),
        ("minimum lot 10 m3", Lot(10, "m3", "once")),
        ("მინიმუმ 20 ტონა", Lot(20, "t", "once")),
        ("ვიღებთ 20 ტონიდან", Lot(20, "t", "once")),
        ("სულ მცირე ერთი სატვირთო მანქანა", Lot(1, "truck-load", "once")),
        ("не менее 5 т в месяц", Lot(5, "t", "month")),
        ("20 t a month", None),
        ("at least 40 % of demand", None),
        ("cuttings from 12 trees", None),
        ("from 5 t, better at least 20 t", None),
    ],
)
def test_a_least_amount(text: str, expected: Lot | None) -> None:
    assert least_lot(text, default_book()) == expected
