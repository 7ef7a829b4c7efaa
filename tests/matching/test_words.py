"""The families of words of this installation: in three languages, each word once in a family."""

from __future__ import annotations

import pytest

from matching.reference_book import default_book
from matching.vectors import bag_of_meanings, cosine, meanings


def test_every_family_has_words_in_english_georgian_and_russian() -> None:
    for family in default_book().word_families.values():
        letters = "".join(family.words)
        assert any("a" <= sign <= "z" for sign in letters), family.id
        assert any("ა" <= sign <= "ჰ" for sign in letters), family.id
        assert any("а" <= sign <= "я" for sign in letters), family.id


def test_no_family_says_a_word_twice_or_is_near_to_itself() -> None:
    for family in default_book().word_families.values():
        assert len(set(family.words)) == len(family.words), family.id
        assert family.id not in family.related


@pytest.mark.parametrize(
    ("one", "like", "unlike"),
    [
        ("თბილი წყალი გაგრილებიდან", "warm cooling water", "waste paper"),
        ("ძველი ტომრები", "empty jute bags", "steel slag"),
        ("surplus loaves", "ზედმეტი პური", "ზედმეტი აგური"),
        ("опилки и стружка", "ნახერხი და ბურბუშელა", "რძის შრატი"),
        ("fungal substrate", "სოკოს სუბსტრატი", "გზის საფარი"),
        ("საჭრელი სითხე ჩარხებიდან", "spent cutting fluid", "grain screenings"),
        ("გამორეცხვის დედახსნარი", "aqueous mother liquor", "old pallets"),
        ("საამქროს ნახვეტი", "workshop sweepings", "broken bottles"),
        ("გატეხილი ფილები", "бой плитки", "гнилые овощи"),
    ],
)
def test_what_means_the_same_is_nearer_than_what_does_not_in_any_language(
    one: str, like: str, unlike: str
) -> None:
    book = default_book()
    bags = [bag_of_meanings(text, book) for text in (one, like, unlike)]
    assert cosine(bags[0], bags[1]) > cosine(bags[0], bags[2]) + 0.1


@pytest.mark.parametrize(
    ("word", "like"),
    [
        ("კირიანი", ["კირი"]),
        ("ცხიმიანი", ["ცხიმი"]),
        ("მტვრისებრი", ["მტვერი"]),
        ("ფისოვანი", ["ფისი"]),
        ("კერამიკულის", ["კერამიკა"]),
        ("ასფალტბეტონი", ["ასფალტი", "ბეტონი"]),
        ("წყალემულსიის", ["წყალი", "ემულსია"]),
    ],
)
def test_georgian_adjectives_and_compounds_mean_what_they_are_made_of(word: str, like: list[str]) -> None:
    book = default_book()
    assert meanings(word, book) == [meaning for part in like for meaning in meanings(part, book)]
    assert all(meaning.startswith("~") for meaning in meanings(word, book))


@pytest.mark.parametrize("word", ["უცხიმო", "უწყლო", "უქლორო"])
def test_what_is_without_a_thing_does_not_mean_it(word: str) -> None:
    assert not any(meaning.startswith("~") for meaning in meanings(word, default_book()))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ბურღვა", "საბურღი"),
        ("დაქუცმაცება", "დაქუცმაცებული"),
        ("გამორეცხვა", "ნარეცხი"),
        ("დახარისხება", "დახარისხებული"),
        ("მოჭიქვა", "ჭიქური"),
        ("თხევადი", "სითხე"),
        ("გადასადნობად", "დნობა"),
        ("ჩასანაცვლებლად", "შემცვლელი"),
        ("settled", "sedimentation"),
        ("crushed", "grinding"),
        ("пластиковый", "пластик"),
        ("ელექტროდიალიზი", "electrodialysis"),
        ("ვერმიკომპოსტირება", "vermicomposting"),
        ("ამოთხრილი", "excavation"),
        ("დასაწყობება", "storing"),
        ("თბოქსელი", "network"),
    ],
)
def test_derivations_of_a_word_mean_the_same(one: str, other: str) -> None:
    book = default_book()
    assert set(meanings(one, book)) & set(meanings(other, book))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("სველი", "მშრალი"),
        ("დახარისხებული", "დაუხარისხებელი"),
        ("fresh", "expired"),
        ("solid", "liquid"),
        ("oxidising", "reducing"),
        ("ash", "slag"),
        ("fuel", "heat"),
        ("თხლე", "თხილი"),
        ("зима", "дорога"),
        ("ამოღებული", "excavation"),
        ("ელექტროდიალიზი", "electrode"),
    ],
)
def test_opposites_and_neighbours_do_not_mean_the_same(one: str, other: str) -> None:
    book = default_book()
    assert not set(meanings(one, book)) & set(meanings(other, book))
