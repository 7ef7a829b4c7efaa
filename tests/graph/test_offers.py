"""What firms offer to do for others comes back as it was said, and is found while they are verified."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph import firms, offers
from graph.errors import NotFound
from graph.offers import ProcessOffer
from graph.records import FirmStatus
from graph.store import Store
from tests.graph.builders import NOW, Enrolled, enrol


@pytest.fixture
def miller(store: Store) -> Enrolled:
    return enrol(store, nace_division="16")


def _offer(firm: Enrolled, **rest: object) -> ProcessOffer:
    known = ProcessOffer(
        firm.firm.id, firm.site.id, "pelletising", 500.0, 80.0, False, True, ("sawdust", "wood-chips")
    )
    return replace(known, **rest)  # type: ignore[arg-type]


def test_an_offer_comes_back_with_its_place(store: Store, miller: Enrolled) -> None:
    offers.put(store, _offer(miller))
    (found,) = offers.of_firm(store, miller.firm.id)
    placed = replace(_offer(miller), municipality=miller.site.municipality, nace_division="16")
    assert found == placed
    assert offers.open_for(store, ["pelletising", "crushing"]) == [placed]
    assert offers.open_for(store, ["crushing"]) == []


def test_what_is_said_anew_replaces_all_that_was_said(store: Store, miller: Enrolled) -> None:
    offers.put(store, _offer(miller))
    offers.put(store, _offer(miller, tonnes_per_year=None, price_gel_per_t=None, has_permit=None))
    (found,) = offers.of_firm(store, miller.firm.id)
    assert (found.tonnes_per_year, found.price_gel_per_t, found.has_permit) == (None, None, None)


def test_a_firm_that_is_not_verified_is_offered_to_nobody(store: Store, miller: Enrolled) -> None:
    offers.put(store, _offer(miller))
    firms.set_status(store, miller.firm.id, FirmStatus.SUSPENDED, miller.user.id, NOW)
    assert offers.open_for(store, ["pelletising"]) == []
    assert len(offers.of_firm(store, miller.firm.id)) == 1


def test_an_offer_can_be_taken_away_once(store: Store, miller: Enrolled) -> None:
    offers.put(store, _offer(miller))
    offers.remove(store, miller.firm.id, miller.site.id, "pelletising")
    assert offers.of_firm(store, miller.firm.id) == []
    with pytest.raises(NotFound):
        offers.remove(store, miller.firm.id, miller.site.id, "pelletising")


def test_only_ones_own_place_and_known_processes_can_be_offered(store: Store, miller: Enrolled) -> None:
    other = enrol(store)
    with pytest.raises(NotFound) as missing:
        offers.put(store, _offer(miller, site_id=other.site.id))
    assert missing.value.facts["what"] == "site"
    with pytest.raises(NotFound) as unknown:
        offers.put(store, _offer(miller, process_id="alchemy"))
    assert unknown.value.field == "process_id"
