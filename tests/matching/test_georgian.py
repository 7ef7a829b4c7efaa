"""All forms of a Georgian noun meet in one stem, and different nouns do not."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching import georgian
from matching.reference_book import default_book
from matching.text import tokens

# The nominative, and what stays of it before the endings that begin with a vowel.
CONSONANT = """
    ნარჩენი ნარჩენ, ყურძენი ყურძნ, მერქანი მერქნ, წყალი წყლ, მტვერი მტვრ, მაცივარი მაცივრ, ხორბალი ხორბლ,
    ნაცარი ნაცრ, ფოთოლი ფოთლ, საპონი საპნ, მინდორი მინდვრ, პომიდორი პომიდვრ, ტრანსფორმატორი ტრანსფორმატორ,
    თხილი თხილ, ზეთი ზეთ, ყუთი ყუთ, შლამი შლამ, ქრომი ქრომ, გაზი გაზ, ნახერხი ნახერხ, ბეტონი ბეტონ,
    აკუმულატორი აკუმულატორ, ტომარა ტომრ, ლითონი ლითონ, პლასტიკი პლასტიკ, ალუმინი ალუმინ, ნიკელი ნიკელ,
    ხრეში ხრეშ, ნახარში ნახარშ, ბათქაში ბათქაშ, თეფში თეფშ, ფისი ფის, გარსი გარს, ნაკადი ნაკად, უჯრედი უჯრედ,
    ნაგავი ნაგვ, არაყი არყ, ნიღაბი ნიღბ,
    ხსნარი ხსნარ, გამხსნელი გამხსნელ, საღებავი საღებავ, მუნიციპალიტეტი მუნიციპალიტეტ, ძვალი ძვლ, ტყავი ტყავ
"""
IN_A = """
    ჭაჭა ჭაჭ, მინა მინ, ქარხანა ქარხნ, წიდა წიდ, თიხა თიხ, ქვიშა ქვიშ, პლასტმასა პლასტმას, სისტემა სისტემ,
    ქვა ქვ, თუთა თუთ, მჟავა მჟავ, იზოლაცია იზოლაცი, ემულსია ემულსი, კომპანია კომპანი, თუთია თუთი,
    შეფუთვა შეფუთვ, დატვირთვა დატვირთვ, ჩამოსხმა ჩამოსხმ, პლატფორმა პლატფორმ, პლაზმა პლაზმ,
    ტყვია ტყვი, ენერგია ენერგი, ბატარეა ბატარე, კანალიზაცია კანალიზაცი, ბიომასა ბიომას, დამუშავება დამუშავებ
"""
IN_E = "რძე რძ, თხლე თხლ, ტყე ტყ, ფუძე ფუძ"
IN_O = "მუყაო, ბრინჯაო, საწარმო, თამბაქო, ბოჭკო, ლობიო, წებო, სითბო, ქოქო"


def _of(
    consonant: str, before_vowel: str, *, nominative: str, adverbial: str, plural: str
) -> tuple[str, ...]:
    """The forms of a noun: its singular with the usual postpositions, and its plural."""
    endings = ("ები", "ების", "ებს", "ებით", "ებად", "ებისთვის", "ებიდან", "ებში")
    many = [plural + ending for ending in endings]
    return (
        nominative, f"{consonant}ს", f"{consonant}ში", f"{consonant}ზე", f"{consonant}სთან", adverbial,
        *(before_vowel + ending for ending in ("ის", "ით", "ისთვის", "ისგან", "იდან", "ისა")), *many,
    )  # fmt: skip


def _declined() -> Iterable[tuple[str, ...]]:
    for pair in CONSONANT.replace("ტომარა ტომრ,", "").split(","):
        noun, short = pair.split()
        yield _of(noun[:-1], short, nominative=noun, adverbial=f"{short}ად", plural=short)
    for pair in f"{IN_A}, ტომარა ტომრ".split(","):
        noun, short = pair.split()
        yield _of(noun, short, nominative=noun, adverbial=f"{short}ად", plural=short)
    for pair in IN_E.split(","):
        noun, short = pair.split()
        yield _of(noun, short, nominative=noun, adverbial=f"{noun}დ", plural=noun)
    for noun in IN_O.replace(",", " ").split():
        endings = ("", "ს", "თი", "დ", "ში", "ზე", "სთვის", "სგან", "დან", "სთან", "ები", "ების", "ებიდან")
        yield tuple(noun + ending for ending in endings)


@pytest.mark.parametrize("forms", list(_declined()), ids=lambda forms: str(forms[0]))
def test_all_forms_of_a_noun_meet_in_one_stem(forms: tuple[str, ...]) -> None:
    stems = {form: georgian.stem(form) for form in forms}
    assert len(set(stems.values())) == 1, stems


def test_so_do_those_of_a_tree_short_as_they_are() -> None:
    forms = "ხე ხის ხეს ხით ხედ ხეზე ხისთვის ხისგან ხიდან ხეები ხეების ხეებიდან".split()  # noqa: SIM905
    assert {georgian.stem(form) for form in forms} == {"ხე"}


def test_no_two_of_these_nouns_share_a_stem() -> None:
    stems = [georgian.stem(forms[0]) for forms in _declined()]
    assert len(set(stems)) == len(stems)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("თხილის", "თხლის"),  # hazelnut, lees
        ("თუთიის", "თუთის"),  # zinc, mulberry
        ("ბრინჯაოს", "ბრინჯის"),  # bronze, rice
        ("ქვიშის", "ქვის"),  # sand, stone
        ("ნაყინი", "ნაყენი"),  # ice cream, infusion
        ("დისტილერიის", "დისტილერის"),  # distillery, distiller
        ("ზეთი", "ზე"),
        ("შლამი", "შლა"),
        ("რძე", "რკინა"),
    ],
)
def test_different_things_keep_different_stems(one: str, other: str) -> None:
    assert georgian.stem(one) != georgian.stem(other)


def test_no_name_of_a_material_falls_on_that_of_another_by_its_stem_alone() -> None:
    """One-word names of different materials, written differently, have different stems."""
    owner: dict[str, tuple[str, str]] = {}
    for material in default_book().materials.values():
        named = tokens(material.name_ka)
        if len(named) == 1:
            stem = georgian.stem(named[0])
            assert owner.setdefault(stem, (material.id, named[0]))[0] == material.id, (named, owner[stem])
    assert len(owner) > 20


@pytest.mark.parametrize("forms", ["მუყაო მუყაოსა", "ქაღალდი ქაღალდსა", "პლასტმასა პლასტმასის", "მასა მასის"])
def test_the_fuller_endings_of_what_is_joined_are_endings_too(forms: str) -> None:
    assert len({georgian.stem(form) for form in forms.split()}) == 1


def test_an_adjective_is_derived_from_the_noun_as_its_cases_leave_it() -> None:
    assert georgian.stem("მცენარე") in georgian.bases(georgian.stem("მცენარეული"))
    assert georgian.stem("ფოსფორი") in georgian.bases(georgian.stem("ფოსფორიანი"))


@pytest.mark.parametrize("noun", ["ხრეში", "ბათქაში", "ლუდსახარში", "ცეცხლსაშიში"])
def test_a_noun_in_sh_does_not_lie_in_anything(noun: str) -> None:
    assert not georgian.lies_in(noun)
    assert georgian.lies_in(f"{noun[:-1]}ში")


@pytest.mark.parametrize("word", ["ზეთიც", "ზეთსაც", "ზეთი"])
def test_also_is_no_part_of_a_word(word: str) -> None:
    assert georgian.stem(word) == "ზეთ"


@given(st.text("აბგდევზთიკლმნოპრსტუ", min_size=1, max_size=12))
def test_a_stem_is_never_empty_nor_longer_than_its_word(word: str) -> None:
    assert 1 <= len(georgian.stem(word)) <= max(2, len(word))
