"""A Georgian ending or postposition tells what a whole phrase does in its sentence."""

from __future__ import annotations

import pytest

from matching.recognition import things_in
from matching.reference_book import default_book
from matching.roles import Role
from matching.text import words
from tests.matching.builders import of_role


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("დამსხვრეული აგური თაბაშირისა და ხის გარეშე", ["თაბაშირისა", "ხის"]),
        ("დამსხვრეული აგური თაბაშირის, ხისა და მინის გარეშე", ["თაბაშირის", "ხისა", "მინის"]),
        ("აგური მძიმე ლითონების გარეშე", ["მძიმე", "ლითონების"]),
        ("აგური დაბინძურებული მიწისა ან მუყაოს გარეშე", ["დაბინძურებული", "მიწისა", "მუყაოს"]),
        ("ფირი PVC-ისა და ქაღალდის გარეშე", ["pvc", "ქაღალდის"]),
        ("ყველა პლასტმასი, PVC-ის გარდა", ["pvc"]),
        ("მერქანი არ შეიცავს საღებავს და ლურსმნებს", ["საღებავს", "ლურსმნებს"]),
        ("მერქანი, ლაქის საღებავს არ შეიცავს", ["ლაქის", "საღებავს"]),
        ("ზეთისგან თავისუფალი გრუნტი", ["ზეთისგან"]),
        ("ეტიკეტებისგან გაწმენდილი ბოთლები", ["ეტიკეტებისგან"]),
        ("ქლორის არშემცველი გამხსნელი", ["ქლორის"]),
    ],
)
def test_all_that_is_joined_before_without_is_absent(text: str, absent: list[str]) -> None:
    assert of_role(text, Role.ABSENT) == absent
    assert of_role(text, Role.THING)


@pytest.mark.parametrize(
    ("text", "role", "phrase"),
    [
        ("ხრეში გზებისა და ეზოებისთვის", Role.PURPOSE, ["გზებისა", "ეზოებისთვის"]),
        ("ქვიშა და ხრეში გზისთვის", Role.PURPOSE, ["გზისთვის"]),
        ("ნაცარი კირისა და ცემენტის ნაცვლად", Role.REPLACED, ["კირისა", "ცემენტის"]),
        ("ნაცარი კირის ჩასანაცვლებლად", Role.REPLACED, ["კირის"]),
        ("გრუნტი ბენზინის ავზისა და გზის მახლობლად", Role.ORIGIN, ["ბენზინის", "ავზისა", "გზის"]),
        ("წყალი ბოთლების რეცხვისა და გავლების შემდეგ", Role.ORIGIN, ["ბოთლების", "რეცხვისა", "გავლების"]),
        ("ზეთი ემულსიის დაშლის პროცესში", Role.ORIGIN, ["ემულსიის", "დაშლის"]),
        ("მინა ხმარებიდან ამოღებული საქარე ფანჯრებიდან", Role.ORIGIN, ["ამოღებული", "საქარე", "ფანჯრებიდან"]),
        ("სალექი PET-იდან", Role.ORIGIN, ["pet"]),
        ("შრატი რძის ცისტერნაში", Role.ORIGIN, ["რძის", "ცისტერნაში"]),
    ],
)  # fmt: skip
def test_a_phrase_has_one_role_with_its_genitives_adjectives_and_what_is_joined_to_it(
    text: str, role: Role, phrase: list[str]
) -> None:
    found = of_role(text, role)
    assert [word for word in found if word in phrase] == phrase
    assert next(word.role for word in words(text)) is Role.THING


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("მზესუმზირის კოპტონი, შეშის დაწვის ნაცარი", ["შეშის", "დაწვის"]),
        ("ლუდის წარმოების მყარი ნარჩენი", ["ლუდის", "წარმოების"]),
        ("ტყავისა და ბეწვის რეცხვის შლამი", ["ტყავისა", "ბეწვის", "რეცხვის"]),
        ("მარმარილოს ჭრის მტვერი", ["მარმარილოს", "ჭრის"]),
    ],
)
def test_what_an_action_leaves_comes_from_what_it_is_done_to(text: str, origin: list[str]) -> None:
    assert of_role(text, Role.ORIGIN) == origin


def test_what_goes_into_an_action_is_for_it() -> None:
    assert of_role("აგურის წარმოების დანამატი", Role.PURPOSE) == ["აგურის", "წარმოების"]
    assert of_role("პლასტმასის გადამუშავების ნედლეული", Role.PURPOSE) == ["პლასტმასის", "გადამუშავების"]


@pytest.mark.parametrize(
    "text", ["მარმარილოს ჭრის დისკი", "ლუდის წარმოების ქარხანა", "ხის დამუშავების ჩარხი"]
)
def test_a_tool_or_a_plant_is_no_left_over(text: str) -> None:
    assert of_role(text, Role.ORIGIN) == []


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("ვეძებთ თიხას აგურის დასამზადებლად", ["აგურის", "დასამზადებლად"]),
        ("ნახერხი პირუტყვის საფენად", ["პირუტყვის", "საფენად"]),
        ("ფქვილი ბეტონის დანამატად", ["ბეტონის", "დანამატად"]),
        ("ნაცარი თიხის ნარევში ჩასარევად", ["თიხის", "ნარევში", "ჩასარევად"]),
        ("დანამატი კერამიკულ ბლოკებში", ["კერამიკულ", "ბლოკებში"]),
        ("კირი წყლის გაწმენდის მიზნით", ["წყლის", "გაწმენდის"]),
    ],
)
def test_what_a_thing_is_to_be_used_for_or_as_is_its_purpose(text: str, purpose: list[str]) -> None:
    assert of_role(text, Role.PURPOSE) == purpose


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("ფირი ქაღალდის ეტიკეტით", ["ქაღალდის", "ეტიკეტით"]),
        ("ტომრები სასუქის ნარჩენებით", ["სასუქის", "ნარჩენებით"]),
        ("თუთიის შემცველი მტვერი", ["თუთიის"]),
        ("ქვიშა მუყაოთი", ["მუყაოთი"]),
    ],
)
def test_what_a_thing_holds_or_comes_with_is_not_the_thing(text: str, held: list[str]) -> None:
    assert of_role(text, Role.HELD) == held


@pytest.mark.parametrize(
    "text", ["ნახერხს ვყიდით", "ნაგავი შეფუთვის ხაზზე", "მაზუთი", "ნარჩენი ფხვნილის სახით"]
)
def test_verbs_and_nouns_that_end_alike_hold_nothing(text: str) -> None:
    assert of_role(text, Role.HELD) == []


def test_a_genitive_tells_of_the_noun_after_it_save_of_its_pieces() -> None:
    assert of_role("კომპრესორის ჰაერის სითბო", Role.OF) == ["კომპრესორის", "ჰაერის"]
    assert of_role("ბოთლის მინის ნამსხვრევი", Role.OF) == ["ბოთლის"]


def test_an_ending_behind_a_hyphen_carries_no_matter() -> None:
    assert [word.text for word in words("90 %-იანი PET-ის ფანტელი")] == ["pet", "ფანტელი"]


@pytest.mark.parametrize(
    ("text", "thing", "other"),
    [
        ("აგურის ნამტვრევი მინისა და თაბაშირის გარეშე", "brick-rubble", "glass"),
        ("PET ბოთლები ალუმინის თავსახურების გარეშე", "pet-bottles", "aluminium-scrap"),
        ("ნაცარი მზესუმზირის ჩენჩოს დაწვის შემდეგ", "husk-ash", "sunflower-husk"),
    ],
)
def test_only_the_thing_is_surely_named(text: str, thing: str, other: str) -> None:
    sure = {guess.id: guess.confidence for guess in things_in(text, default_book()).materials}
    assert sure[thing] >= 0.6
    assert sure.get(other, 0.0) < 0.6
