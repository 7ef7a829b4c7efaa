"""A text is understood by what it is worded like, and never as surely as by what it names."""

from __future__ import annotations

import pytest

from matching.gates import SURE
from matching.likeness import SUREST, worded_like
from matching.reference.phrases import ListingPhrase
from matching.reference_book import ReferenceBook, default_book
from matching.reference_records import Material, Use
from matching.understanding import things_meant

BOOK = ReferenceBook(
    materials={
        "millings": Material("millings", "Asphalt millings", "ასფალტის ნაფრეზი", "асфальтовая крошка"),
        "whey": Material("whey", "Whey", "შრატი", "сыворотка"),
    },
    uses={"asphalt": Use("asphalt", "Asphalt making", "ასფალტის დამზადება")},
    phrases=(
        ListingPhrase("material", "millings", "en", "planed off worn road surface"),
        ListingPhrase("material", "millings", "ka", "გზის საფარის მოხსნილი ფენა"),
        ListingPhrase("use", "asphalt", "en", "coated granulate for the mixing drum"),
    ),
)


@pytest.mark.parametrize("text", ["Worn surface planed off the road", "გზიდან მოხსნილი საფარი"])
def test_a_text_that_names_nothing_is_understood_by_its_wording(text: str) -> None:
    meant = things_meant(text, BOOK)
    assert [guess.id for guess in meant.materials] == ["millings"]
    assert 0 < meant.materials[0].confidence <= SUREST


def test_a_name_is_surer_than_any_wording() -> None:
    guesses = {
        guess.id: guess for guess in things_meant("Whey, coated granulate for the drum", BOOK).materials
    }
    assert guesses["whey"].confidence > SUREST
    assert guesses["whey"].because == "whey"


@pytest.mark.parametrize(
    ("text", "is_it", "is_not"),
    [
        ("პლასტმასის ყუთები, გარეცხილი", "plastic-crates", {"wooden-crates", "cardboard"}),
        ("Steel drums", "steel-drums", {"hdpe-rigid"}),
    ],
)
def test_a_name_of_several_things_is_no_wording_of_any(text: str, is_it: str, is_not: set[str]) -> None:
    meant = {guess.id for guess in things_meant(text, default_book()).materials}
    assert is_it in meant
    assert not meant & is_not


def test_no_rule_fires_on_a_wording() -> None:
    book = default_book()
    assert SUREST < SURE
    for phrase in book.phrases[::97]:
        assert max(guess.confidence for guess in worded_like(phrase.sort, phrase.text, book)) <= SUREST


def test_every_phrase_leads_to_its_own_entry() -> None:
    book = default_book()
    for phrase in book.phrases[::53]:
        best = worded_like(phrase.sort, phrase.text, book)[0].confidence
        found = {guess.id: guess.confidence for guess in worded_like(phrase.sort, phrase.text, book)}
        assert found[phrase.entry_id] == best, phrase
