"""A match tells who has to do what by law, as it stands today."""

from __future__ import annotations

from datetime import date

from matching.law_in_force import changed_law, law_of
from matching.reference_book import default_book
from symbiosis.presenters import law_of_match
from tests.symbiosis.presenters.builders import a_match
from tests.symbiosis.presenters.conftest import InLanguage

BOOK = default_book()
LAW = law_of(BOOK)
TODAY = date(2026, 11, 21)


def _ids(view: object, law: object = LAW) -> dict[str, list[str]]:
    parts = law_of_match.section(view, law, TODAY, "en")  # type: ignore[arg-type]
    return {part.key: [rule.line.id for rule in part.rules] for part in parts}


def test_rules_stand_under_who_has_to_act_and_the_narrowest_question_first(in_language: InLanguage) -> None:
    ids = ("ge-plan-and-manager", "ge-registration-carrier", "ge-pcb-oil", "ge-feed-hygiene", "eu-none")
    with in_language("en"):
        found = _ids(a_match({}, rule_ids=ids))
    assert found == {
        "asked": ["ge-pcb-oil", "ge-registration-carrier", "ge-plan-and-manager"],
        "giver": ["ge-feed-hygiene"],
    }


def test_what_is_lifted_or_out_of_force_is_not_told(in_language: InLanguage) -> None:
    view = a_match({}, rule_ids=("ge-registration-carrier", "ge-manure-straw-outside", "ge-pcb-oil"))
    with in_language("en"):
        assert _ids(view) == {"asked": ["ge-pcb-oil"], "free": ["ge-manure-straw-outside"]}
        off = changed_law(BOOK, {"ge-manure-straw-outside": {"is_off": True}, "ge-pcb-oil": {"is_off": True}})
        assert _ids(view, off) == {"asked": ["ge-registration-carrier"]}
