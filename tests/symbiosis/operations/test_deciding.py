"""Answers to matches, and the exchange that opens when both sides said yes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask

from graph import matches
from graph.errors import NotFound
from graph.ids import new_id
from graph.records import Role
from matching.records import Verdict
from symbiosis import operations
from symbiosis.errors import ContactsWithheld, ExchangeOpen, NotAllowed
from symbiosis.inputs import DecisionInput
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import browser

YES, LATER = DecisionInput(Verdict.YES), DecisionInput(Verdict.LATER)
NO = DecisionInput(Verdict.NO, "distance", "too far in winter")


def test_one_yes_opens_nothing(services: Services, town: Town) -> None:
    giver, taker, match = town.pair()
    assert operations.decide(services, giver, match.id, YES, now=NOW).exchange_id is None
    assert operations.my_exchanges(services, taker, now=NOW) == ()


def test_an_answer_may_change_until_both_said_yes(services: Services, town: Town) -> None:
    giver, taker, match = town.pair()
    for given in (LATER, NO, YES):
        operations.decide(services, giver, match.id, given, now=NOW)
    [mine] = town.matches_of(giver)
    assert mine.my_verdict is Verdict.YES
    done = operations.decide(services, taker, match.id, YES, now=NOW)
    assert done.exchange_id
    again = operations.decide(services, giver, match.id, YES, now=NOW)
    assert again.exchange_id == done.exchange_id
    with pytest.raises(ExchangeOpen):
        operations.decide(services, giver, match.id, NO, now=NOW)


def test_answers_are_appended_with_what_was_shown(services: Services, town: Town) -> None:
    giver, _taker, match = town.pair()
    operations.decide(services, giver, match.id, NO, now=NOW)
    operations.decide(services, giver, match.id, YES, now=NOW)
    kept = matches.decisions_of(services.store, match.id)
    assert [each.verdict for each in kept] == [Verdict.NO, Verdict.YES]
    assert kept[0].reason == "distance"
    assert kept[0].shown["score"] == match.score
    assert kept[0].shown["ranker_version"] == services.ranker.version
    assert len(kept[0].shown["evidence"]) == len(match.evidence)


def test_a_double_tap_is_one_answer(services: Services, town: Town) -> None:
    giver, _taker, match = town.pair()
    for _ in range(2):
        operations.decide(services, giver, match.id, YES, now=NOW)
    same = DecisionInput(Verdict.NO, "price", None, new_id())
    for _ in range(2):
        operations.decide(services, giver, match.id, same, now=NOW)
    assert len(matches.decisions_of(services.store, match.id)) == 2


def test_two_yes_in_the_same_moment_open_one_exchange(services: Services, town: Town) -> None:
    giver, taker, match = town.pair()
    with ThreadPoolExecutor(2) as both:
        answers = list(
            both.map(lambda who: operations.decide(services, who, match.id, YES, now=NOW), (giver, taker))
        )
    assert len({answer.exchange_id for answer in answers if answer.exchange_id}) == 1
    assert len(operations.my_exchanges(services, town.coordinator(), now=NOW)) == 1


def test_an_outsider_and_a_coordinator_cannot_answer(services: Services, town: Town) -> None:
    _giver, _taker, match = town.pair()
    with pytest.raises(NotFound):
        operations.decide(services, town.business(), match.id, YES, now=NOW)
    with pytest.raises(NotAllowed):
        operations.decide(services, town.coordinator(), match.id, YES, now=NOW)


def test_the_other_side_learns_of_a_yes_and_not_of_a_no(services: Services, town: Town) -> None:
    giver, taker, match = town.pair()
    operations.decide(services, giver, match.id, NO, now=NOW)
    [seen] = town.matches_of(taker)
    assert not seen.other_said_yes
    assert seen.verdicts is None
    operations.decide(services, giver, match.id, YES, now=NOW)
    assert town.matches_of(taker)[0].other_said_yes


def test_names_appear_in_the_exchange_alone_and_every_showing_is_logged(
    services: Services, town: Town
) -> None:
    giver, taker, exchange_id = town.exchange()
    assert "Chachis" not in str(town.matches_of(giver)[0].other)
    assert "Chachis" not in str(operations.my_exchanges(services, giver, now=NOW)[0].other)
    for _ in range(2):
        shown = operations.show_exchange(services, giver, exchange_id, now=NOW)
    assert shown.need.contacts[0].phone == "+995 599 12 34 56"
    assert shown.need.firm_name_latin.startswith("Chachis")
    keeper = town.coordinator()
    operations.show_exchange(services, keeper, exchange_id, now=NOW)
    log = operations.list_disclosures(services, keeper, now=NOW)
    seen = sorted((line.viewer_user_id, line.firm_id) for line in log)
    assert seen == sorted(
        [(giver.user_id, taker.firm_id)] * 2
        + [(keeper.user_id, firm) for firm in (giver.firm_id, taker.firm_id)]
    )


def test_an_open_exchange_stays_when_a_listing_is_paused(services: Services, town: Town) -> None:
    giver, taker, exchange_id = town.exchange()
    [own] = operations.my_listings(services, giver, now=NOW)
    operations.change_listing_state(services, giver, own.id, "pause", now=NOW)
    assert operations.show_exchange(services, taker, exchange_id, now=NOW).id == exchange_id
    assert [line.id for line in operations.my_exchanges(services, giver, now=NOW)] == [exchange_id]


def test_a_suspended_firm_sees_no_contacts_of_its_exchanges_until_it_is_verified_again(
    app: Flask, services: Services, town: Town
) -> None:
    giver, taker, exchange_id = town.exchange()
    keeper, firm_id = town.coordinator(), giver.firm_id or ""
    operations.suspend_firm(services, keeper, firm_id, now=NOW)
    with pytest.raises(ContactsWithheld):
        operations.show_exchange(services, giver, exchange_id, now=NOW)
    phone = "+995 599 12 34 56"
    page = browser(app, town.user(giver)).get(f"/exchanges/{exchange_id}")
    answer = app.test_client().get(f"/api/v1/exchanges/{exchange_id}", headers=town.key(giver))
    assert (page.status_code, answer.status_code) == (403, 403)
    assert "Your firm is suspended" in page.text
    assert answer.json["error"]["code"] == "contacts_withheld"
    for said in (page.text, answer.text):
        assert phone not in said
        assert town.user(taker).email not in said
    assert operations.list_disclosures(services, keeper, now=NOW) == ()
    assert len(operations.my_exchanges(services, giver, now=NOW)) == 1
    assert operations.show_exchange(services, keeper, exchange_id, now=NOW).output.contacts[0].phone == phone
    operations.verify_firm(services, keeper, firm_id, now=NOW)
    assert operations.show_exchange(services, giver, exchange_id, now=NOW).need.contacts[0].phone == phone


@pytest.mark.parametrize("role", [Role.PLANNER, Role.ADMINISTRATOR])
def test_planners_and_administrators_see_no_match_and_no_exchange(
    services: Services, town: Town, role: Role
) -> None:
    *_rest, exchange_id = town.exchange()
    viewer = town.somebody(role)
    for ask in (
        lambda: operations.show_exchange(services, viewer, exchange_id, now=NOW),
        lambda: operations.all_matches(services, viewer, now=NOW),
        lambda: operations.my_matches(services, viewer, now=NOW),
        lambda: operations.my_exchanges(services, viewer, now=NOW),
    ):
        with pytest.raises(NotAllowed):
            ask()
