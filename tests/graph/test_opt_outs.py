"""Who does not want to be matched with whom: named by code, in force once it holds, also for new firms."""

from __future__ import annotations

import pytest

from graph import listings, opt_outs
from graph.errors import NotFound
from graph.records import StoredListing
from graph.store import Store
from tests.graph.builders import NOW, a_listing, an_opt_out, enrol


def _stored(store: Store, listing: StoredListing) -> StoredListing:
    found = listings.by_id(store, listing.id)
    assert found is not None
    return found


def test_it_holds_from_the_yes_on_and_no_longer_than_it_is_wanted(store: Store) -> None:
    mine, other = enrol(store), enrol(store)
    listing = a_listing(mine)
    listings.post(store, listing)
    asked = an_opt_out(mine.firm.id, identification_code=other.firm.identification_code)
    opt_outs.ask(store, asked)
    opt_outs.ask(store, asked)  # a transaction may run twice
    assert _stored(store, listing).declines == ()
    opt_outs.decide(store, asked.id, "holds", "coordinator", NOW)
    assert _stored(store, listing).declines == (other.firm.id,)
    assert _stored(store, listing).for_ranking().declines == (other.firm.id,)
    [seen] = opt_outs.of_firm(store, mine.firm.id)
    assert (seen.state, seen.decided_by, seen.other_firm_id) == ("holds", "coordinator", other.firm.id)
    opt_outs.decide(store, asked.id, "removed", "u", NOW)
    assert _stored(store, listing).declines == ()
    assert opt_outs.of_firm(store, mine.firm.id) == []
    assert opt_outs.by_id(store, asked.id) is not None


def test_a_firm_that_registers_later_is_meant_as_well(store: Store) -> None:
    mine = enrol(store)
    listing = a_listing(mine)
    listings.post(store, listing)
    for named in ({"identification_code": "404999888"}, {"personal_number_digest": "some-digest"}):
        opt_outs.ask(store, an_opt_out(mine.firm.id, state="holds", **named))
    assert _stored(store, listing).declines == ()
    first = enrol(store, identification_code="404999888")
    second = enrol(store, identification_code=None, personal_number_digest="some-digest")
    assert _stored(store, listing).declines == tuple(sorted((first.firm.id, second.firm.id)))


def test_what_waits_stands_first_and_only_who_asked_has_it(store: Store) -> None:
    mine, other = enrol(store), enrol(store)
    held = an_opt_out(mine.firm.id, state="holds", identification_code="404000001")
    waiting = an_opt_out(other.firm.id, identification_code=mine.firm.identification_code)
    for one in (held, waiting):
        opt_outs.ask(store, one)
    assert [one.id for one in opt_outs.every(store)] == [waiting.id, held.id]
    assert [one.id for one in opt_outs.of_firm(store, mine.firm.id)] == [held.id]


def test_what_is_not_there_is_told(store: Store) -> None:
    for attempt in (
        lambda: opt_outs.ask(store, an_opt_out("nobody", identification_code="404000001")),
        lambda: opt_outs.decide(store, "nothing", "holds", "u", NOW),
    ):
        with pytest.raises(NotFound):
            attempt()
