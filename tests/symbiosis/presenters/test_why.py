"""One sentence why, in both languages."""

from __future__ import annotations

import re

import pytest

from matching.reference_book import default_book
from symbiosis.presenters import why
from symbiosis.presenters.evidence import LABELS
from symbiosis.presenters.names import in_sentence
from tests.symbiosis.presenters.builders import a_match, a_way
from tests.symbiosis.presenters.conftest import InLanguage

BOOK = default_book()
ALL = {
    "prior": (1.0, -3.0),
    "material": (1.0, 2.0),
    "code": (1.0, 1.0),
    "wording": (0.4, 0.3),
    "distance": (0.9, 1.5),
    "quantity": (0.1, -0.8),
    "timing": (None, 0.0),
    "sector": (0.0, -0.2),
}


def test_three_strongest_reasons_and_the_strongest_against(in_language: InLanguage) -> None:
    match = a_match(ALL, pathway=a_way())
    with in_language("en") as lang:
        assert why.sentence(match, BOOK, lang) == (
            "Both speak of the same material (grape pomace), it is near (about 34 km)"
            " and the waste codes agree."
            " Against it: the quantities differ widely."
        )
    with in_language("ka") as lang:
        assert why.sentence(match, BOOK, lang) == (
            "ორივე განცხადებაში ერთი და იგივე მასალაა (ყურძნის ჭაჭა), ახლოსაა (დაახლ. 34 კმ)"
            " და ნარჩენის კოდები ემთხვევა."
            " ხელს უშლის ის, რომ რაოდენობები ძალიან განსხვავდება."
        )


def test_what_is_unknown_is_no_reason(in_language: InLanguage) -> None:
    match = a_match(
        {"material": (None, 0.0), "distance": (None, 0.0), "prior": (1.0, -2.0)}, distance_km=None
    )
    with in_language("en") as lang:
        assert why.sentence(match, BOOK, lang) == "Little speaks for this pair so far."


def test_the_known_way_is_named(in_language: InLanguage) -> None:
    pathway = next(way for way in BOOK.pathways.values() if way.process_id and way.strength == "proven")
    view = a_way(
        material_id=pathway.material_id,
        process_id=pathway.process_id,
        use_id=pathway.use_id,
        strength="proven",
        pathway_id=pathway.id,
    )
    match = a_match({"pathway": (1.0, 2.0)}, pathway=view)
    for code in ("ka", "en"):
        with in_language(code) as lang:
            text = why.sentence(match, BOOK, lang)
        for entry in (
            BOOK.materials[pathway.material_id],
            BOOK.processes[str(pathway.process_id)],
            BOOK.uses[pathway.use_id],
        ):
            assert in_sentence(entry.name(code)) in text


@pytest.mark.parametrize("name", sorted(set(LABELS) - {"prior"}))
@pytest.mark.parametrize("contribution", [0.7, -0.7])
def test_every_reason_has_words_for_and_against(
    name: str, contribution: float, in_language: InLanguage
) -> None:
    match = a_match({name: (0.5, contribution)}, pathway=None)
    with in_language("ka") as lang:
        text = why.sentence(match, BOOK, lang)
    assert re.search("[ა-ჰ]", text)
    assert not re.search("[A-Za-z]", text)
