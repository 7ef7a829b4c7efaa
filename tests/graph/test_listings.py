from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest

from graph import firms, listings
from graph.errors import NotFound
from graph.records import FirmStatus, ListingState, Visibility
from matching.errors import UnknownCode
from matching.recognition import Guess, Recognition
from matching.records import Quantity, Side
from tests.graph.builders import NOW, a_listing, a_site, enrol, posted

LATER = NOW + timedelta(days=2)


def links_of(store, listing_id):
    """(relationship, id, confidence, is_confirmed) of a listing, sorted."""
    records = store.driver.execute_query(
        "MATCH (:Listing {id: $id})-[r:ABOUT|MEANT_FOR|CLASSIFIED_AS]->(x)"
        " RETURN type(r) AS link, x.id AS id, r.confidence AS confidence, r.is_confirmed AS is_confirmed",
        id=listing_id,
    ).records
    return sorted(tuple(record) for record in records)


def full_listing(at, **changes):
    values = {
        "text": "ყურძნის ჭაჭა, ნოტიო",
        "quantity": Quantity(12.5, "t", "month"),
        "tonnes_per_year": 150.0,
        "season_months": (9, 10, 11),
        "ewc_code": "020702",
        "hazardous": False,
        "starts_on": date(2026, 9, 1),
        "ends_on": date(2027, 9, 1),
        "cost_gel_per_year": 4200.0,
        "material_ids": ("grape_pomace", "sawdust"),
        "use_ids": ("compost",),
        "visibility": Visibility.COORDINATORS,
        "is_demo": True,
    }
    return a_listing(at, **(values | changes))


@pytest.fixture
def winery(store):
    return enrol(store)


def test_a_full_listing_comes_back_as_it_went_in(store, winery):
    listing = full_listing(winery, matched_at=NOW)
    listings.post(store, listing)
    assert listings.by_id(store, listing.id) == listing


def test_a_bare_need_comes_back_as_it_went_in(store, winery):
    listing = a_listing(winery, Side.NEED)
    listings.post(store, listing)
    assert listings.by_id(store, listing.id) == listing


def test_what_surrounds_a_listing_is_its_firms_and_sites(store):
    at = enrol(store, municipality="batumi", status=FirmStatus.UNVERIFIED, nace_division="16")
    pinned = a_site(at.firm.id, municipality="gurjaani", lat=41.75, lon=45.81)
    firms.add_site(store, pinned)
    listing = a_listing(at, site_id=pinned.id)
    listings.post(store, listing)
    found = listings.by_id(store, listing.id)
    assert (found.municipality, found.lat, found.lon) == ("gurjaani", 41.75, 45.81)
    assert (found.nace_division, found.firm_status) == ("16", FirmStatus.UNVERIFIED)


def test_guesses_are_kept_apart_from_what_a_person_confirmed(store, winery):
    listing = a_listing(winery, material_ids=("sawdust",), ewc_code="03 01 05")
    guesses = Recognition(
        materials=(Guess("sawdust", 0.6, ""), Guess("shavings", 0.4, ""), Guess("not-here", 0.9, "")),
        uses=(Guess("fuel", 0.5, ""),),
        codes=(Guess("030104", 0.3, ""),),
    )
    listings.post(store, listing, guesses)
    assert links_of(store, listing.id) == [
        ("ABOUT", "sawdust", 1.0, True),
        ("ABOUT", "shavings", 0.4, False),
        ("CLASSIFIED_AS", "030104", 0.3, False),
        ("CLASSIFIED_AS", "030105", 1.0, True),
        ("MEANT_FOR", "fuel", 0.5, False),
    ]
    found = listings.by_id(store, listing.id)
    assert (found.material_ids, found.use_ids, found.ewc_code) == (("sawdust",), (), "030105")


@pytest.mark.parametrize(
    ("changes", "error", "field"),
    [
        ({"site_id": "none"}, NotFound, "site_id"),
        ({"material_ids": ("unobtainium",)}, NotFound, "material_ids"),
        ({"use_ids": ("none",)}, NotFound, "use_ids"),
        ({"ewc_code": "999999"}, UnknownCode, "ewc_code"),
    ],
)
def test_what_does_not_exist_is_told_and_nothing_is_stored(store, winery, changes, error, field):
    listing = a_listing(winery, **changes)
    with pytest.raises(error) as raised:
        listings.post(store, listing)
    assert raised.value.field == field
    assert listings.by_id(store, listing.id) is None


def test_posting_again_changes_nothing_not_even_what_was_edited_meanwhile(store, winery):
    listing = a_listing(winery)
    listings.post(store, listing)
    edited = replace(listing, text="სხვა", changed_at=LATER)
    listings.update(store, edited)
    listings.post(store, listing)
    assert listings.all_listings(store) == [replace(edited, edition=1)]


def test_eight_posts_of_one_id_at_once_make_one_listing(store, winery):
    listing = full_listing(winery)
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: listings.post(store, listing), range(8)))
    assert listings.of_firm(store, winery.firm.id) == [listing]
    assert len(links_of(store, listing.id)) == 4


def test_an_edit_replaces_what_the_owner_said_and_leaves_the_rest(store, winery):
    listing = full_listing(winery)
    listings.post(store, listing, Recognition(materials=(Guess("shavings", 0.4, ""),)))
    listings.set_state(store, listing.id, ListingState.PAUSED, NOW)
    second = a_site(winery.firm.id, municipality="batumi")
    firms.add_site(store, second)
    edited = a_listing(
        winery,
        id=listing.id,
        text="ახალი ტექსტი",
        site_id=second.id,
        municipality="batumi",
        material_ids=("wood",),
        changed_at=LATER,
        posted_at=LATER,
        expires_at=LATER,
    )
    listings.update(store, edited)
    assert listings.by_id(store, listing.id) == replace(
        edited,
        posted_at=listing.posted_at,
        expires_at=listing.expires_at,
        state=ListingState.PAUSED,
        is_demo=True,
        edition=1,
    )
    assert links_of(store, listing.id) == [("ABOUT", "wood", 1.0, True)]


CHANGES = {
    "text": "სხვა ტექსტი",
    "kind": "energy",
    "quantity": Quantity(3.0, "t", "month"),
    "season_months": (5,),
    "ewc_code": "030104",
    "hazardous": True,
    "starts_on": date(2026, 12, 1),
    "ends_on": date(2028, 1, 1),
    "material_ids": ("wood",),
    "use_ids": (),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_listing_that_says_something_else_is_another_edition(store, winery, name):
    listing = full_listing(winery)
    listings.post(store, listing)
    listings.update(store, replace(listing, **{name: CHANGES[name]}))
    assert listings.by_id(store, listing.id).edition == 1


def test_what_the_other_side_does_not_go_by_makes_no_edition(store, winery):
    listing = full_listing(winery)
    listings.post(store, listing)
    listings.update(store, replace(listing, changed_at=LATER))
    listings.update(store, replace(listing, cost_gel_per_year=1.0, visibility=Visibility.ANONYMOUS))
    for state in (ListingState.PAUSED, ListingState.ACTIVE):
        listings.set_state(store, listing.id, state, LATER)
    listings.renew(store, listing.id, LATER, LATER)
    firms.set_status(store, winery.firm.id, FirmStatus.VERIFIED, "somebody", LATER)
    assert listings.by_id(store, listing.id).edition == 0


def test_a_listing_is_another_edition_when_its_site_is_elsewhere(store, winery):
    listing = a_listing(winery)
    listings.post(store, listing)
    for n_moves, changes in enumerate(
        ({"name": "ახალი სახელი"}, {"municipality": "batumi"}, {"lat": 41.6, "lon": 41.6}, {"lat": 41.7})
    ):
        site = replace(firms.sites_of(store, winery.firm.id)[0], **changes)
        firms.update_site(store, site, LATER)
        assert listings.by_id(store, listing.id).edition == n_moves


def test_edits_at_once_make_one_edition_each(store, winery):
    listing = a_listing(winery)
    listings.post(store, listing)
    texts = [replace(listing, text=f"ტექსტი {n}") for n in range(8)]
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda edited: listings.update(store, edited), texts))
    assert listings.by_id(store, listing.id).edition == len(texts)


def test_a_listing_from_before_there_were_editions_is_the_first_of_its_own(store, winery):
    listing = a_listing(winery)
    listings.post(store, listing)
    store.driver.execute_query("MATCH (l:Listing) REMOVE l.edition")
    assert listings.by_id(store, listing.id).edition == 0
    listings.update(store, replace(listing, text="სხვა"))
    assert listings.by_id(store, listing.id).edition == 1


def test_a_listing_is_edited_by_its_own_firm_only(store, winery):
    other = enrol(store)
    listing = a_listing(winery)
    listings.post(store, listing)
    for wrong in (replace(listing, firm_id=other.firm.id), replace(listing, site_id=other.site.id)):
        with pytest.raises(NotFound):
            listings.update(store, replace(wrong, text="stolen"))
    assert listings.by_id(store, listing.id) == listing


def test_listings_are_read_newest_first_and_in_pages(store, winery):
    other = enrol(store)
    first = posted(store, winery)
    second = posted(store, other, Side.NEED, posted_at=NOW + timedelta(hours=1))
    third = posted(store, winery, state=ListingState.PAUSED, posted_at=NOW + timedelta(hours=2))
    assert [one.id for one in listings.all_listings(store)] == [third, second, first]
    assert [one.id for one in listings.all_listings(store, skip=1, limit=1)] == [second]
    assert [one.id for one in listings.all_listings(store, side=Side.NEED)] == [second]
    assert [one.id for one in listings.all_listings(store, state=ListingState.ACTIVE)] == [second, first]
    assert [one.id for one in listings.of_firm(store, winery.firm.id)] == [third, first]


def test_several_listings_are_read_in_the_order_asked(store, winery):
    ids = [posted(store, winery) for _ in range(3)]
    asked = [ids[2], "none", ids[0], ids[2]]
    assert list(listings.by_ids(store, asked)) == [ids[2], ids[0]]
    assert listings.by_ids(store, []) == {}


def test_a_listing_that_is_stopped_or_renewed_is_so_from_then_on(store, winery):
    first, second = posted(store, winery), posted(store, winery)
    listings.set_state(store, first, ListingState.WITHDRAWN, LATER)
    listings.renew(store, second, LATER + timedelta(days=90), LATER)
    assert listings.by_id(store, first).state is ListingState.WITHDRAWN
    assert listings.by_id(store, second).expires_at == LATER + timedelta(days=90)


@pytest.mark.parametrize(
    "change",
    [
        lambda store: listings.set_state(store, "none", ListingState.PAUSED, NOW),
        lambda store: listings.renew(store, "none", LATER, NOW),
    ],
)
def test_changing_no_listing_is_told(store, change):
    with pytest.raises(NotFound):
        change(store)
