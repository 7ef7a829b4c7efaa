"""What is shown first: nobody is flooded or left without, and an answer keeps how likely that was."""

from __future__ import annotations

from datetime import datetime, timedelta

from flask import Flask

from graph import labels as answers
from graph import matches, showing
from graph.showing import Placed
from matching.exposure import MOST_EXPECTED, PUSHED
from matching.records import Verdict
from symbiosis import operations
from symbiosis.inputs import DecisionInput
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW, a_need, an_output
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import browser


def test_many_givers_and_one_taker_do_not_all_write_to_it(services: Services, town: Town) -> None:
    taker = town.business(nace="01", at="gurjaani")
    town.post(taker, a_need())
    givers = [town.business() for _ in range(6)]
    for giver in givers:
        town.post(giver, an_output())
    made = operations.show_first(services, now=NOW)
    assert (made.n_outputs, made.n_outputs_pushed) == (6, 6)
    expected = sum(match.probability for match in town.matches_of(taker))
    assert expected > MOST_EXPECTED
    assert made.n_over > 0
    other = town.business(nace="01", at="gurjaani")
    town.post(other, a_need())
    assert operations.show_first(services, now=NOW).n_over == 0
    loads = {taker.firm_id: 0.0, other.firm_id: 0.0}
    for match in operations.all_matches(services, town.coordinator(), now=NOW):
        if match.slot != "further":
            loads[match.other.firm_id] += match.probability
    assert 0 < max(loads.values()) <= MOST_EXPECTED


def test_who_seeks_reads_by_fit_whatever_is_shown_first_to_others(
    app: Flask, services: Services, town: Town
) -> None:
    taker = town.business(nace="01", at="gurjaani")
    need = town.post(taker, a_need())
    for text in ("ყურძნის ჭაჭა", "ყურძნის ჭაჭა, სველი", "ხის ნახერხი კომპოსტისთვის"):
        town.post(town.business(), an_output(text=text))
    found = town.matches_of(taker)
    assert len(found) > 1
    places = [Placed(match.id, "further", None, NOW) for match in found[:-1]]
    showing.put_places(services.store, [*places, Placed(found[-1].id, "exploring", 0.5, NOW)])
    again = town.matches_of(taker)
    assert [match.id for match in again] == [match.id for match in found]
    assert {match.slot for match in again} == {None}
    page = browser(app, town.user(taker)).get(f"/matches?listing={need.id}").get_data(as_text=True)
    assert "Further matches" not in page
    assert "A less certain idea" not in page
    operations.decide(services, taker, found[-1].id, DecisionInput(Verdict.NO, "quality"), now=NOW)
    (decision,) = matches.decisions_of(services.store, found[-1].id)
    assert (decision.shown["slot"], decision.shown["propensity"]) == (None, None)


def test_five_are_shown_first_one_of_them_explores_and_the_rest_follow(
    app: Flask, services: Services, town: Town
) -> None:
    giver = town.business()
    listing = town.post(giver, an_output())
    for _ in range(7):
        town.post(town.business(nace="01", at="gurjaani"), a_need())
    operations.show_first(services, now=NOW)
    slots = [match.slot for match in town.matches_of(giver)]
    assert slots[:PUSHED].count("exploring") == 1
    assert slots[:PUSHED].count("best") == PUSHED - 1
    assert slots[PUSHED:] == ["further"] * 2
    pages = browser(app, town.user(giver))
    first = pages.get("/matches").get_data(as_text=True)
    assert first.count('class="card match"') == PUSHED
    assert first.count("A less certain idea") == 1
    assert "Further matches" not in first
    everything = pages.get(f"/matches?listing={listing.id}").get_data(as_text=True)
    assert everything.count('class="card match"') == 7
    assert everything.count("Further matches") == 1
    answer = app.test_client().get("/api/v1/matches", headers=town.key(giver)).get_json()
    assert {one["slot"] for one in answer["items"]} == {"best", "exploring", "further"}


def test_deciding_twice_or_late_has_the_same_end_and_a_place_lasts_four_weeks(
    services: Services, town: Town
) -> None:
    giver, _taker, match = town.pair()

    def placed() -> tuple[str | None, datetime | None]:
        (found,) = showing.to_place(services.store, NOW)
        return found.slot, found.slot_since

    assert placed() == (None, None)
    first = operations.show_first(services, now=NOW)
    assert placed() == ("best", NOW)
    assert operations.show_first(services, now=NOW + timedelta(hours=3)) == first
    assert placed() == ("best", NOW)
    later = NOW + timedelta(days=29)
    operations.show_first(services, now=later)
    assert placed() == ("best", later)
    assert [one.id for one in town.matches_of(giver)] == [match.id]


def test_an_answer_keeps_how_likely_it_was_to_be_shown_and_learning_reads_it(
    services: Services, town: Town
) -> None:
    giver, _taker, match = town.pair()
    showing.put_places(services.store, [Placed(match.id, "exploring", 0.25, NOW)])
    operations.decide(services, giver, match.id, DecisionInput(Verdict.NO, "quality"), now=NOW)
    (decision,) = matches.decisions_of(services.store, match.id)
    assert (decision.shown["slot"], decision.shown["propensity"]) == ("exploring", 0.25)
    (pair,) = answers.answered(services.store)
    assert [answer.propensity for answer in pair.answers] == [0.25]


def test_a_coordinator_reads_how_evenly_receivers_are_reached(
    app: Flask, services: Services, town: Town
) -> None:
    town.pair()
    coordinator = town.coordinator()
    pages = browser(app, town.user(coordinator))
    assert "Gini" not in pages.get("/desk/matches").get_data(as_text=True)
    operations.rematch(services, coordinator, now=NOW)
    told = operations.how_shown(services, coordinator)
    assert (told.n_outputs, told.n_outputs_shown, told.gini) == (1, 1, 0.0)
    assert "1 of 1 outputs have a match shown first" in pages.get("/desk/matches").get_data(as_text=True)
