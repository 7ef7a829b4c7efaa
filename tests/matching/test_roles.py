"""English and Russian prepositions open phrases; what is absent or held ends where its phrase does."""

from __future__ import annotations

import pytest

from matching.roles import Role
from tests.matching.builders import of_role


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("rubble free of plaster and wood, crushed", ["plaster", "wood"]),
        ("boards without nails or paint for reuse", ["nails", "paint"]),
        ("boards without nails, glue or paint, dry", ["nails", "glue", "paint"]),
        ("sludge without heavy metals", ["heavy", "metals"]),
        ("compost containing no glass", ["glass"]),
        ("film, does not contain PVC", ["pvc"]),
        ("all plastics except PVC", ["pvc"]),
        ("щебень без гипса и дерева, дроблёный", ["гипса", "дерева"]),
        ("шлам без тяжёлых металлов", ["тяжёлых", "металлов"]),
        ("плёнка не содержит бумаги", ["бумаги"]),
    ],
)
def test_the_whole_phrase_after_without_is_absent(text: str, absent: list[str]) -> None:
    assert of_role(text, Role.ABSENT) == absent
    assert of_role(text, Role.THING)


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("used engine oil, PCB below 2 ppm", ["pcb"]),
        ("used engine oil (PCB < 50 mg/kg)", ["pcb"]),
        ("used oil with PCB content less than 10 mg/kg, in drums", ["pcb"]),
        ("ნამუშევარი ზეთი, PCB-ის შემცველობა 2 ppm-ზე ნაკლები", ["pcb"]),
        ("ნამუშევარი ზეთი, პქბ არაუმეტეს 50 მგ/კგ", ["პქბ"]),
        ("отработанное масло, ПХБ менее 50 мг/кг", ["пхб"]),
    ],
)
def test_what_there_is_no_more_than_a_trace_of_is_absent(text: str, absent: list[str]) -> None:
    assert of_role(text, Role.ABSENT) == absent


@pytest.mark.parametrize(
    "text",
    [
        "oil, PCB above 2 ppm",
        "oil, PCB below 500 ppm",
        "oil with PCB",
        "soil, lead 40 mg/kg",
        "ash below 2 t",
    ],
)
def test_what_may_be_more_than_a_trace_is_there(text: str) -> None:
    assert of_role(text, Role.ABSENT) == []


@pytest.mark.parametrize(
    "text", ["sawdust, free of charge", "pallets no longer needed", "feed with no more than 5 % ash"]
)
def test_free_of_charge_and_no_longer_take_nothing_away(text: str) -> None:
    assert of_role(text, Role.ABSENT) == []


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("PET flakes with glue residues, washed", ["glue", "residues"]),
        ("dust containing zinc from a furnace", ["zinc"]),
        ("film from greenhouses with soil, baled", ["soil"]),
    ],
)
def test_what_a_thing_comes_with_is_held_up_to_the_next_comma(text: str, held: list[str]) -> None:
    assert of_role(text, Role.HELD) == held


def test_what_is_given_together_is_two_things() -> None:
    assert of_role("ash together with slag", Role.HELD) == []
    assert of_role("ash mixed with slag", Role.HELD) == []
