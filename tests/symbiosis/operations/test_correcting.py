"""What was understood of a listing is corrected by one tap: kept, honoured, and compared anew at once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from graph import corrections, listings
from graph.errors import NotFound
from graph.records import StoredListing
from symbiosis import operations
from symbiosis.access import Viewer
from symbiosis.errors import InvalidInput, NotPossibleNow
from symbiosis.inputs import CorrectionInput
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW, a_need, an_output
from tests.symbiosis.town import Town

LATER = NOW + timedelta(minutes=5)


def stored(services: Services, listing_id: str) -> StoredListing:
    found = listings.by_id(services.store, listing_id)
    assert found is not None
    return found


def tap(services: Services, viewer: Viewer, listing_id: str, meant: Any, entry_id: str) -> None:
    given = CorrectionInput(entry_id, meant)
    operations.correct_listing(services, viewer, listing_id, given, now=LATER)


def test_a_tap_takes_the_match_away_at_once_and_taking_it_back_brings_it_again(
    services: Services, town: Town
) -> None:
    giver, taker = town.business(), town.business(nace="01", at="gurjaani")
    mine = town.post(giver, an_output(text="ყურძნის ჭაჭა"))
    town.post(taker, a_need())
    [before] = town.matches_of(giver)
    found = operations.meanings_of_listing(services, giver, mine.id)
    for one in found:
        tap(services, giver, mine.id, "not", one.id)
    after = town.matches_of(giver)
    assert all(match.probability < before.probability for match in after)
    for one in found:
        tap(services, giver, mine.id, "open", one.id)
    [again] = town.matches_of(giver)
    assert again.score == before.score


def test_what_was_tapped_is_kept_with_its_words_and_outlives_an_edit(services: Services, town: Town) -> None:
    giver = town.business()
    mine = town.post(giver, an_output(text="ყურძნის ჭაჭა სველი"))
    tap(services, giver, mine.id, "not", "grape-pomace")
    tap(services, giver, mine.id, "not", "grape-pomace")
    tap(services, giver, mine.id, "is", "grape-seeds")
    kept = corrections.of_listing(services.store, mine.id)
    said = {(one.meant, one.entry_id, one.words) for one in kept}
    assert said == {("not", "grape-pomace", "ყურძნის ჭაჭა"), ("is", "grape-seeds", "ყურძნის ჭაჭა")}
    assert {one.user_id for one in kept} == {giver.user_id}
    edited = an_output(text="ყურძნის ჭაჭა მშრალი", material_ids=("grape-seeds",))
    operations.edit_listing(services, giver, mine.id, edited, now=LATER)
    after = stored(services, mine.id)
    assert (after.material_ids, after.not_ids) == (("grape-seeds",), ("grape-pomace",))
    assert len(corrections.of_listing(services.store, mine.id)) == 2


def test_the_form_may_say_what_is_not_meant_and_take_it_back(services: Services, town: Town) -> None:
    giver = town.business()
    mine = town.post(giver, an_output(text="ყურძნის ჭაჭა", not_ids=("grape-pomace",)))
    assert stored(services, mine.id).not_ids == ("grape-pomace",)
    assert [one.meant for one in corrections.of_listing(services.store, mine.id)] == ["not"]
    operations.edit_listing(services, giver, mine.id, an_output(not_ids=()), now=LATER)
    assert stored(services, mine.id).not_ids == ()
    assert [one.meant for one in corrections.of_listing(services.store, mine.id)] == ["open", "not"]


def test_what_is_confirmed_is_not_left_out_as_well(services: Services, town: Town) -> None:
    giver = town.business()
    mine = town.post(giver, an_output(not_ids=("grape-seeds",), material_ids=("grape-seeds",)))
    assert stored(services, mine.id).not_ids == ()
    tap(services, giver, mine.id, "not", "grape-seeds")
    after = stored(services, mine.id)
    assert (after.material_ids, after.not_ids) == ((), ("grape-seeds",))


def test_to_name_what_the_words_say_anyway_corrects_nothing(services: Services, town: Town) -> None:
    mine = town.post(town.business(), an_output(text="ყურძნის ჭაჭა", material_ids=("grape-pomace",)))
    assert corrections.of_listing(services.store, mine.id) == []


def test_only_its_owner_and_a_coordinator_correct_a_listing(services: Services, town: Town) -> None:
    giver = town.business()
    mine = town.post(giver, an_output())
    for attempt in (
        lambda: tap(services, town.business(), mine.id, "not", "grape-pomace"),
        lambda: operations.meanings_of_listing(services, town.business(), mine.id),
    ):
        with pytest.raises(NotFound):
            attempt()
    tap(services, town.coordinator(), mine.id, "not", "grape-pomace")
    assert stored(services, mine.id).not_ids == ("grape-pomace",)


def test_what_the_book_does_not_have_is_refused_by_its_field(services: Services, town: Town) -> None:
    giver = town.business()
    mine = town.post(giver, an_output())
    with pytest.raises(InvalidInput) as refused:
        tap(services, giver, mine.id, "is", "no-such-thing")
    assert set(refused.value.problems) == {"entry_id"}
    with pytest.raises(InvalidInput) as refused:
        town.post(giver, an_output(not_ids=("no-such-thing",)))
    assert set(refused.value.problems) == {"not_ids"}


def test_a_withdrawn_listing_is_corrected_no_more(services: Services, town: Town) -> None:
    giver = town.business()
    mine = town.post(giver, an_output())
    operations.change_listing_state(services, giver, mine.id, "withdraw", now=NOW)
    with pytest.raises(NotPossibleNow):
        tap(services, giver, mine.id, "not", "grape-pomace")


def test_the_other_side_does_not_learn_what_was_left_out(services: Services, town: Town) -> None:
    giver, taker, match = town.pair()
    mine = operations.my_listings(services, giver, now=NOW)[0]
    tap(services, giver, mine.id, "not", "surplus-bread")
    [seen] = town.matches_of(taker)
    assert seen.id == match.id
    assert "surplus-bread" not in repr(seen)
