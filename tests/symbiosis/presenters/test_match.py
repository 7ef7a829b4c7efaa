"""A match as its card and its page show it."""

from __future__ import annotations

from matching.law_in_force import law_of
from matching.reference_book import default_book
from matching.training import fit
from symbiosis.presenters import match
from tests.matching.labelled import DEFAULTS, NOW, as_the_weights_say
from tests.symbiosis.presenters.builders import a_match
from tests.symbiosis.presenters.conftest import InLanguage

BOOK = default_book()
LAW = law_of(BOOK)


def test_a_case_that_the_book_no_longer_holds_is_not_named(in_language: InLanguage) -> None:
    case = next(iter(BOOK.precedents.values()))
    with in_language("en") as lang:
        known, gone, none = (
            match.card(a_match({}, precedent_id=name), BOOK, LAW, lang).case
            for name in (case.id, "gone", None)
        )
    assert known is not None
    assert known.title == case.title_en
    assert gone is None
    assert none is None


def test_only_what_was_learned_from_answers_counts_as_learned(in_language: InLanguage) -> None:
    learned = fit(as_the_weights_say(200), DEFAULTS, NOW).weights.version
    with in_language("ka") as lang:
        cards = [
            match.card(a_match({}, ranker_version=f"{version}+book"), BOOK, LAW, lang)
            for version in (DEFAULTS.version, learned)
        ]
    assert [card.is_learned for card in cards] == [False, True]
