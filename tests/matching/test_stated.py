"""Figures are read where unit and words leave no doubt, in four ways of writing, and nowhere else."""

from __future__ import annotations

import pytest

from matching.reference_book import default_book
from matching.stated import stated_in


def _read(text: str) -> list[tuple[str, float, float, str]]:
    return [(one.property_id, one.low, one.high, one.told) for one in stated_in(text, default_book())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sawdust, moisture 55%", ("moisture", 55, 55, "value")),
        ("ნახერხი, ტენიანობა 60 %", ("moisture", 60, 60, "value")),
        ("опилки, влажность 50 процентов", ("moisture", 50, 50, "value")),
        ("ხის ჩიპსი, ტენიანობა 35%-მდე", ("moisture", 0, 35, "most")),
        ("up to 35 % moisture", ("moisture", 0, 35, "most")),
        ("влажность не более 12%", ("moisture", 0, 12, "most")),
        ("Moisture 12 % or less", ("moisture", 0, 12, "most")),
        ("hot water at 90 °C", ("temperature", 90, 90, "value")),
        ("no less than 60 °C", ("temperature", 60, 1700, "least")),
        ("не менее 80 °C", ("temperature", 80, 1700, "least")),
        ("heat, 40 °C and above", ("temperature", 40, 1700, "least")),
        ("ტემპერატურა 70-90 გრადუსი", ("temperature", 70, 90, "range")),
        ("Crushed rubble 0–8 mm", ("particle-size", 0, 8, "range")),
        ("ფრაქცია 0-40 მმ", ("particle-size", 0, 40, "range")),
        ("liquor, pH 4", ("ph", 4, 4, "value")),
        ("pH below 9", ("ph", 0, 9, "most")),
        ("soil, hydrocarbons 6,000 mg/kg", ("hydrocarbons", 6000, 6000, "value")),
        ("ქლორი 0,8 %-ზე ნაკლები", ("chlorine", 0, 0.8, "most")),
    ],
)
def test_a_figure_with_its_property_is_read(text: str, expected: tuple[str, float, float, str]) -> None:
    assert _read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "30 % of vintage",
        "90 % sulphuric acid",
        "sulphate 1,400 mg/l",
        "iron under 0.02 %",
        "moisture and 30 % bark",
        "moisture 20 % in summer, moisture 60 % in winter",
        "sheets of 2 mm",
        "moisture 140 %",
        "",
    ],
)
def test_what_may_mean_something_else_is_left_unread(text: str) -> None:
    assert _read(text) == []
