"""A coordinator sets or settles a waste code, with the reason; who, when and what was before is kept."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from graph.records import Role
from symbiosis import operations
from symbiosis.errors import InvalidInput, NotAllowed, NotPossibleNow
from symbiosis.inputs import CodeInput
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW, a_need, an_output
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import browser

LATER = NOW + timedelta(minutes=5)


def said(ewc_code: str, contains_hazardous: str | None = None, why: str = "an analysis") -> CodeInput:
    return CodeInput(ewc_code, contains_hazardous, why)


@pytest.mark.parametrize(
    ("stated", "given", "settled"),
    [
        ({}, said("02 07 01"), ("020701", None)),
        ({}, said("080112", "yes"), ("080111", True)),
        ({"ewc_code": "080112"}, said("080112", "no"), ("080112", False)),
        ({"ewc_code": "080111"}, said("080111", "no"), ("080112", False)),
        ({"ewc_code": "080112"}, said("020701", "no"), ("020701", False)),
    ],
)
def test_a_code_is_set_and_a_pair_is_settled(
    services: Services,
    town: Town,
    stated: dict[str, Any],
    given: CodeInput,
    settled: tuple[str, bool | None],
) -> None:
    keeper, firm = town.coordinator(), town.business()
    mine = town.post(firm, an_output(**stated))
    assert mine.id in {one.id for one in operations.open_codes(services, keeper, now=NOW)}
    after = operations.set_code(services, keeper, mine.id, given, now=LATER)
    assert (after.ewc_code, after.hazardous) == settled
    assert operations.open_codes(services, keeper, now=LATER) == ()
    [kept] = operations.code_history(services, keeper, mine.id)
    assert ((kept.ewc_code, kept.hazardous), kept.why) == (settled, "an analysis")
    assert kept.user_id == keeper.user_id
    assert (kept.ewc_code_before, kept.hazardous_before) == (stated.get("ewc_code"), None)
    assert kept.user_email
    assert after.matched_at == LATER


def test_the_firm_is_told_when_and_why_and_not_by_whom(app: Flask, services: Services, town: Town) -> None:
    keeper, firm = town.coordinator(), town.business()
    mine = town.post(firm, an_output())
    operations.set_code(services, keeper, mine.id, said("020701", why="the lab said so"), now=LATER)
    [seen] = operations.code_history(services, firm, mine.id)
    assert (seen.why, seen.user_id, seen.user_email) == ("the lab said so", "", None)
    told = browser(app, town.user(firm)).get(f"/listings/{mine.id}").text
    assert "the lab said so" in told
    assert town.user(keeper).email not in told


def test_a_second_code_is_added_to_the_first(services: Services, town: Town) -> None:
    keeper = town.coordinator()
    mine = town.post(town.business(), an_output())
    for minutes, code in enumerate(("020701", "020702")):
        operations.set_code(services, keeper, mine.id, said(code), now=LATER + timedelta(minutes=minutes))
    codes = [
        (one.ewc_code_before, one.ewc_code) for one in operations.code_history(services, keeper, mine.id)
    ]
    assert codes == [("020701", "020702"), (None, "020701")]


@pytest.mark.parametrize(
    ("stated", "given", "field"),
    [
        ({}, said("99 99 99"), "ewc_code"),
        ({"hazardous": False}, said("160601"), "hazardous"),
        ({}, said("020701", "yes"), "hazardous"),
    ],
)
def test_what_contradicts_is_refused_by_its_field(
    services: Services, town: Town, stated: dict[str, Any], given: CodeInput, field: str
) -> None:
    keeper = town.coordinator()
    mine = town.post(town.business(), an_output(**stated))
    with pytest.raises(InvalidInput) as refused:
        operations.set_code(services, keeper, mine.id, given, now=LATER)
    assert set(refused.value.problems) == {field}
    assert operations.code_history(services, keeper, mine.id) == ()


def test_only_coordinators_set_codes_and_only_of_outputs_that_stand(services: Services, town: Town) -> None:
    keeper, firm = town.coordinator(), town.business()
    mine, need = town.post(firm, an_output()), town.post(firm, a_need())
    for viewer in (firm, town.somebody(Role.PLANNER), town.somebody(Role.ADMINISTRATOR)):
        with pytest.raises(NotAllowed):
            operations.set_code(services, viewer, mine.id, said("020701"), now=LATER)
    with pytest.raises(InvalidInput):
        operations.set_code(services, keeper, need.id, said("020701"), now=LATER)
    operations.change_listing_state(services, firm, mine.id, "withdraw", now=NOW)
    with pytest.raises(NotPossibleNow):
        operations.set_code(services, keeper, mine.id, said("020701"), now=LATER)
