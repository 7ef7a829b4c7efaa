"""Which listings wait for somebody who knows the waste codes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from graph.records import Role
from symbiosis import operations
from symbiosis.errors import NotAllowed
from symbiosis.operations.open_code import is_code_open, open_codes
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW, a_need, an_output
from tests.symbiosis.town import Town

OPEN = [
    {},
    {"ewc_code": "080111"},
    {"ewc_code": "080112"},
    {"ewc_code": "080112", "contains_hazardous": "unknown"},
]
SETTLED = [
    {"ewc_code": "020701"},
    {"ewc_code": "080111", "contains_hazardous": "no"},
    {"ewc_code": "080112", "contains_hazardous": "yes"},
    {"ewc_code": "160601"},
    {"kind": "energy", "text": "ცხელი წყალი"},
    {"kind": "asset", "text": "საწყობი"},
]


def test_the_desk_and_the_owner_are_told_the_same(services: Services, town: Town) -> None:
    firm = town.business()
    waiting = [town.post(firm, an_output(**stated)) for stated in OPEN]
    settled = [town.post(firm, an_output(**stated)) for stated in SETTLED]
    settled.append(town.post(firm, a_need()))
    found = open_codes(services, town.coordinator(), now=NOW)
    assert [one.id for one in found] == [one.id for one in waiting]
    assert found[0].firm_name_ka
    assert all(is_code_open(one, services.book) for one in waiting)
    assert not any(is_code_open(one, services.book) for one in settled)


def test_what_takes_no_part_waits_for_nobody(services: Services, town: Town) -> None:
    firm, suspended, keeper = town.business(), town.business(), town.coordinator()
    paused = town.post(firm, an_output())
    town.post(suspended, an_output())
    operations.change_listing_state(services, firm, paused.id, "pause", now=NOW)
    operations.suspend_firm(services, keeper, suspended.firm_id or "", now=NOW)
    assert open_codes(services, keeper, now=NOW) == ()
    operations.change_listing_state(services, firm, paused.id, "resume", now=NOW)
    assert [one.id for one in open_codes(services, keeper, now=NOW)] == [paused.id]
    assert open_codes(services, keeper, now=NOW + timedelta(days=400)) == ()


def test_only_a_coordinator_sees_them(services: Services, town: Town) -> None:
    for viewer in (town.business(), town.somebody(Role.PLANNER)):
        with pytest.raises(NotAllowed):
            open_codes(services, viewer, now=NOW)
