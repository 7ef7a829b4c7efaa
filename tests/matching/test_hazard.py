"""What words and codes say of the hazard of an output, whatever was stated."""

from __future__ import annotations

import pytest

from matching.hazard import Hazard, hazard_of
from matching.reading import read
from matching.reference_book import default_book

from .builders import an_output


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        ("Waste oil with PCB", None, Hazard.NAMED),
        ("ძველი ტრანსფორმატორები, პქბ", False, Hazard.NAMED),
        ("Cans rinsed of pesticides", False, Hazard.NAMED),
        ("гербициды, просроченные", None, Hazard.NAMED),
        ("Asbestos-free roofing offcuts", None, Hazard.UNSAID),
        ("აზბესტის გარეშე გადახურვის ნაჭრები", None, Hazard.UNSAID),
        ("без асбеста", False, Hazard.NO),
        ("Dry sawdust", None, Hazard.UNSAID),
        ("Dry sawdust", False, Hazard.NO),
        ("Dry sawdust", True, Hazard.YES),
    ],
)
def test_a_hazardous_word_is_a_doubt_unless_it_is_said_to_be_absent(
    text: str, stated: bool | None, expected: Hazard
) -> None:
    book = default_book()
    assert hazard_of(read(an_output(text, hazardous=stated), book), book) is expected


def test_a_material_that_is_always_hazardous_is_doubted_even_if_it_is_said_not_to_be() -> None:
    book = default_book()
    output = read(an_output("Used motor oil of a garage", hazardous=False), book)
    assert hazard_of(output, book) is Hazard.NAMED


def test_heat_and_a_truck_are_not_hazardous() -> None:
    book = default_book()
    assert hazard_of(read(an_output("Waste heat", kind="energy"), book), book) is Hazard.NO
