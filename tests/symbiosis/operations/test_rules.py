"""Administrators keep the law true: what they say counts at once, everywhere, and nothing of it is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from graph import due
from graph.errors import NotFound
from graph.records import Role
from matching.law_in_force import EDITABLE
from symbiosis import operations
from symbiosis.access import Viewer
from symbiosis.errors import InvalidInput, NotAllowed, NotLoggedIn, RuleEdited
from symbiosis.inputs import RuleInput
from symbiosis.law_watch import LawWatch
from symbiosis.operations.find_matches import compared_by
from symbiosis.schemas.base import load
from symbiosis.schemas.rule import RuleSchema
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW, a_need, an_output
from tests.symbiosis.town import Town

RULE = "ge-food-contaminants"


def as_it_stands(services: Services, *, number: int = 0, **fields: Any) -> RuleInput:
    rule = services.law.rules[RULE]
    return RuleInput({name: getattr(rule, name) for name in EDITABLE} | fields, number)


def test_a_change_counts_at_once_and_its_history_tells_who_said_what(services: Services, town: Town) -> None:
    keeper = town.somebody(Role.ADMINISTRATOR)
    before = services.law.rules[RULE]
    given = as_it_stands(services, title_ka="ახალი სათაური", in_force_from=date(2026, 5, 1))
    assert operations.edit_rule(services, keeper, RULE, given, now=NOW)
    after = services.law.rules[RULE]
    assert after == replace(before, title_ka="ახალი სათაური", in_force_from=date(2026, 5, 1))
    found = operations.rule_history(services, keeper, RULE)
    assert found.rule.in_file == before
    (change,) = found.changes
    assert (change.by, change.changed_at) == (town.user(keeper).email, NOW)
    assert change.fields == {
        "title_ka": (before.title_ka, "ახალი სათაური"),
        "in_force_from": (None, "2026-05-01"),
    }


def test_every_other_process_follows_and_looks_seldom(services: Services, town: Town) -> None:
    at = 0.0
    elsewhere = LawWatch(services.store, services.book, fresh_s=5, clock=lambda: at)
    assert not elsewhere.now().rules[RULE].is_off
    town.change_rule(RULE, is_off=True)
    assert not elsewhere.now().rules[RULE].is_off, "it looked a moment ago"
    at = 5.0
    assert elsewhere.now().rules[RULE].is_off


def test_a_change_is_undone_by_a_new_one(services: Services, town: Town) -> None:
    keeper = town.somebody(Role.ADMINISTRATOR)
    for number, title in enumerate(("first", "second")):
        given = as_it_stands(services, number=number, title_en=title)
        operations.edit_rule(services, keeper, RULE, given, now=NOW)
    operations.undo_rule_change(services, keeper, RULE, number=2, now=NOW)
    assert services.law.rules[RULE].title_en == "first"
    assert operations.rule_history(services, keeper, RULE).number == 3


def test_of_two_who_edit_the_second_is_told_and_nothing_is_lost(services: Services, town: Town) -> None:
    keeper = town.somebody(Role.ADMINISTRATOR)
    seen = as_it_stands(services, title_en="mine")
    town.change_rule(RULE, title_en="theirs")
    with pytest.raises(RuleEdited):
        operations.edit_rule(services, keeper, RULE, seen, now=NOW)
    with pytest.raises(RuleEdited):
        operations.undo_rule_change(services, keeper, RULE, number=2, now=NOW)
    assert services.law.rules[RULE].title_en == "theirs"


def test_saying_the_same_again_keeps_nothing(services: Services, town: Town) -> None:
    keeper = town.somebody(Role.ADMINISTRATOR)
    assert not operations.edit_rule(services, keeper, RULE, as_it_stands(services), now=NOW)
    assert operations.rule_history(services, keeper, RULE).changes == ()
    with pytest.raises(NotFound):
        operations.undo_rule_change(services, keeper, RULE, number=0, now=NOW)


def test_a_file_that_changes_below_an_edit_does_not_win(services: Services, town: Town) -> None:
    town.change_rule(RULE, title_en="said here")
    in_file = replace(services.book.rules[RULE], title_en="newer in the file", act_en="Act renamed")
    book = replace(services.book, rules={**services.book.rules, RULE: in_file})
    newer = Services(services.store, book, services.plain_ranker, services.settings)
    found = operations.rule_history(newer, town.somebody(Role.ADMINISTRATOR), RULE).rule
    assert (found.rule.title_en, found.rule.act_en) == ("said here", "Act renamed")
    assert found.in_file == in_file


def test_nobody_else_changes_the_law_and_everybody_reads_it(services: Services, town: Town) -> None:
    given = as_it_stands(services, title_en="mine")
    for viewer in (town.coordinator(), town.somebody(Role.PLANNER), town.business()):
        with pytest.raises(NotAllowed):
            operations.edit_rule(services, viewer, RULE, given, now=NOW)
        with pytest.raises(NotAllowed):
            operations.rule_history(services, viewer, RULE)
    with pytest.raises(NotLoggedIn):
        operations.undo_rule_change(services, Viewer(), RULE, number=0, now=NOW)
    assert len(operations.list_rules(services, Viewer())) == len(services.book.rules)


def test_a_rule_that_is_read_tomorrow_was_not_read(services: Services, town: Town) -> None:
    given = as_it_stands(services, checked=date(2100, 1, 1))
    with pytest.raises(InvalidInput) as refused:
        operations.edit_rule(services, town.somebody(Role.ADMINISTRATOR), RULE, given, now=NOW)
    assert set(refused.value.problems) == {"checked"}


def _due(services: Services) -> list[str]:
    return due.to_compare(services.store, compared_by(services.ranker.version), NOW)


def test_pairs_are_judged_anew_after_a_change_that_judges(services: Services, town: Town) -> None:
    giver, taker = town.business(), town.business(at="batumi")
    town.post(taker, a_need())
    town.post(giver, an_output())
    operations.rematch(services, town.coordinator(), now=NOW)
    (match,) = town.matches_of(giver)
    law_gate = match.gates[-1]
    assert law_gate.name == "law"
    assert match.rule_ids
    assert not _due(services)
    town.change_rule(match.rule_ids[0], title_en="Said better")
    assert not _due(services)
    asking = [id for id in match.rule_ids if services.law.rules[id].effect == "asks"]
    for rule_id in asking:
        town.change_rule(rule_id, effect="duty")
    assert len(_due(services)) == 2
    operations.rematch(services, town.coordinator(), now=NOW)
    assert town.matches_of(giver)[0].gates[-1].result == "pass"


GOOD = {
    "title_ka": "სათაური",
    "title_en": "Title",
    "requires_ka": "მოთხოვნა",
    "requires_en": "What it asks",
    "effect": "duty",
    "certainty": "settled",
    "source": "https://matsne.gov.ge/en/document/view/1",
    "checked": "2026-11-21",
    "number": 0,
}


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        ({"title_ka": ""}, {"title_ka"}),
        ({"effect": "asks"}, {"question_ka", "question_en"}),
        ({"effect": "suggests"}, {"effect"}),
        ({"source": "a friend"}, {"source"}),
        ({"source": "javascript:alert(1)"}, {"source"}),
        ({"source": "practice"}, {"certainty"}),
        ({"checked": "21.11.2026"}, {"checked"}),
        ({"in_force_from": "0218-01-01"}, {"in_force_from"}),
        ({"is_off": "perhaps"}, {"is_off"}),
        ({"jurisdiction": "eu"}, {"jurisdiction"}),
    ],
)
def test_what_is_wrong_is_said_at_its_field(app: Any, wrong: dict[str, Any], fields: set[str]) -> None:
    with app.test_request_context():
        assert load(RuleSchema(), GOOD).fields["is_off"] is False
        with pytest.raises(InvalidInput) as refused:
            load(RuleSchema(), GOOD | wrong)
        assert set(refused.value.problems) == fields
