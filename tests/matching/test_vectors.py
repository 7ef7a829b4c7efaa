"""Texts as weighted bags."""

from __future__ import annotations

import pytest

from matching.vectors import (
    bag_of_meanings,
    bag_of_pieces,
    cosine,
    meaning_weights,
    meanings,
    piece_weights,
    pieces,
)

from .builders import small_book


def test_pieces_lie_inside_words() -> None:
    assert pieces("ab cde") == [" ab", "ab ", " ab ", " cd", "cde", "de ", " cde", "cde ", " cde "]


def test_a_word_means_its_family_in_every_language_or_else_itself() -> None:
    book = small_book()
    assert meanings("loaf", book) == meanings("პურის", book) == meanings("хлеба", book) == ["~bread"]
    assert meanings("shovel", book) == ["shovel"]


def test_related_families_meet_less_than_equal_ones() -> None:
    book = small_book()
    bread, loaf, starch, fungus = (
        bag_of_meanings(word, book) for word in ("bread", "loaf", "starch", "fungus")
    )
    assert cosine(bread, loaf) == pytest.approx(1)
    assert 0 < cosine(bread, starch) < 1
    assert cosine(bread, fungus) == 0


def test_bags_have_length_one_and_what_is_rare_weighs_more() -> None:
    book = small_book()
    bag = bag_of_pieces("waste pomace", book)
    assert cosine(bag, bag) == pytest.approx(1)
    assert piece_weights(book).of("pom") > piece_weights(book).of("ste")
    assert meaning_weights(book).of("never seen") == meaning_weights(book).unseen


def test_a_text_without_words_is_an_empty_bag() -> None:
    assert bag_of_pieces("12 %", small_book()) == bag_of_meanings("", small_book()) == {}
