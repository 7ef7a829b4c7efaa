"""What one statement more would change, in sentences of both languages."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from matching.proposals import Input
from matching.records import Quantity, Side
from matching.reference_book import default_book
from symbiosis.presenters.what_if import lines
from symbiosis.views import WhatIfView
from tests.symbiosis.presenters.builders import a_match
from tests.symbiosis.presenters.conftest import InLanguage

CHANGES: dict[str, dict[str, Any]] = {
    "code": {"fields": {"ewc_code": "020701"}},
    "hazard": {"fields": {"hazardous": False}},
    "permit": {"fields": {"hazardous": True}},
    "amount": {"fields": {"quantity": Quantity(5, "t", "year")}, "about": "sought"},
    "lot": {"fields": {"text": "from 12 t"}, "about": "t", "words": "12"},
    "months": {"fields": {"season_months": (9, 10)}},
    "activity": {"fields": {"nace": "11"}},
    "material": {"fields": {"material_ids": ("grape-pomace",)}},
    "figure": {"fields": {"text": "12 %"}, "about": "moisture <= 12", "words": "moisture 12 %"},
    "form": {"fields": {"text": "dry"}, "about": "dry", "words": "dry"},
}


def _told(lang: str, input: str, probability: float = 0.71, settles: tuple[str, ...] = ()) -> str:
    view = WhatIfView(
        **({"side": Side.OUTPUT, "input": input, "about": "", "words": ""} | CHANGES[input]),
        score=1.0,
        probability=probability,
        gates=(),
        settles=settles,
    )
    [line] = lines(
        a_match({"material": (1.0, 0.5)}, probability=0.62, what_ifs=(view,)), default_book(), lang
    )
    return f"{line.sentence} {line.settles or ''}".strip()


@pytest.mark.parametrize("lang", ["ka", "en"])
def test_every_input_has_its_sentence(in_language: InLanguage, lang: str) -> None:
    assert CHANGES.keys() == set(get_args(Input))
    with in_language(lang):
        told = [_told(lang, input) for input in CHANGES]
    assert len(set(told)) == len(told)
    assert all(text.startswith("თუ " if lang == "ka" else "If ") and "71" in text for text in told)
    assert not any("%(" in text for text in told)


def test_it_says_where_the_match_goes_and_what_would_be_clear(in_language: InLanguage) -> None:
    with in_language("en"):
        assert _told("en", "amount") == (
            "If there is about as much as is needed (5\N{NO-BREAK SPACE}t a year) and it is stated, "
            "the match rises from 62% to 71%."
        )
        assert _told("en", "hazard", 0.62, ("hazard",)) == (
            "If it is not hazardous and the listing says so, the match stays at 62%. "
            "Then this is clear: Hazard and permit."
        )
        assert _told("en", "form", 0.61).endswith("the match goes from 62% to 61%.")
        assert "“moisture 12 %”" in _told("en", "figure")


def test_a_permit_is_worded_as_a_condition(in_language: InLanguage) -> None:
    with in_language("en"):
        assert _told("en", "permit").startswith("If a permit to take hazardous material is held")
