"""What a text is about is found in every language and case, and never inside other words."""

from __future__ import annotations

import pytest

from matching.gates import SURE
from matching.lexicon import lexicon
from matching.recognition import Recognition, things_in
from matching.reference_book import default_book
from matching.stems import stem
from matching.text import tokens
from matching.understanding import recognise

from .builders import small_book


def _recognise(text: str) -> Recognition:
    return recognise(text, small_book())


@pytest.mark.parametrize(
    "text",
    [
        "ყურძნის ჭაჭა",
        "ყურძნის ჭაჭის ნარჩენი, შემოდგომაზე",
        "გვაქვს ჭაჭა ქარხნიდან",
        "yurdznis chacha",
        "kurdznis chachas vyidit",
        "Виноградная выжимка после отжима",
        "виноградной выжимки 20 тонн",
        "Fresh grape pomace after pressing",
        "grape pomase, wet",
        "Grape marc, skins and seeds",
    ],
)
def test_grape_pomace_is_recognised_in_every_language_form_and_alphabet(text: str) -> None:
    assert _recognise(text).materials[0].id == "grape_pomace"


@pytest.mark.parametrize(
    ("text", "material"),
    [
        ("Cheese whey", "whey"),
        ("cheese whey from the dairy", "whey"),
        ("შრატი ყველის წარმოებიდან", "whey"),
        ("Old electronics, e-waste", "e_waste"),
        ("Brewer's spent grain, wet", "spent_grain"),
        ("მინის ნამსხვრევები ქარხნიდან", "cullet"),
    ],
)
def test_whole_words_decide_not_pieces_of_words(text: str, material: str) -> None:
    assert [guess.id for guess in _recognise(text).materials][:1] == [material]


def test_cheese_whey_is_not_e_waste() -> None:
    found = _recognise("Cheese whey")
    assert "e_waste" not in {guess.id for guess in found.materials}


@pytest.mark.parametrize("text", ["", "!!!", "12 345", "Lorem ipsum dolor", "გამარჯობა", "the of and"])
def test_what_names_nothing_gives_nothing(text: str) -> None:
    found = _recognise(text)
    assert found.materials == ()
    assert found.uses == ()


def test_a_use_is_recognised_with_the_words_that_name_it() -> None:
    found = _recognise("Looking for litter: animal bedding for our cows")
    assert found.uses[0].id == "bedding"
    assert found.uses[0].because == "animal bedding"


def test_the_thing_itself_counts_more_than_what_it_comes_from() -> None:
    thing = _recognise("Sawdust").materials[0]
    origin = next(g for g in _recognise("Dust from sawdust drying").materials if g.id == "sawdust")
    assert origin.confidence < thing.confidence


def test_the_narrower_material_wins_over_the_broader_whose_words_it_contains() -> None:
    found = _recognise("wood residues: sawdust")
    confidence = {guess.id: guess.confidence for guess in found.materials}
    assert confidence["sawdust"] == 1.0


def test_a_misspelt_word_is_less_sure_than_a_right_one() -> None:
    right, wrong = _recognise("cardboard"), _recognise("cardbaord")
    assert wrong.materials[0].id == right.materials[0].id == "cardboard"
    assert wrong.materials[0].confidence < right.materials[0].confidence


@pytest.mark.parametrize(
    ("text", "because"),
    [("wood without paint", "wood"), ("ხე საღებავის გარეშე", "ხე"), ("древесина без краски", "древесина")],
)
def test_what_a_thing_has_none_of_names_nothing(text: str, because: str) -> None:
    found = things_in(text, default_book())
    assert {guess.because for guess in found.materials} == {because}
    painted = things_in("painted wood", default_book()).materials[0]
    assert painted.id == "painted-wood"
    assert all(guess.confidence < painted.confidence for guess in found.materials)


def test_a_slip_of_the_keyboard_is_never_sure_enough_for_a_rule() -> None:
    book = default_book()
    n_guessed = 0
    for material in book.materials.values():
        for name in (material.name_ka, material.name_ru):
            if len(tokens(name)) != 1 or len(name) < 7:
                continue
            slip = name[:4] + name[3] + name[4:]
            if stem(tokens(slip)[0]) not in lexicon(book).known:
                guesses = things_in(slip, book).materials
                n_guessed += bool(guesses)
                assert all(guess.confidence < SURE for guess in guesses), (slip, guesses)
    assert n_guessed > 20


def test_a_known_word_is_never_taken_for_a_slip_of_another() -> None:
    book = default_book()
    assert things_in("თხილის ნაჭუჭი", book).materials[0].id == "hazelnut-shells"
    assert things_in("თხლე", book).materials[0].id == "wine-lees"
    lees = {guess.id for guess in things_in("თხილი", book).materials}
    assert "wine-lees" not in lees


@pytest.mark.parametrize("text", ["fermentation residue, liquid", "ფერმენტაციის ნარჩენი, თხევადი"])
def test_what_ferments_may_be_a_digester_or_a_vat(text: str) -> None:
    found = {guess.id for guess in things_in(text, default_book()).materials}
    assert {"digestate", "fermentation-biomass"} <= found


@pytest.mark.parametrize(
    "text", ["Ash from burning paper sludge", "მუყაოს ქარხნიდან, ქაღალდის შლამის დაწვის ნაცარი"]
)
def test_ash_of_paper_sludge_is_a_material_of_its_own(text: str) -> None:
    assert things_in(text, default_book()).materials[0].id == "paper-sludge-ash"


def test_guesses_are_ordered_and_within_bounds() -> None:
    found = _recognise("Sawdust, cardboard, whey and glass cullet for compost or animal feed")
    for guesses in (found.materials, found.uses, found.codes):
        confidences = [guess.confidence for guess in guesses]
        assert confidences == sorted(confidences, reverse=True)
        assert all(0 < confidence <= 1 for confidence in confidences)


def test_codes_are_suggested_in_both_languages() -> None:
    assert _recognise("sawdust and shavings").codes[0].id == "030105"
    assert _recognise("ბურბუშელა და ნახერხი").codes[0].id == "030105"
