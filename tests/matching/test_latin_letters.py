"""Georgian typed in Latin letters is read as Georgian; English stays English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.codes.suggest import suggest_codes
from matching.georgian import to_latin
from matching.latin_letters import in_georgian_letters
from matching.reference_book import default_book
from matching.roles import Role
from matching.text import tokens, words
from matching.understanding import recognise
from matching.vectors import bag_of_meanings, cosine

from .builders import small_book


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("yurdznis chacha", "ყურძნის ჭაჭა"),
        ("q'urdznis ch'ach'a", "ყურძნის ჭაჭა"),
        ("kurdznis tchatcha", "ყურძნის ჭაჭა"),
        ("betonis natexebi", "ბეტონის ნატეხები"),
        ("xis naxerxi", "ხის ნახერხი"),
        ("khis nakherkhi", "ხის ნახერხი"),
        ("gvinis txle", "ღვინის თხლე"),
        ("ghvinis tkhle", "ღვინის თხლე"),
        ("plastmasis boTlebi", "პლასტმასის ბოთლები"),
    ],
)
def test_every_romanisation_is_read_back(typed: str, meant: str) -> None:
    book = default_book()
    assert [word.stem for word in words(in_georgian_letters(typed, book))] == [
        word.stem for word in words(meant)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "wheat bran from the mill",
        "old tires and garden hoses",
        "mine tailings, sand and lime",
        "cardbord and sawdsut",
        "Altes Holz",
        "PET bottles",
        "ყურძნის ჭაჭა",
        "виноградная выжимка",
    ],
)
def test_what_is_no_georgian_in_latin_letters_stays(text: str) -> None:
    assert in_georgian_letters(text, default_book()) == text


def test_a_word_that_both_languages_have_goes_with_the_text_around_it() -> None:
    book = default_book()
    assert in_georgian_letters("minis da metalis jarti", book).startswith("მინის და")
    assert in_georgian_letters("mine rock", book) == "mine rock"


def test_endings_tell_what_a_word_does_in_latin_letters_too() -> None:
    roles = [word.role for word in words(in_georgian_letters("nacari qaghaldis shlamidan", default_book()))]
    assert roles == [Role.THING, Role.ORIGIN, Role.ORIGIN]


@pytest.mark.parametrize(
    "text",
    ["ყურძნის ჭაჭა მარნიდან", "ბეტონის ნატეხები", "ხის ნახერხი", "ტყვიის აკუმულატორები", "მინის ბოთლები"],
)
def test_the_same_code_comes_first_in_latin_letters(text: str) -> None:
    book = default_book()
    typed = suggest_codes(to_latin(text), book)
    assert typed[0].code == suggest_codes(text, book)[0].code


def test_a_thing_is_named_in_the_letters_that_were_typed_and_less_surely() -> None:
    book = small_book()
    found, right = (
        recognise("yurdznis chachas", book).materials[0],
        recognise("ყურძნის ჭაჭას", book).materials[0],
    )
    assert (found.id, found.because) == (right.id, "yurdznis chachas")
    assert found.confidence < right.confidence


def test_texts_meet_across_letters() -> None:
    book = default_book()
    typed, written = (bag_of_meanings(text, book) for text in ("xis naxerxi", "ხის ნახერხი"))
    assert cosine(typed, written) == pytest.approx(1)


@given(st.text("abcghkstuxqwz'აბხ 1.é", max_size=40))
def test_the_number_of_words_stays(text: str) -> None:
    assert len(tokens(in_georgian_letters(text, small_book()))) == len(tokens(text))
