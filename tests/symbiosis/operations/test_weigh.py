"""Administrators switch to weights that were learned; every process follows, and decisions stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from graph import labels as answered_pairs
from graph import weights as kept
from graph.errors import NotFound
from graph.ids import new_id
from graph.learning_records import WeightsOffer, WeightsSwitch
from graph.records import Role
from matching.errors import TooFewLabels
from matching.records import Verdict
from symbiosis import operations
from symbiosis.access import Viewer
from symbiosis.errors import NotAllowed, NotLoggedIn, WeightsOutdated, WeightsSwitched
from symbiosis.inputs import DecisionInput
from symbiosis.jobs.retrain import retrain
from symbiosis.weights_watch import WeightsWatch
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW
from tests.symbiosis.learning import answers
from tests.symbiosis.town import Town


@pytest.fixture
def keeper(town: Town) -> Viewer:
    return town.somebody(Role.ADMINISTRATOR)


@pytest.fixture
def offer(services: Services) -> WeightsOffer:
    """Weights that forty answers carry, on offer."""
    answers(services)
    return retrain(services, by="a test", now=NOW)


def test_without_answers_nothing_is_learned_and_nothing_changes(services: Services, keeper: Viewer) -> None:
    before = services.ranker.version
    with pytest.raises(TooFewLabels):
        retrain(services, by="a test", now=NOW)
    view = operations.show_weights(services, keeper, now=NOW)
    assert (view.offers, view.switches, view.number, view.n_labels) == ((), (), 0, 0)
    assert view.present == view.defaults
    assert services.ranker.version == before


def test_what_is_learned_is_on_offer_and_counts_for_nobody(
    services: Services, keeper: Viewer, offer: WeightsOffer
) -> None:
    view = operations.show_weights(services, keeper, now=NOW)
    (found,) = view.offers
    assert found.version == offer.version
    assert found.weights is not None
    assert found.weights.by_name["code"].weight > view.defaults.by_name["code"].weight
    assert found.card["n"] == view.n_labels == 40
    assert view.present == view.defaults == services.weights
    assert found.card["book"] == services.book.fingerprint
    by = found.card["benchmark"]["by"]
    assert by["defaults"] == by["present"]
    assert 0 < by["offer"]["hit_1"] <= by["offer"]["hit_10"] <= 1


def test_learning_again_from_the_same_gives_the_same_offer(services: Services, offer: WeightsOffer) -> None:
    again = retrain(services, by="a test", now=NOW + timedelta(hours=1))
    assert (again.version, again.weights) == (offer.version, offer.weights)
    assert len(kept.offers(services.store)) == 1


def test_a_switch_counts_everywhere_and_back_is_a_switch_too(
    services: Services, keeper: Viewer, offer: WeightsOffer, town: Town
) -> None:
    at = 0.0
    defaults = services.weights
    elsewhere = WeightsWatch(services.store, defaults, fresh_s=5, clock=lambda: at)
    assert elsewhere.now() == defaults
    assert operations.switch_weights(services, keeper, offer.version, number=0, now=NOW)
    assert services.weights.version == offer.version in services.ranker.version
    assert elsewhere.now() == defaults, "it looked a moment ago"
    at = 5.0
    assert elsewhere.now() == services.weights
    assert not operations.switch_weights(services, keeper, offer.version, number=1, now=NOW)
    assert operations.switch_weights(services, keeper, None, number=1, now=NOW)
    assert services.weights == defaults
    view = operations.show_weights(services, keeper, now=NOW)
    assert [(one.number, one.version) for one in view.switches] == [(2, None), (1, offer.version)]
    assert {one.by for one in view.switches} == {town.user(keeper).email}


def test_after_a_switch_everything_is_compared_again_and_decisions_stay(
    services: Services, keeper: Viewer, offer: WeightsOffer, town: Town
) -> None:
    giver, _taker, match = town.pair()
    operations.decide(services, giver, match.id, DecisionInput(Verdict.YES), now=NOW)
    while operations.rematch_due(services, now=NOW):
        pass
    before = answered_pairs.answered(services.store)
    operations.switch_weights(services, keeper, offer.version, number=0, now=NOW)
    while operations.rematch_due(services, now=NOW):
        pass
    (after,) = town.matches_of(giver)
    assert (after.id, after.my_verdict) == (match.id, Verdict.YES)
    assert after.score != match.score
    assert answered_pairs.answered(services.store) == before


def test_of_two_who_switch_the_second_is_told(
    services: Services, keeper: Viewer, offer: WeightsOffer
) -> None:
    operations.switch_weights(services, keeper, offer.version, number=0, now=NOW)
    with pytest.raises(WeightsSwitched):
        operations.switch_weights(services, keeper, None, number=0, now=NOW)
    assert services.weights.version == offer.version


def test_weights_for_other_evidence_are_refused(
    services: Services, keeper: Viewer, offer: WeightsOffer
) -> None:
    evidence = dict(offer.weights["evidence"])
    evidence["a former evidence"] = evidence.pop("code")
    old = replace(offer, id=new_id(), version="old", weights={**offer.weights, "evidence": evidence})
    kept.put_offer(services.store, old)
    with pytest.raises(WeightsOutdated):
        operations.switch_weights(services, keeper, "old", number=0, now=NOW)
    kept.switch(services.store, WeightsSwitch(new_id(), 1, "old", NOW, "before an update of the program"))
    view = operations.show_weights(services, keeper, now=NOW)
    assert (view.refused, view.present) == ("old", view.defaults)
    assert {one.version: one.weights is None for one in view.offers} == {"old": True, offer.version: False}


def test_there_must_be_such_an_offer(services: Services, keeper: Viewer) -> None:
    with pytest.raises(NotFound):
        operations.switch_weights(services, keeper, "invented", number=0, now=NOW)


def test_drift_is_told_of_what_came_after_and_only_of_enough(
    services: Services, keeper: Viewer, offer: WeightsOffer
) -> None:
    operations.switch_weights(services, keeper, offer.version, number=0, now=NOW)
    assert operations.show_weights(services, keeper, now=NOW).drift.n_since == 0
    answers(services, 12, learns="sector", since=NOW + timedelta(days=60))
    few = operations.show_weights(services, keeper, now=NOW).drift
    assert (few.n_since, few.since) == (12, None)
    assert {mean.now for mean in few.means} == {None}
    answers(services, 24, learns="sector", since=NOW + timedelta(days=61))
    enough = operations.show_weights(services, keeper, now=NOW).drift
    assert enough.since is not None
    assert enough.since.n == 36
    assert {mean.name: (mean.then, mean.now) for mean in enough.means}["code"] == (0.5, 0.5)
    assert [(one.month, one.n) for one in enough.bands][-1] == ("2026-09", 40)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_nobody_else_sees_or_switches(services: Services, town: Town, role: Role) -> None:
    somebody = town.somebody(role)
    with pytest.raises(NotAllowed):
        operations.show_weights(services, somebody, now=NOW)
    with pytest.raises(NotAllowed):
        operations.switch_weights(services, somebody, None, number=0, now=NOW)
    with pytest.raises(NotLoggedIn):
        operations.show_weights(services, Viewer(), now=NOW)
