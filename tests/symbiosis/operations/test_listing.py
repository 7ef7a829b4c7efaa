"""Listings through their life: posted, edited, paused, expired, renewed, withdrawn; and who meets them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from graph import listings
from graph.errors import GraphUnavailable, NotFound
from graph.ids import new_id
from graph.records import Visibility
from matching.records import Listing, Match, Place, Quantity, Side, Verdict
from symbiosis import operations
from symbiosis.errors import FirmSuspended, InvalidInput, ListingMoved, MatchOutdated, NotPossibleNow
from symbiosis.inputs import DecisionInput, ListingInput
from symbiosis.operations.find_matches import WORTH_A_LOOK, on_grid
from symbiosis.operations.meaning import language_of, today
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW, a_need, an_output
from tests.symbiosis.town import Town


def test_what_is_known_of_a_new_listing(services: Services, town: Town) -> None:
    viewer = town.business(at="gurjaani")
    given = an_output(
        quantity=Quantity(2.0, "t", "week"), season_months=(9, 10), ewc_code="02 07 01", hazardous=False
    )
    posted = town.post(viewer, given)
    assert posted.lang == "ka"
    assert posted.municipality == "gurjaani"
    assert posted.ewc_code == "020701"
    assert posted.expires_at == NOW + timedelta(days=90)
    assert posted.tonnes_per_year == pytest.approx(2 * 52 * 2 / 12, rel=0.05)
    assert posted.matched_at is not None
    assert posted.is_open


def test_a_volume_becomes_a_mass_by_what_the_text_is_about(town: Town) -> None:
    posted = town.post(town.business(), an_output(quantity=Quantity(10.0, "m3", "year")))
    assert posted.tonnes_per_year is not None
    unknown = town.post(
        town.business(), an_output(text="სულ სხვა რამე", quantity=Quantity(10.0, "m3", "year"))
    )
    assert unknown.tonnes_per_year is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ყურძნის ჭაჭა", "ka"),
        ("grape pomace", "en"),
        ("виноградный жмых", "ru"),
        ("PET ბოთლი", "ka"),
    ],
)
def test_the_language_of_a_text_is_that_of_most_letters(text: str, language: str) -> None:
    assert language_of(text) == language


def test_until_a_firm_is_verified_it_meets_nobody_and_afterwards_at_once(
    services: Services, town: Town
) -> None:
    taker, new = town.business(nace="01"), town.business(verified=False)
    town.post(taker, a_need())
    town.post(new, an_output())
    [group] = operations.my_matches(services, new, now=NOW)
    assert (group.matches, group.why_none) == ((), "unverified")
    assert town.matches_of(taker) == []
    with pytest.raises(NotFound):
        operations.show_listing(services, taker, group.listing.id, now=NOW)
    assert operations.show_listing(services, town.coordinator(), group.listing.id, now=NOW).firm_name_ka
    operations.verify_firm(services, town.coordinator(), new.firm_id or "", now=NOW)
    assert len(town.matches_of(new)) == len(town.matches_of(taker)) == 1


def test_a_pair_that_hardly_fits_is_not_suggested(services: Services, town: Town) -> None:
    taker, giver = town.business(at="batumi"), town.business()
    wanted = town.post(taker, a_need(text="Compost feedstock"))
    given = town.post(giver, an_output(text="Whey"))
    pair = [each.for_ranking() for each in listings.by_ids(services.store, [given.id, wanted.id]).values()]
    output, need = sorted(pair, key=lambda each: each.side is Side.NEED)
    weak = services.ranker.compare(output, need)
    assert isinstance(weak, Match)
    assert 0 < weak.probability < WORTH_A_LOOK
    assert town.matches_of(giver) == town.matches_of(taker) == []


def test_a_suspended_firm_meets_nobody_and_can_change_nothing(services: Services, town: Town) -> None:
    giver, taker, match = town.pair()
    operations.suspend_firm(services, town.coordinator(), giver.firm_id or "", now=NOW)
    assert town.matches_of(taker) == []
    [group] = operations.my_matches(services, giver, now=NOW)
    assert group.why_none == "suspended"
    with pytest.raises(FirmSuspended):
        town.post(giver, an_output())
    with pytest.raises(FirmSuspended):
        operations.change_listing_state(services, giver, group.listing.id, "pause", now=NOW)
    with pytest.raises(NotFound):
        operations.decide(services, taker, match.id, DecisionInput(Verdict.YES), now=NOW)


def test_a_listing_for_coordinators_is_met_by_no_firm(services: Services, town: Town) -> None:
    giver, taker = town.business(), town.business(nace="01")
    town.post(giver, an_output(visibility=Visibility.COORDINATORS))
    town.post(taker, a_need())
    assert town.matches_of(taker) == []
    keeper = town.coordinator()
    [seen] = operations.all_matches(services, keeper, now=NOW)
    with pytest.raises(NotFound):
        operations.show_match(services, taker, seen.id, now=NOW)
    assert operations.show_match(services, keeper, seen.id, now=NOW).verdicts == (None, None)


def test_a_paused_listing_loses_its_undecided_matches_and_finds_them_again(
    services: Services, town: Town
) -> None:
    giver, taker, _match = town.pair()
    [group] = operations.my_matches(services, giver, now=NOW)
    operations.change_listing_state(services, giver, group.listing.id, "pause", now=NOW)
    assert town.matches_of(taker) == []
    [paused] = operations.my_matches(services, giver, now=NOW)
    assert paused.why_none == "paused"
    operations.change_listing_state(services, giver, group.listing.id, "resume", now=NOW)
    assert len(town.matches_of(taker)) == 1


def test_a_listing_expires_and_is_renewed_for_a_full_term(services: Services, town: Town) -> None:
    giver, taker, _match = town.pair()
    later = NOW + timedelta(days=90)
    [group] = operations.my_matches(services, giver, now=later)
    assert group.listing.is_expired
    assert group.why_none == "expired"
    assert operations.my_matches(services, taker, now=later)[0].matches == ()
    for who in (giver, taker):
        [own] = operations.my_listings(services, who, now=later)
        renewed = operations.renew_listing(services, who, own.id, now=later)
        assert renewed.expires_at == later + timedelta(days=90)
        assert renewed.is_open
    assert len(operations.my_matches(services, giver, now=later)[0].matches) == 1


def test_withdrawn_is_for_good(services: Services, town: Town) -> None:
    viewer = town.business()
    id_ = town.post(viewer, an_output()).id
    operations.change_listing_state(services, viewer, id_, "withdraw", now=NOW)
    for action in ("pause", "resume", "renew"):
        with pytest.raises(NotPossibleNow):
            operations.change_listing_state(services, viewer, id_, action, now=NOW)
    assert operations.my_matches(services, viewer, now=NOW) == ()


def test_an_edit_is_recognised_and_compared_anew(services: Services, town: Town) -> None:
    giver, taker, _match = town.pair()
    [group] = operations.my_matches(services, giver, now=NOW)
    edited = operations.edit_listing(
        services,
        giver,
        group.listing.id,
        an_output(text="თაბაშირმუყაოს ნარჩენი"),
        now=NOW + timedelta(hours=1),
    )
    assert edited.text == "თაბაშირმუყაოს ნარჩენი"
    assert edited.posted_at == NOW
    assert town.matches_of(taker) == []
    with pytest.raises(InvalidInput):
        operations.edit_listing(services, giver, edited.id, a_need(), now=NOW)


def test_an_own_id_makes_one_listing_and_belongs_to_one_firm(services: Services, town: Town) -> None:
    viewer, id_ = town.business(), new_id()
    first = town.post(viewer, an_output(id=id_))
    assert town.post(viewer, an_output(id=id_, text="სხვა ტექსტი")) == first
    with pytest.raises(ListingMoved):
        town.post(town.business(), an_output(id=id_))


def test_a_graph_that_goes_away_after_storing_loses_nothing(
    services: Services, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    giver, taker = town.business(), town.business(nace="01")
    town.post(taker, a_need())

    def away(*_args: object, **_kwargs: object) -> None:
        raise GraphUnavailable(reason="ServiceUnavailable")

    with monkeypatch.context() as broken:
        broken.setattr("graph.candidates.candidates_for", away)
        posted = town.post(giver, an_output())
    assert posted.matched_at is None
    [group] = operations.my_matches(services, giver, now=NOW)
    assert group.why_none == "not_yet"
    assert operations.rematch_due(services, now=NOW) == 1
    assert len(town.matches_of(giver)) == 1


def test_a_pin_cannot_be_worked_out_from_distance_or_score() -> None:
    here = Listing("1", Side.OUTPUT, "ჭაჭა", place=Place("telavi", 41.915, 45.46))
    near = replace(here, place=Place("telavi", 41.905, 45.44))
    assert on_grid(here).place == on_grid(near).place == Place("telavi", 41.9, 45.45)
    nowhere = replace(here, place=Place("telavi"))
    assert on_grid(nowhere) == nowhere


def test_two_firms_at_different_pins_of_one_cell_look_the_same_to_a_partner(
    services: Services, town: Town
) -> None:
    taker = town.business(nace="01", at="gurjaani")
    town.post(taker, a_need())
    for lat, lon in ((41.915, 45.46), (41.905, 45.44)):
        town.post(town.business(lat=lat, lon=lon), an_output())
    one, other = town.matches_of(taker)
    assert one.distance_km == other.distance_km
    assert one.score == other.score


def test_a_day_is_a_day_in_georgia() -> None:
    assert today(NOW.replace(hour=19, minute=59)) == date(2026, 9, 15)
    assert today(NOW.replace(hour=20)) == date(2026, 9, 16)


def test_a_yes_to_a_pair_that_no_longer_stands_is_refused(services: Services, town: Town) -> None:
    giver, taker, match = town.pair()
    operations.decide(services, giver, match.id, DecisionInput(Verdict.LATER), now=NOW)
    [own] = operations.my_listings(services, taker, now=NOW)
    operations.change_listing_state(services, taker, own.id, "pause", now=NOW)
    with pytest.raises(MatchOutdated):
        operations.decide(services, giver, match.id, DecisionInput(Verdict.YES), now=NOW)


def test_listing_inputs_know_nothing_of_scores() -> None:
    with pytest.raises(TypeError):
        ListingInput(side=Side.OUTPUT, text="x", tonnes_per_year=1)  # type: ignore[call-arg]


@pytest.mark.parametrize("text", ["ჭაჭა, ტელ. 599 12 34 56", "ჭაჭა, ჭაჭის სახლი", "ი/მ 01024012345"])
def test_a_text_that_tells_who_wrote_it_is_not_stored(services: Services, town: Town, text: str) -> None:
    viewer = town.business()
    with pytest.raises(InvalidInput) as refused:
        town.post(viewer, an_output(text=text))
    assert set(refused.value.problems) == {"text"}
    assert "01024012345" not in str(refused.value)
    id_ = town.post(viewer, an_output()).id
    with pytest.raises(InvalidInput):
        operations.edit_listing(services, viewer, id_, an_output(text=text), now=NOW)
