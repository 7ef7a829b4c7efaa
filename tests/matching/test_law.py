"""A rule of law holds when all its conditions do, and only then."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from matching.law import Facts, facts_of_pair, facts_of_way, holds, rules_holding
from matching.reference.rules import Condition, Rule, Subject
from matching.reference_book import default_book

from .builders import a_need, an_output, as_read, small_book


def _rule(*when: Condition, **rest: Any) -> Rule:
    told: dict[str, Any] = dict.fromkeys(
        ("title_en", "title_ka", "act_en", "act_ka", "requires_en", "requires_ka"), "told"
    )
    told |= {"id": "a-rule", "jurisdiction": "georgia", "effect": "duty", "source": "practice"}
    told |= {"checked": date(2026, 11, 21), "certainty": "unclear", "when": when}
    return Rule(**(told | rest))


@pytest.mark.parametrize(
    ("subject", "values", "facts"),
    [
        ("hazardous", (), Facts(is_hazardous=True)),
        ("mirror", (), Facts(is_open=True)),
        ("material", ("wood",), Facts(materials=frozenset(("sawdust", "wood")))),
        ("use", ("feed", "fuel"), Facts(uses=frozenset(("fuel",)))),
        ("process", ("crushing",), Facts(processes=frozenset(("crushing",)))),
        ("code", ("1706",), Facts(codes=frozenset(("170605",)))),
    ],
)
def test_a_condition_holds_by_its_fact_alone(subject: Subject, values: tuple[str, ...], facts: Facts) -> None:
    rule = _rule(Condition(subject, values))
    assert holds(rule, facts)
    assert not holds(rule, Facts())


def test_all_conditions_must_hold() -> None:
    rule = _rule(Condition("hazardous"), Condition("material", ("wood",)))
    assert not holds(rule, Facts(is_hazardous=True))
    assert not holds(rule, Facts(materials=frozenset(("wood",))))
    assert holds(rule, Facts(materials=frozenset(("wood",)), is_hazardous=True))


def test_a_rule_without_conditions_is_information_and_follows_no_exchange() -> None:
    general = [rule.id for rule in default_book().rules.values() if not rule.when]
    assert general
    assert not set(general) & {rule.id for rule in rules_holding(Facts(is_hazardous=True), default_book())}


def test_a_pair_has_the_facts_that_are_sure() -> None:
    output = as_read(an_output("Sawdust", ewc_code="030105"))
    need = as_read(a_need("Sawdust for animal bedding"))
    facts = facts_of_pair(output, need, small_book())
    assert {"sawdust", "wood"} <= facts.materials
    assert "bedding" in facts.uses
    assert facts.codes == {"030105"}
    assert facts.is_open, "nobody has said which of the mirror pair it is"
    assert not facts_of_pair(as_read(an_output("xyzzy")), need, small_book()).materials


def test_hazard_that_is_stated_or_listed_is_a_fact() -> None:
    need = as_read(a_need())
    stated = facts_of_pair(as_read(an_output(ewc_code="030105", hazardous=True)), need, small_book())
    listed = facts_of_pair(as_read(an_output(ewc_code="030104")), need, small_book())
    denied = facts_of_pair(as_read(an_output(ewc_code="030105", hazardous=False)), need, small_book())
    assert stated.is_hazardous
    assert listed.is_hazardous
    assert not denied.is_hazardous
    assert not denied.is_open


def test_a_documented_way_has_facts_before_anybody_lists() -> None:
    facts = facts_of_way("sawdust", "fuel", "pelletising", small_book())
    assert facts.materials == {"sawdust", "wood"}
    assert (facts.uses, facts.processes, facts.codes) == ({"fuel"}, {"pelletising"}, {"030105"})
