"""What people write becomes comparable, whatever the alphabet."""

from __future__ import annotations

import pytest

from matching import georgian
from matching.roles import Role
from matching.stems import stem
from matching.text import STOP_WORDS, normalise, script, tokens, words


def test_mtavruli_composed_letters_and_invisible_signs_become_one_form() -> None:
    assert normalise("ᲧᲣᲠᲫᲔᲜᲘ\u00ad  ჭაჭა\u200b") == "ყურძენი ჭაჭა"
    assert normalise("Cafe\u0301 ") == normalise("café")


def test_tokens_keep_numbers_and_lose_possessives() -> None:
    assert tokens("Brewer's grain, 1,5 t of CO2") == ("brewer", "grain", "1,5", "t", "of", "co2")


@pytest.mark.parametrize(
    "forms",
    [
        ("ყურძენი", "ყურძნის", "ყურძნისთვის", "ყურძნით", "ყურძნისგან"),
        ("ჭაჭა", "ჭაჭის", "ჭაჭას", "ჭაჭით", "ჭაჭად", "ჭაჭები"),
        ("წყალი", "წყლის", "წყალს", "წყლით", "წყალში"),
        ("მერქანი", "მერქნის", "მერქნისგან", "მერქანს"),
        ("პლასტმასა", "პლასტმასის", "პლასტმასას", "პლასტმასისთვის"),
        ("ნარჩენი", "ნარჩენები", "ნარჩენების", "ნარჩენებისგან", "ნარჩენმა"),
        ("ზეთი", "ზეთის", "ზეთებს", "ზეთად", "ზეთზე"),
        ("სისტემა", "სისტემის", "სისტემას", "სისტემაში"),
        ("ferment", "fermented", "fermenting", "ferments"),
        ("desulphurised", "desulfurizing"),
        ("ashes", "ash"),
        ("gases", "gas"),
        ("pipes", "pipe"),
        ("oily", "oil"),
        ("batteries", "battery"),
        ("опилки", "опилками", "опилкам"),
    ],
)
def test_all_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("carbonisation", "carbon"),
        ("planter", "plant"),
        ("wood", "woollen"),
        ("care", "car"),
        ("pipes", "pips"),
        ("tubes", "tubs"),
        ("canes", "cans"),
        ("რძე", "რკინა"),
    ],
)
def test_different_things_have_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("georgian_word", "typed"),
    [
        ("ყურძნის", ("qurdznis", "yurdznis", "kurdznis", "q'urdznis")),
        ("ნახერხი", ("nakherkhi", "naxerxi")),
        ("წიდა", ("tsida", "wida", "ts'ida")),
        ("ჭაჭა", ("chacha", "ch'ach'a", "tchatcha")),
        ("ქაღალდი", ("qaghaldi", "kaghaldi")),
    ],
)
def test_georgian_typed_in_latin_letters_has_the_skeleton_of_the_georgian_word(
    georgian_word: str, typed: tuple[str, ...]
) -> None:
    skeleton = georgian.latin_skeleton(georgian.stem(georgian_word))
    assert {georgian.skeleton_of_stem(word.replace("'", "")) for word in typed} == {skeleton}


def test_romanisation_follows_the_national_system() -> None:
    assert georgian.to_latin("ყვარელი ჭაჭა") == "q'vareli ch'ach'a"


def test_numbers_and_stop_words_carry_no_matter() -> None:
    assert [word.text for word in words("3 tonnes of the sawdust")] == ["tonnes", "sawdust"]
    assert "და" in STOP_WORDS


def test_words_after_from_are_the_origin_and_after_for_the_purpose() -> None:
    roles = {word.text: word.role for word in words("Ash from paper sludge for bricks instead of clay")}
    assert roles == {
        "ash": Role.THING,
        "paper": Role.ORIGIN,
        "sludge": Role.ORIGIN,
        "bricks": Role.PURPOSE,
        "clay": Role.REPLACED,
    }


def test_georgian_endings_say_origin_and_purpose_for_the_genitives_before_them() -> None:
    roles = {word.text: word.role for word in words("ნაცარი ქაღალდის შლამიდან აგურის წარმოებისთვის")}
    assert roles["ნაცარი"] is Role.THING
    assert roles["შლამიდან"] is roles["ქაღალდის"] is Role.ORIGIN
    assert roles["წარმოებისთვის"] is roles["აგურის"] is Role.PURPOSE


@pytest.mark.parametrize(
    ("text", "thing", "place"),
    [
        ("soil beside a petrol station", "soil", "petrol"),
        ("soil near the petrol station", "soil", "petrol"),
        ("soil next to a petrol station", "soil", "petrol"),
        ("გრუნტი სადგურთან", "გრუნტი", "სადგურთან"),
        ("სადგურის გვერდით ამოთხრილი გრუნტი", "გრუნტი", "სადგურის"),
        ("გრუნტი ბენზინის სადგურის ახლოს", "გრუნტი", "ბენზინის"),
        ("ზეთი ემულსიის დაშლისას", "ზეთი", "ემულსიის"),
        ("ზეთი ემულსიის დაშლის დროს", "ზეთი", "ემულსიის"),
        ("грунт рядом с заправкой", "грунт", "заправкой"),
        ("грунт возле заправки", "грунт", "заправки"),
    ],
)
def test_what_a_thing_lies_beside_is_where_it_comes_from(text: str, thing: str, place: str) -> None:
    roles = {word.text: word.role for word in words(text)}
    assert (roles[thing], roles[place]) == (Role.THING, Role.ORIGIN)


def test_together_with_is_not_beside() -> None:
    assert [word.role for word in words("წიდა ნაცართან ერთად")][:2] == [Role.THING, Role.THING]


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("wood without paint", "paint"),
        ("soil free of oil", "oil"),
        ("ხე საღებავის გარეშე", "საღებავის"),
        ("древесина без краски", "краски"),
    ],
)
def test_what_a_thing_has_none_of_is_absent(text: str, absent: str) -> None:
    roles = {word.text: word.role for word in words(text)}
    assert [text for text, role in roles.items() if role is Role.ABSENT] == [absent]
    assert Role.THING in roles.values()


def test_each_alphabet_is_told_apart() -> None:
    assert [script(word) for word in ("ხე", "дерево", "wood")] == ["georgian", "cyrillic", "latin"]


def test_what_a_thing_is_free_of_is_absent_and_what_is_free_of_charge_is_there() -> None:
    assert next(word.role for word in words("asbestos-free sheets")) is Role.ABSENT
    assert next(word.role for word in words("sawdust, free of charge")) is Role.THING
    assert next(word.role for word in words("compost free")) is Role.THING
