"""That two firms have an exchange already is told to coordinators, not to who could tell a name by it."""

from __future__ import annotations

from flask import Flask

from graph import matches
from symbiosis.wiring import Services
from tests.symbiosis.builders import an_output
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import browser

KNOWN = "These two firms know each other"


def test_only_a_coordinator_is_told_and_the_score_is_that_of_strangers(
    app: Flask, services: Services, town: Town
) -> None:
    giver, taker, exchange_id = town.exchange()
    again = town.post(giver, an_output())
    strange = town.post(town.business(), an_output())
    [of_friend], [of_stranger] = (matches.of_listing(services.store, one.id) for one in (again, strange))
    assert of_friend.evidence == of_stranger.evidence
    assert of_friend.score == of_stranger.score
    for viewer in (giver, taker):
        assert KNOWN not in browser(app, town.user(viewer)).get(f"/matches/{of_friend.id}").text
    coordinator = browser(app, town.user(town.coordinator()))
    told = coordinator.get(f"/matches/{of_friend.id}").text
    assert KNOWN in told
    assert f"/exchanges/{exchange_id}" in told
    assert KNOWN not in coordinator.get(f"/matches/{of_stranger.id}").text
