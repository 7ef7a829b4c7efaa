"""What was corrected of a listing counts, is kept, and outlives an edit of the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from graph import corrections, listings
from graph.correction_records import Correction
from graph.errors import NotFound
from graph.ids import new_id
from graph.store import Store
from matching.recognition import Guess, Recognition
from tests.graph.builders import NOW, a_listing, enrol


def _tap(listing_id: str, entry_id: str, **changes: Any) -> Correction:
    values: dict[str, Any] = {
        "id": new_id(),
        "listing_id": listing_id,
        "sort": "material",
        "entry_id": entry_id,
        "meant": "not",
        "words": "ნახერხი",
        "lang": "ka",
        "corrected_at": NOW,
        "user_id": "u",
    }
    return Correction(**(values | changes))


def test_what_is_not_meant_comes_back_and_goes_to_the_ranker(store: Store) -> None:
    listing = a_listing(enrol(store), not_ids=("bedding", "wood"))
    listings.post(store, listing)
    found = listings.by_id(store, listing.id)
    assert found is not None
    assert found.not_ids == ("bedding", "wood")
    assert found.for_ranking().not_ids == ("bedding", "wood")


def test_a_guess_that_is_not_meant_is_not_linked(store: Store) -> None:
    listing = a_listing(enrol(store), not_ids=("wood",))
    listings.post(store, listing, Recognition(materials=(Guess("wood", 0.9, ""), Guess("sawdust", 0.8, ""))))
    query = "MATCH (:Listing)-[:ABOUT]->(m:Material) RETURN collect(m.id) AS ids"
    with store.driver.session() as session:
        assert session.run(query).single(strict=True)["ids"] == ["sawdust"]


def test_corrections_are_added_and_stay_when_the_text_is_edited(store: Store) -> None:
    listing = a_listing(enrol(store), not_ids=("wood",))
    first = _tap(listing.id, "wood")
    listings.post(store, listing, None, [first])
    second = _tap(listing.id, "sawdust", meant="is", corrected_at=NOW + timedelta(hours=1))
    edited = replace(listing, text="other words", material_ids=("sawdust",), changed_at=NOW)
    listings.update(store, edited, None, [second])
    listings.update(store, edited, None, [second])  # a transaction may run twice
    assert corrections.of_listing(store, listing.id) == [second, first]
    found = listings.by_id(store, listing.id)
    assert found is not None
    assert (found.material_ids, found.not_ids) == (("sawdust",), ("wood",))


def test_what_is_not_meant_can_be_taken_back(store: Store) -> None:
    listing = a_listing(enrol(store), not_ids=("wood",))
    listings.post(store, listing)
    listings.update(store, replace(listing, not_ids=()), Recognition(materials=(Guess("wood", 0.9, ""),)))
    found = listings.by_id(store, listing.id)
    assert found is not None
    assert found.not_ids == ()


def test_what_the_book_does_not_have_cannot_be_left_out(store: Store) -> None:
    listing = a_listing(enrol(store), not_ids=("no-such-thing",))
    with pytest.raises(NotFound) as told:
        listings.post(store, listing)
    assert told.value.field == "not_ids"
    assert listings.by_id(store, listing.id) is None
