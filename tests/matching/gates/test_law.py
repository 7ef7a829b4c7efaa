"""What the law of Georgia forbids is refused where it is sure, what it asks is asked; the rest informs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from matching.gates import pass_through
from matching.law import rules_of_pair
from matching.law_in_force import Law, changed_law
from matching.ranker import Ranker
from matching.reading import read
from matching.records import GateResult, Match, RuledOut
from matching.reference.rules import Condition, Rule
from matching.reference_book import ReferenceBook
from tests.matching.builders import a_need, an_output, small_book

WOOD = Condition("material", ("wood",))
FOR_BEDDING = Condition("use", ("bedding",))


def a_rule(id: str = "a-rule", *when: Condition, **rest: Any) -> Rule:
    texts = dict.fromkeys(("title_en", "title_ka", "act_en", "act_ka", "requires_en", "requires_ka"), "told")
    told: dict[str, Any] = {"jurisdiction": "georgia", "effect": "asks", "source": "practice"}
    told |= {"checked": date(2026, 11, 21), "certainty": "settled", "question_en": "?", "question_ka": "?"}
    return Rule(**(texts | told | {"id": id, "when": when or (WOOD,)} | rest))


def a_book(*rules: Rule) -> ReferenceBook:
    return replace(small_book(), rules={rule.id: rule for rule in rules})


OUTPUT, NEED = an_output("Sawdust"), a_need("Animal bedding wanted")


def judged(book: ReferenceBook, output: Any = OUTPUT, need: Any = NEED, **rest: Any) -> GateResult:
    result = pass_through(read(output, book), read(need, book), book, rest.pop("today", None), **rest)[-1]
    assert result.name == "law"
    return result


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"effect": "forbids"}, ("fail", None, "law.a-rule")),
        ({"effect": "asks"}, ("unknown", "law.a-rule", None)),
        ({"effect": "forbids", "certainty": "unclear"}, ("unknown", "law.a-rule", None)),
        ({"effect": "permit"}, ("pass", None, None)),
        ({"effect": "duty"}, ("pass", None, None)),
        ({"effect": "exempts"}, ("pass", None, None)),
        ({"effect": "forbids", "jurisdiction": "eu"}, ("pass", None, None)),
        ({"effect": "asks", "jurisdiction": "eu"}, ("pass", None, None)),
        ({"effect": "forbids", "is_off": True}, ("pass", None, None)),
    ],
)
def test_what_a_rule_that_holds_does_to_a_pair(
    told: dict[str, Any], expected: tuple[str, str | None, str | None]
) -> None:
    result = judged(a_book(a_rule(**told)))
    assert (result.result, result.question, result.reason) == expected


def test_what_is_asked_of_whoever_has_waste_is_told_and_not_asked_of_a_pair() -> None:
    families = tuple(one.id for one in small_book().materials.values() if one.parent is None)
    general = Condition("material", families)
    assert judged(a_book(a_rule("a-rule", general))).result == "pass"
    assert judged(a_book(a_rule("a-rule", general, FOR_BEDDING))).result == "unknown"
    assert judged(a_book(a_rule("a-rule", general, effect="forbids"))).result == "fail"


def test_a_rule_for_another_matter_or_use_says_nothing() -> None:
    for when in (
        Condition("material", ("cooking_oil",)),
        Condition("use", ("feed",)),
        Condition("hazardous"),
    ):
        assert judged(a_book(a_rule("a-rule", when, effect="forbids"))).result == "pass"


def test_what_is_not_sure_is_not_refused() -> None:
    book = a_book(a_rule("a-rule", WOOD, FOR_BEDDING, effect="forbids"))
    assert judged(book).result == "fail"
    assert judged(book, need=a_need("xyzzy")).result == "pass"
    assert judged(book, output=an_output("xyzzy")).result == "pass"


def test_a_need_with_a_free_use_as_well_is_asked() -> None:
    book = a_book(a_rule("a-rule", WOOD, FOR_BEDDING, effect="forbids"))
    assert judged(book, need=a_need("Animal bedding or fuel pellets")).result == "unknown"


def test_a_rule_is_none_before_its_day() -> None:
    book = a_book(a_rule(in_force_from=date(2027, 1, 1)))
    assert judged(book, today=date(2026, 12, 31)).result == "pass"
    assert judged(book, today=date(2027, 1, 1)).result == "unknown"
    assert judged(book).result == "unknown", "nobody said which day it is"


def test_the_rule_for_the_fewest_things_asks_first() -> None:
    wide = a_rule("wide", Condition("material", ("wood", "cooking_oil")))
    narrow, narrower = a_rule("narrow"), a_rule("narrower", WOOD, FOR_BEDDING)
    assert judged(a_book(wide, narrow)).question == "law.narrow"
    assert judged(a_book(wide, narrow, narrower)).question == "law.narrower"


@pytest.mark.parametrize(
    ("certainty", "asked"), [("settled", "law.other"), ("unclear", "law.carrier")], ids=["sure", "doubtful"]
)
def test_what_exempts_lifts_the_rules_it_names_when_it_is_settled(certainty: Any, asked: str) -> None:
    carrier, other = a_rule("carrier"), a_rule("other")
    outside = a_rule("outside", effect="exempts", certainty=certainty, lifts=("carrier",))
    assert judged(a_book(carrier, other, outside)).question == asked


def test_the_hazard_gate_alone_asks_about_a_mirror_pair() -> None:
    book = a_book(a_rule("a-rule", Condition("mirror")))
    results = pass_through(read(an_output("Sawdust", ewc_code="030105"), book), read(NEED, book), book, None)
    asked = {result.name for result in results if result.result == "unknown"}
    assert asked == {"hazard"}


def test_a_changed_rule_judges_at_once_and_names_another_ranker() -> None:
    book = a_book(a_rule())
    ranker = Ranker(book)
    forbidding = ranker.under(changed_law(book, {"a-rule": {"effect": "forbids"}}))
    assert isinstance(ranker.compare(OUTPUT, NEED), Match)
    ruled_out = forbidding.compare(OUTPUT, NEED)
    assert isinstance(ruled_out, RuledOut)
    assert (ruled_out.gate, ruled_out.reason) == ("law", "law.a-rule")
    assert forbidding.version != ranker.version


def test_a_change_of_words_alone_leaves_every_ranking_as_it_is() -> None:
    book = a_book(a_rule())
    reworded = changed_law(book, {"a-rule": {"title_en": "Said better"}})
    assert reworded.rules["a-rule"].title_en == "Said better"
    assert Ranker(book).under(reworded).version == Ranker(book).version


def test_changes_of_rules_that_are_gone_are_passed_over() -> None:
    book = a_book(a_rule())
    law = changed_law(book, {"gone": {"is_off": True}})
    assert isinstance(law, Law)
    assert law.rules == book.rules


def test_a_match_names_all_rules_that_it_touches() -> None:
    book = a_book(
        a_rule("of-wood", effect="duty"),
        a_rule("of-use", FOR_BEDDING, jurisdiction="eu"),
        a_rule("of-oil", Condition("material", ("cooking_oil",))),
        a_rule("asks"),
    )
    found = rules_of_pair(read(OUTPUT, book), read(NEED, book), book)
    assert found == ("of-wood", "of-use", "asks")
    match = Ranker(book).compare(OUTPUT, NEED)
    assert isinstance(match, Match)
    assert match.rule_ids == found
