"""Firms that are kept apart: the pair is not there for either, and the other firm never learns why."""

from __future__ import annotations

import pytest
from flask import Flask

from graph.errors import NotFound
from matching.records import Verdict
from symbiosis import operations
from symbiosis.access import Viewer
from symbiosis.errors import InvalidInput, MatchOutdated, NotAllowed, NotPossibleNow
from symbiosis.inputs import DecisionInput, OptOutInput
from symbiosis.operations.opt_out import MOST
from symbiosis.views import OptOutView
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW, a_need
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import browser


def code_of(services: Services, viewer: Viewer) -> str:
    found = operations.show_firm(services, viewer, viewer.firm_id or "", now=NOW).identification_code
    assert found is not None
    return found


def ask(services: Services, viewer: Viewer, code: str, label: str = "იგი") -> OptOutView:
    given = OptOutInput(code, label)
    return operations.ask_opt_out(services, viewer, viewer.firm_id or "", given, now=NOW)


def test_from_the_coordinators_yes_on_the_pair_is_there_for_neither(services: Services, town: Town) -> None:
    giver, taker, match = town.pair()
    asked = ask(services, giver, code_of(services, taker))
    assert asked.state == "asked"
    assert [one.id for one in town.matches_of(giver)] == [match.id]
    operations.decide_opt_out(services, town.coordinator(), asked.id, is_yes=True, now=NOW)
    assert town.matches_of(giver) == town.matches_of(taker) == []
    for viewer in (giver, taker):
        with pytest.raises(NotFound):
            operations.show_match(services, viewer, match.id, now=NOW)
        with pytest.raises((NotFound, MatchOutdated)):
            operations.decide(services, viewer, match.id, DecisionInput(Verdict.YES), now=NOW)
    town.post(taker, a_need())  # a new listing meets nobody either
    assert town.matches_of(giver) == town.matches_of(taker) == []
    operations.remove_opt_out(services, giver, asked.id, now=NOW)
    assert len(town.matches_of(giver)) == len(town.matches_of(taker)) == 2
    assert operations.list_opt_outs(services, giver, giver.firm_id or "") == ()


def test_between_firms_that_know_each_other_it_holds_at_once_and_their_exchange_stays(
    services: Services, town: Town
) -> None:
    giver, taker, exchange_id = town.exchange()
    town.post(taker, a_need())
    assert len(town.matches_of(giver)) == 2
    assert ask(services, giver, code_of(services, taker)).state == "holds"
    assert [match.exchange_id for match in town.matches_of(giver)] == [exchange_id]
    assert [match.exchange_id for match in town.matches_of(taker)] == [exchange_id]


def test_the_other_firm_finds_no_trace_of_it(app: Flask, services: Services, town: Town) -> None:
    giver, taker, match = town.pair()
    client, key = browser(app, town.user(taker)), town.key(taker)
    pages = ("/matches", "/listings", "/firm", "/firm/opt-outs", "/exchanges", "/account")
    asked = ask(services, giver, code_of(services, taker), "ცუდი მყიდველი")
    operations.decide_opt_out(services, town.coordinator(), asked.id, is_yes=True, now=NOW)
    told = [client.get(path).text for path in pages]
    told += [
        app.test_client().get(f"/api/v1/{path}", headers=key).text
        for path in ("matches", "listings", f"firms/{taker.firm_id}", f"firms/{taker.firm_id}/opt-outs")
    ]
    for text in told:
        for secret in ("ცუდი მყიდველი", asked.id, str(giver.firm_id), code_of(services, giver), match.id):
            assert secret not in text
    stranger = browser(app, town.user(town.business(nace="01", at="gurjaani")))
    plain = stranger.get("/firm/opt-outs").text
    assert client.get("/firm/opt-outs").text.count("<article") == plain.count("<article") == 0


def test_who_asks_does_not_learn_whether_a_firm_is_registered(services: Services, town: Town) -> None:
    giver, stranger = town.business(), town.business()
    registered, unknown = ask(services, giver, code_of(services, stranger)), ask(services, giver, "404000999")
    assert registered.state == unknown.state == "asked"
    keeper = town.coordinator()
    for one in (registered, unknown):
        operations.decide_opt_out(services, keeper, one.id, is_yes=True, now=NOW)
    for one in operations.list_opt_outs(services, giver, giver.firm_id or ""):
        assert (one.state, one.other_firm_id, one.firm_id) == ("holds", None, None)
    by_id = {one.id: one for one in operations.all_opt_outs(services, keeper)}
    assert by_id[registered.id].other_firm_id == stranger.firm_id
    assert by_id[unknown.id].other_firm_id is None


def test_a_personal_number_is_kept_as_a_hash_alone(services: Services, town: Town) -> None:
    giver = town.business()
    asked = ask(services, giver, "01024012345")
    assert (asked.is_entrepreneur, asked.identification_code) == (True, None)
    assert "01024012345" not in repr(operations.all_opt_outs(services, town.coordinator()))


def test_a_coordinator_keeps_two_firms_apart_and_may_refuse(services: Services, town: Town) -> None:
    giver, taker, _ = town.pair()
    keeper = town.coordinator()
    asked = ask(services, taker, code_of(services, giver))
    operations.decide_opt_out(services, keeper, asked.id, is_yes=False, now=NOW)
    assert [one.state for one in operations.list_opt_outs(services, taker, taker.firm_id or "")] == [
        "refused"
    ]
    assert len(town.matches_of(giver)) == 1
    kept = operations.ask_opt_out(
        services, keeper, giver.firm_id or "", OptOutInput(other_firm_id=taker.firm_id), now=NOW
    )
    assert kept.state == "holds"
    assert town.matches_of(giver) == town.matches_of(taker) == []


def test_only_who_asked_and_coordinators_may_touch_it(services: Services, town: Town) -> None:
    giver, other = town.business(), town.business()
    asked = ask(services, giver, "404000999")
    assert ask(services, giver, "404000999").id == asked.id
    for attempt in (
        lambda: operations.remove_opt_out(services, other, asked.id, now=NOW),
        lambda: operations.list_opt_outs(services, other, giver.firm_id or ""),
    ):
        with pytest.raises(NotFound):
            attempt()
    for attempt in (
        lambda: operations.decide_opt_out(services, giver, asked.id, is_yes=True, now=NOW),
        lambda: operations.all_opt_outs(services, giver),
        lambda: operations.ask_opt_out(
            services, giver, giver.firm_id or "", OptOutInput(other_firm_id=other.firm_id), now=NOW
        ),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_a_firm_names_neither_itself_nor_everybody(services: Services, town: Town) -> None:
    giver = town.business()
    with pytest.raises(InvalidInput) as refused:
        ask(services, giver, code_of(services, giver))
    assert set(refused.value.problems) == {"identification_code"}
    for number in range(MOST):
        ask(services, giver, str(405_000_000 + number))
    with pytest.raises(NotPossibleNow):
        ask(services, giver, "405999999")
