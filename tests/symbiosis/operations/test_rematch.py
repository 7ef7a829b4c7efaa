"""What is due is compared in the background; where nobody does that, a part of it for who asks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, repeat

import pytest
from flask import Flask

from graph import jobs
from graph.records import Role
from symbiosis import operations
from symbiosis.errors import NotAllowed
from symbiosis.operations.rematch import AT_MOST_S, SEEN_HOLDS
from symbiosis.views import ComparingView
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW, a_need, an_output
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import browser

N = 7
"""More than one step."""


@pytest.fixture
def listed(services: Services, town: Town) -> None:
    """So many listings that were not compared yet."""
    taker = town.business(nace="01", at="gurjaani")
    operations.post_listing(services, taker, a_need(), now=NOW, compare=False)
    giver = town.business()
    for _ in range(N - 1):
        operations.post_listing(services, giver, an_output(), now=NOW, compare=False)


def _ticking(*seconds: float) -> Iterator[float]:
    return chain(seconds, repeat(AT_MOST_S + 1))


@pytest.mark.usefixtures("listed")
def test_while_the_program_is_at_work_nobody_waits(services: Services, town: Town) -> None:
    keeper = town.coordinator()
    jobs.at_work(services.store, NOW)
    expected = ComparingView(n_to_compare=N, n_to_chain=0, n_failed=0, is_at_work=True)
    assert operations.rematch(services, keeper, now=NOW) == expected
    assert operations.see_comparing(services, keeper, now=NOW + SEEN_HOLDS / 2) == expected


@pytest.mark.usefixtures("listed")
def test_where_nobody_is_at_work_all_is_done_that_there_is_time_for(services: Services, town: Town) -> None:
    keeper = town.coordinator()
    jobs.at_work(services.store, NOW - SEEN_HOLDS)
    first = operations.rematch(services, keeper, now=NOW, clock=_ticking(0, 0).__next__)
    assert 0 < first.n_compared < N
    assert (first.n_to_compare, first.is_at_work) == (N - first.n_compared, False)
    rest = operations.rematch(services, keeper, now=NOW, clock=_ticking(0, *repeat(1.0, 9)).__next__)
    assert (rest.n_compared, rest.n_to_compare, rest.n_to_chain) == (first.n_to_compare, 0, 0)
    again = operations.rematch(services, keeper, now=NOW)
    assert again == ComparingView(n_to_compare=0, n_to_chain=0, n_failed=0, is_at_work=False)
    assert any(match.slot for match in operations.all_matches(services, keeper, skip=0, limit=9, now=NOW))


def test_how_far_it_is_is_for_coordinators(services: Services, town: Town) -> None:
    for role in (Role.PLANNER, Role.ADMINISTRATOR):
        with pytest.raises(NotAllowed):
            operations.see_comparing(services, town.somebody(role), now=NOW)


@pytest.mark.usefixtures("listed")
def test_a_coordinator_reads_how_far_it_is_and_who_does_it(
    app: Flask, services: Services, town: Town
) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    pages = browser(app, town.user(town.coordinator()))
    jobs.at_work(services.store, NOW)
    told = pages.get("/desk/matches").text
    assert f"{N} listings are still to be compared." in told
    assert "you need not do anything" in told
    assert "Compare now" not in told
    jobs.gone(services.store)
    assert "Compare now" in pages.get("/desk/matches").text
    done = pages.post("/desk/compare", follow_redirects=True).text
    assert f"{N} listings were compared just now." in done
    assert "still to be" not in done


@pytest.mark.usefixtures("listed")
def test_gaps_are_not_said_to_be_none_before_all_was_looked_at(
    app: Flask, services: Services, town: Town
) -> None:
    planner = town.somebody(Role.PLANNER)
    pages = browser(app, town.user(planner))
    told = pages.get("/gaps").text
    assert f"{N} listings are still to be looked at" in told
    assert "No firm waits" not in told
    assert pages.get("/api/v1/gaps", headers=town.key(planner)).json == {
        "gaps": [],
        "n_hidden": 0,
        "n_to_do": N,
    }
    while operations.rematch_due(services, now=NOW):
        assert operations.show_gaps(services, planner, now=NOW).n_to_do == N
    while operations.find_chains_due(services, now=NOW):
        pass
    assert operations.show_gaps(services, planner, now=NOW).n_to_do == 0
    assert "still to be looked at" not in pages.get("/gaps").text
