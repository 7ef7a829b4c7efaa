from __future__ import annotations

import pytest

from graph.reference import search_materials, search_uses, search_waste_codes
from graph.seed import seed_reference
from matching.reference_book import default_book


def codes(store, words, **options):
    return [row["code"] for row in search_waste_codes(store, words, **options)]


def test_a_code_comes_in_the_language_asked(store):
    (found,) = search_waste_codes(store, "spirits distillation", lang="en", limit=1)
    assert found == {
        "code": "020702",
        "name": "Spirits distillation",
        "title": "wastes from spirits distillation",
        "is_hazardous": False,
    }
    (found,) = search_waste_codes(store, "spirits distillation", lang="ka", limit=1)
    assert (found["name"], found["title"]) == ("სპირტის გამოხდა", "სპირტის გამოხდის ნარჩენები")


@pytest.mark.parametrize(
    "words", ["ნახერხი", "ნახერხის", "ნახერხს", "ნახერხით", "ნახერხებისთვის", "ნახე", "ᲜᲐᲮᲔᲠᲮᲘ"]
)
def test_every_case_form_and_a_beginning_find_the_same(store, words):
    assert set(codes(store, words)) == {"030104", "030105"}


@pytest.mark.parametrize("words", ["sawdust", "SAWDUST", "sawd", "shavings", "shaving"])
def test_english_words_are_found_whole_or_begun(store, words):
    assert set(codes(store, words, lang="en")) == {"030104", "030105"}


@pytest.mark.parametrize("words", ["0207", "02 07", "02 07 ", "02.07"])
def test_digits_find_the_codes_that_begin_so(store, words):
    assert codes(store, words) == ["020702", "020704"]


def test_a_whole_code_with_its_asterisk_finds_itself(store):
    (found,) = search_waste_codes(store, "03 01 04*")
    assert (found["code"], found["is_hazardous"]) == ("030104", True)


def test_the_words_of_a_heading_find_its_entries_after_better_ones(store):
    assert codes(store, "agriculture", lang="en") == ["020702", "020704"]
    assert codes(store, "agriculture unsuitable", lang="en") == ["020704", "020702"]


@pytest.mark.parametrize("words", ["", "  ", "და", "*", "~?!", '"', "zzzz", "99"])
def test_nothing_is_found_for_nothing(store, words):
    assert codes(store, words) == []


@pytest.mark.parametrize(
    "words", ["ნახერხი OR *:*", "ნახერხი)(", '"ნახერხი', "title_ka:ნახერხი", "ნახერხი^99~"]
)
def test_what_a_person_types_is_never_syntax(store, words):
    assert set(codes(store, words)) == {"030104", "030105"}


def test_the_limit_is_kept(store):
    assert len(codes(store, "ნახერხი", limit=1)) == 1
    assert len(codes(store, "0", limit=3)) == 3


def test_materials_and_uses_are_found_by_names_and_synonyms_in_any_language(store):
    for words in ("ნახერხის", "wood dust", "опилок", "опилки"):
        assert search_materials(store, words, lang="ka", limit=1) == [
            {"id": "sawdust", "name": "ნახერხი", "kind": "material"}
        ]
    assert search_materials(store, "ნახერხი", lang="ru", limit=1)[0]["name"] == "опилки"
    assert search_materials(store, "ჭაჭა", lang="ru", limit=1)[0]["name"] == "Grape pomace"
    assert search_uses(store, "საფენისთვის", lang="en") == [
        {"id": "bedding", "name": "Animal bedding", "kind": "material"}
    ]
    assert search_uses(store, "!") == search_materials(store, "") == []


REAL_SEARCHES = [
    ("ნახერხი", "030105"),
    ("მინის შეფუთვა", "150107"),
    ("პლასტმასის შესაფუთი", "150102"),
    ("ბეტონის", "170101"),
    ("აგურები", "170102"),
    ("glass packaging", "150107"),
    ("concrete", "170101"),
    ("waste oil engine", "130205"),
    ("cardboard packaging", "150101"),
]


def test_the_real_list_is_found_in_both_languages(bare_store):
    seed_reference(bare_store.driver, default_book())
    missed = {
        words: found
        for words, code in REAL_SEARCHES
        if code not in (found := codes(bare_store, words, limit=12))
    }
    assert missed == {}
