"""A verified firm that changes its name or sector is checked again before its listings meet anybody."""

from __future__ import annotations

from flask import Flask

from graph.records import FirmStatus
from symbiosis import operations
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW, a_firm
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import browser

OTHER = a_firm(name_latin="Another Name LLC")


def test_its_matches_are_gone_until_it_is_verified_again(services: Services, town: Town) -> None:
    giver, taker, _match = town.pair()
    firm_id = giver.firm_id or ""
    changed = operations.edit_firm(services, giver, firm_id, OTHER, now=NOW)
    assert changed.status is FirmStatus.UNVERIFIED
    assert town.matches_of(taker) == town.matches_of(giver) == []
    [group] = operations.my_matches(services, giver, now=NOW)
    assert group.why_none == "unverified"
    keeper = town.coordinator()
    waiting = operations.show_desk(services, keeper, now=NOW).to_verify
    assert [firm.id for firm in waiting] == [firm_id]
    operations.verify_firm(services, keeper, firm_id, now=NOW)
    assert len(town.matches_of(taker)) == 1


def test_saving_without_a_change_or_a_coordinators_correction_keeps_the_status(
    services: Services, town: Town
) -> None:
    firm_id = (viewer := town.business()).firm_id or ""
    assert operations.edit_firm(services, viewer, firm_id, a_firm(), now=NOW).status is FirmStatus.VERIFIED
    corrected = operations.edit_firm(services, town.coordinator(), firm_id, OTHER, now=NOW)
    assert (corrected.name_latin, corrected.status) == ("Another Name LLC", FirmStatus.VERIFIED)


def test_an_open_exchange_stays(services: Services, town: Town) -> None:
    giver, taker, exchange_id = town.exchange()
    operations.edit_firm(services, giver, giver.firm_id or "", OTHER, now=NOW)
    for viewer in (giver, taker):
        assert operations.show_exchange(services, viewer, exchange_id, now=NOW).output.contacts


def test_the_page_says_so_before_and_after_saving(app: Flask, town: Town) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    client = browser(app, town.user(town.business()))
    warning = "a coordinator checks the firm again"
    assert warning in client.get("/firm").text
    names = {"name_ka": OTHER.name_ka, "name_latin": "Chachis Sakhli LLC", "nace_division": "11"}
    same = client.post("/firm/edit", data=names, follow_redirects=True).text
    assert "A coordinator will check the firm again" not in same
    assert warning in same
    after = client.post("/firm/edit", data={**names, "nace_division": "10"}, follow_redirects=True).text
    assert "A coordinator will check the firm again" in after
    assert "Until then only you and coordinators" in after
    assert warning not in after
