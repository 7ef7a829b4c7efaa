"""Activities by what firms call themselves."""

from __future__ import annotations

import pytest

from matching.activities import find_activities
from matching.reference_book import default_book


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("winery", "1102"), ("ღვინის ქარხანა", "1102"), ("gvino", "1102"), ("винодельня", "1102"),
        ("11.02", "1102"), ("1102", "1102"), ("bakery", "1071"), ("saxerxi", "1610"), ("სასტუმროები", "5510"),
        ("hote", "5510"), ("CONCRETE", "2361"),
    ],
)  # fmt: skip
def test_an_activity_is_found_by_its_words_and_number(asked: str, code: str) -> None:
    assert code in find_activities(asked, default_book())[:5]


@pytest.mark.parametrize("asked", ["wine", "ღვინო", "вино"])
def test_who_makes_it_stands_before_who_makes_something_of_it(asked: str) -> None:
    assert find_activities(asked, default_book())[0] == "1102"


def test_every_word_must_fit() -> None:
    assert find_activities("winery xyzzy", default_book()) == ()
    assert find_activities("", default_book()) == find_activities("…", default_book()) == ()
    assert find_activities("11", default_book())[0] == "11"
