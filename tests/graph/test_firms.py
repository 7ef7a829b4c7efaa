from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from graph import accounts, due, firms, listings
from graph.errors import AlreadyThere, NotFound
from graph.ids import new_id
from graph.records import FirmStatus
from matching.errors import UnknownMunicipality
from tests.graph.builders import NOW, a_firm, a_site, a_user, compare, enrol, posted

LATER = NOW + timedelta(days=2)


def test_a_registration_comes_back_as_it_went_in(store):
    firm = a_firm(status=FirmStatus.UNVERIFIED)
    site = a_site(firm.id, lat=41.9, lon=45.5)
    user = a_user(firm_id=firm.id)
    firms.register(store, firm, site, user)
    assert firms.firm_by_id(store, firm.id) == firm
    assert firms.firm_by_code(store, firm.identification_code) == firm
    assert firms.sites_of(store, firm.id) == [site]
    assert accounts.user_by_id(store, user.id) == user


def test_an_entrepreneur_is_kept_without_a_code(store):
    firm = a_firm(identification_code=None, personal_number_digest="digest", verified_at=NOW, is_demo=True)
    firms.register(store, firm, a_site(firm.id))
    assert firms.firm_by_id(store, firm.id) == firm


def test_registering_the_same_again_leaves_one_of_each(store):
    firm = a_firm()
    site, user = a_site(firm.id), a_user(firm_id=firm.id)
    firms.register(store, firm, site, user)
    firms.register(store, firm, site, user)
    assert firms.list_firms(store) == [firm]
    assert firms.sites_of(store, firm.id) == [site]
    assert accounts.list_users(store) == [user]


@pytest.mark.parametrize("field", ["identification_code", "personal_number_digest"])
def test_a_number_that_is_taken_is_told_and_nothing_is_stored(store, field):
    numbers = {"identification_code": None, field: "405111222"}
    first, second = a_firm(**numbers), a_firm(**numbers)
    firms.register(store, first, a_site(first.id))
    user = a_user(firm_id=second.id)
    with pytest.raises(AlreadyThere) as raised:
        firms.register(store, second, a_site(second.id), user)
    assert raised.value.field == "identification_code"
    assert "405111222" not in str(raised.value)
    assert firms.list_firms(store) == [first]
    assert accounts.user_by_id(store, user.id) is None


def test_an_address_that_is_taken_leaves_no_firm_behind(store):
    accounts.add_user(store, a_user(email="taken@example.ge"))
    firm = a_firm()
    with pytest.raises(AlreadyThere) as raised:
        firms.register(store, firm, a_site(firm.id), a_user(firm_id=firm.id, email="taken@example.ge"))
    assert raised.value.field == "email"
    assert firms.firm_by_id(store, firm.id) is None


def test_places_and_industries_outside_the_book_are_told(store):
    firm = a_firm()
    with pytest.raises(UnknownMunicipality):
        firms.register(store, firm, a_site(firm.id, municipality="atlantis"))
    other = a_firm(nace_division="98")
    with pytest.raises(NotFound) as raised:
        firms.register(store, other, a_site(other.id))
    assert raised.value.field == "nace_division"
    assert firms.list_firms(store) == []


def test_firms_are_listed_by_status_oldest_first(store):
    young = enrol(store, created_at=LATER).firm
    old = enrol(store).firm
    waiting = enrol(store, status=FirmStatus.UNVERIFIED).firm
    assert firms.list_firms(store, FirmStatus.VERIFIED) == [old, young]
    assert firms.list_firms(store, FirmStatus.UNVERIFIED) == [waiting]
    assert len(firms.list_firms(store)) == 3


def test_verification_is_noted_and_outlives_suspension(store):
    enrolled = enrol(store, status=FirmStatus.UNVERIFIED)
    listing_id = posted(store, enrolled)
    compare(store, listing_id)
    assert due.to_compare(store, "1", LATER) == []
    firms.set_status(store, enrolled.firm.id, FirmStatus.VERIFIED, enrolled.user.id, LATER)
    verified = replace(enrolled.firm, status=FirmStatus.VERIFIED, verified_at=LATER)
    assert firms.firm_by_id(store, enrolled.firm.id) == verified
    assert due.to_compare(store, "1", LATER) == [listing_id]

    after = LATER + timedelta(days=1)
    firms.set_status(store, enrolled.firm.id, FirmStatus.SUSPENDED, enrolled.user.id, after)
    suspended = replace(verified, status=FirmStatus.SUSPENDED)
    assert firms.firm_by_id(store, enrolled.firm.id) == suspended


def test_a_firm_changes_its_names_and_industry(store):
    firm = enrol(store).firm
    firms.update_firm(store, firm.id, "ახალი", "New", "16", at=LATER, is_checked=True)
    assert firms.firm_by_id(store, firm.id) == replace(
        firm, name_ka="ახალი", name_latin="New", nace_division="16"
    )


@pytest.mark.parametrize("changes", [{"name_ka": "ახალი"}, {"name_latin": "New"}, {"nace_division": "16"}])
def test_a_verified_firm_that_changes_itself_waits_to_be_verified_again(store, changes):
    firm = enrol(store).firm
    same = {name: getattr(firm, name) for name in ("name_ka", "name_latin", "nace_division")}
    firms.update_firm(store, firm.id, **same, at=LATER)
    assert firms.firm_by_id(store, firm.id) == firm
    firms.update_firm(store, firm.id, **same | changes, at=LATER)
    assert firms.firm_by_id(store, firm.id) == replace(firm, status=FirmStatus.UNVERIFIED, **changes)


@pytest.mark.parametrize("status", [FirmStatus.UNVERIFIED, FirmStatus.SUSPENDED])
def test_a_firm_that_is_not_verified_keeps_its_status_whatever_it_changes(store, status):
    firm = enrol(store, status=status).firm
    firms.update_firm(store, firm.id, "ახალი", "New", "16", at=LATER)
    assert firms.firm_by_id(store, firm.id).status is status


@pytest.mark.parametrize("attempt", range(3))
def test_a_suspension_in_the_moment_of_a_change_stays(store, attempt):
    firm = enrol(store).firm
    with ThreadPoolExecutor(2) as threads:
        changing = threads.submit(firms.update_firm, store, firm.id, "ახალი", "New", "16", at=LATER)
        firms.set_status(store, firm.id, FirmStatus.SUSPENDED, "somebody", LATER)
        changing.result()
    assert firms.firm_by_id(store, firm.id).status is FirmStatus.SUSPENDED


def test_a_refused_change_of_a_firm_says_what_is_wrong(store):
    firm = enrol(store).firm
    with pytest.raises(NotFound) as raised:
        firms.update_firm(store, firm.id, "ახალი", "New", "98", at=LATER)
    assert raised.value.field == "nace_division"
    assert firms.firm_by_id(store, firm.id) == firm
    for change in (
        lambda: firms.update_firm(store, "none", "ა", "A", "16", at=LATER),
        lambda: firms.set_status(store, "none", FirmStatus.VERIFIED, "nobody", LATER),
        lambda: firms.add_site(store, a_site("none")),
    ):
        with pytest.raises(NotFound) as raised:
            change()
        assert raised.value.facts["what"] == "firm"


def test_sites_are_added_once_and_moved(store):
    enrolled = enrol(store)
    second = a_site(enrolled.firm.id, name="აბასთუმანი", municipality="batumi", lat=41.6, lon=41.6)
    firms.add_site(store, second)
    firms.add_site(store, second)
    assert firms.sites_of(store, enrolled.firm.id) == [second, enrolled.site]

    listing_id = posted(store, enrolled)
    compare(store, listing_id)
    moved = replace(enrolled.site, municipality="gurjaani", name="ეზო")
    firms.update_site(store, moved, LATER)
    assert firms.sites_of(store, enrolled.firm.id) == [second, moved]
    listing = listings.by_id(store, listing_id)
    assert listing.municipality == "gurjaani"
    assert due.to_compare(store, "1", LATER) == [listing_id]


def test_a_site_is_changed_by_its_own_firm_only(store):
    mine, other = enrol(store), enrol(store)
    with pytest.raises(NotFound):
        firms.update_site(store, replace(mine.site, firm_id=other.firm.id), LATER)
    with pytest.raises(UnknownMunicipality):
        firms.update_site(store, replace(mine.site, municipality="atlantis"), LATER)
    assert firms.sites_of(store, mine.firm.id) == [mine.site]


def test_contacts_are_the_people_who_can_log_in(store):
    enrolled = enrol(store)
    disabled = a_user(firm_id=enrolled.firm.id, is_disabled=True)
    accounts.add_user(store, disabled)
    enrol(store)
    user = enrolled.user
    assert firms.contacts_of(store, enrolled.firm.id) == [
        {"name": user.name, "email": user.email, "phone": user.phone}
    ]
    assert firms.contacts_of(store, new_id()) == []
