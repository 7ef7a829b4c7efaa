"""In English the last of several nouns is the thing; those before it only tell of it."""

from __future__ import annotations

import pytest

from matching.recognition import things_in
from matching.reference_book import default_book
from matching.roles import Role
from matching.text import words


def of_role(text: str, role: Role) -> list[str]:
    return [word.text for word in words(text) if word.role is role]


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("nitrogen supplement for compost", ["nitrogen"]),
        ("paper machine felts", ["paper", "machine"]),
        ("zinc sludge, copper slag and sugar factory lime", ["zinc", "copper", "sugar", "factory"]),
        ("tank-cleaning sludge", ["tank", "cleaning"]),
        ("wood chip boiler", ["wood", "chip"]),
    ],
)
def test_nouns_before_a_noun_tell_of_it(text: str, telling: list[str]) -> None:
    assert of_role(text, Role.OF) == telling


@pytest.mark.parametrize(
    "text",
    [
        "wood chips",
        "plastic waste mixture",
        "sawdust dry and clean",
        "cardboard baled weekly",
        "wood or paper",
        "ash 40 t",
        "glass, bottles",
        "soil next to the road",
        "wool unfit for spinning",
    ],
)
def test_pieces_states_and_lists_leave_a_thing_what_it_is(text: str) -> None:
    assert of_role(text, Role.OF) == []


def test_what_a_phrase_is_for_stays_its_purpose() -> None:
    assert of_role("lime for sugar beet juice", Role.PURPOSE) == ["sugar", "beet", "juice"]


@pytest.mark.parametrize(
    ("thing", "telling", "material"),
    [
        ("nitrogen", "nitrogen supplement", "nitrogen-gas"),
        ("sulphur", "sulphur burner", "sulphur"),
        ("used machine", "used machine felts", "usable-equipment"),
    ],
)
def test_a_word_says_less_where_it_only_tells_of_another(thing: str, telling: str, material: str) -> None:
    sure = [
        {guess.id: guess.confidence for guess in things_in(text, default_book()).materials}
        for text in (thing, telling)
    ]
    assert sure[1].get(material, 0.0) < sure[0][material]
