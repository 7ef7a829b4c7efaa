"""A yes is to what the other listing said; when that is edited, the yes no longer counts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from graph import listings
from matching.records import Quantity, Verdict
from symbiosis import operations
from symbiosis.access import Viewer
from symbiosis.errors import ListingEdited
from symbiosis.inputs import DecisionInput, SiteInput
from symbiosis.views import MatchView
from symbiosis.wiring import Services
from tests.symbiosis.builders import NOW, an_output
from tests.symbiosis.town import Town
from tests.symbiosis.visitors import browser

YES, LATER = DecisionInput(Verdict.YES), NOW + timedelta(hours=1)
EDITED = an_output(text="ყურძნის ჭაჭა, ტენიანი", quantity=Quantity(40.0, "t", "year"))


def _edit(services: Services, giver: Viewer) -> None:
    [own] = operations.my_listings(services, giver, now=NOW)
    operations.edit_listing(services, giver, own.id, EDITED, now=LATER)


def _said_yes(services: Services, town: Town) -> tuple[Viewer, Viewer, MatchView]:
    giver, taker, match = town.pair()
    operations.decide(services, taker, match.id, YES, now=NOW)
    return giver, taker, match


def test_who_edits_after_the_yes_of_the_other_side_learns_no_name(services: Services, town: Town) -> None:
    giver, taker, match = _said_yes(services, town)
    _edit(services, giver)
    assert operations.decide(services, giver, match.id, YES, now=LATER).exchange_id is None
    assert operations.my_exchanges(services, giver, now=LATER) == ()
    [seen] = town.matches_of(giver)
    assert not seen.other_said_yes
    assert "Chachis" not in str(seen.other)
    [theirs] = town.matches_of(taker)
    assert (theirs.my_verdict, theirs.my_yes_lapsed, theirs.other_said_yes) == (Verdict.YES, True, True)
    assert operations.show_match(services, town.coordinator(), match.id, now=NOW).lapsed == (False, True)
    assert operations.decide(services, taker, match.id, YES, now=LATER).exchange_id


def test_pausing_renewing_and_verifying_again_leave_a_yes(services: Services, town: Town) -> None:
    giver, _taker, match = _said_yes(services, town)
    [own] = operations.my_listings(services, giver, now=NOW)
    for action in ("pause", "resume", "renew"):
        operations.change_listing_state(services, giver, own.id, action, now=LATER)
    keeper = town.coordinator()
    operations.suspend_firm(services, keeper, giver.firm_id or "", now=LATER)
    operations.verify_firm(services, keeper, giver.firm_id or "", now=LATER)
    operations.edit_listing(services, giver, own.id, an_output(), now=LATER)
    assert operations.decide(services, giver, match.id, YES, now=LATER).exchange_id


def test_an_edit_that_comes_between_looking_and_answering_is_told(services: Services, town: Town) -> None:
    giver, taker, match = town.pair()
    [seen] = town.matches_of(taker)
    _edit(services, giver)
    operations.decide(services, giver, match.id, YES, now=LATER)
    old = DecisionInput(Verdict.YES, edition=seen.other.edition)
    with pytest.raises(ListingEdited):
        operations.decide(services, taker, match.id, old, now=LATER)
    assert operations.my_exchanges(services, taker, now=LATER) == ()
    [again] = town.matches_of(taker)
    new = DecisionInput(Verdict.YES, edition=again.other.edition)
    assert operations.decide(services, taker, match.id, new, now=LATER).exchange_id


def test_an_open_exchange_stays_after_an_edit(services: Services, town: Town) -> None:
    giver, taker, exchange_id = town.exchange()
    _edit(services, giver)
    assert operations.show_exchange(services, taker, exchange_id, now=LATER).need.firm_name_latin
    assert not town.matches_of(taker)[0].my_yes_lapsed


def test_the_reader_is_asked_to_look_again_and_can_say_yes_again(
    app: Flask, services: Services, town: Town
) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    giver, taker, match = _said_yes(services, town)
    client = browser(app, town.user(taker))
    assert "Edited after your answer" not in client.get(f"/matches/{match.id}").text
    _edit(services, giver)
    for address in ("/matches", f"/matches/{match.id}"):
        shown = client.get(address, headers={"Accept-Language": "en"}).text
        assert "Edited after your answer — please look again." in shown
        assert 'name="verdict" value="yes"' in shown
    old = {"verdict": "yes", "edition": "0"}
    told = client.post(f"/matches/{match.id}/answer", data=old, follow_redirects=True).text
    assert "edited its listing while you were looking" in told
    client.post(f"/matches/{match.id}/answer", data={"verdict": "yes", "edition": "1"})
    assert "Edited after your answer" not in client.get(f"/matches/{match.id}").text
    operations.decide(services, giver, match.id, YES, now=LATER)
    assert len(operations.my_exchanges(services, giver, now=LATER)) == 1


def test_moving_the_site_is_an_edit_of_its_listings(services: Services, town: Town) -> None:
    giver, taker, match = _said_yes(services, town)
    [own] = listings.of_firm(services.store, giver.firm_id or "")
    place = SiteInput(municipality="gurjaani")
    operations.edit_site(services, giver, giver.firm_id or "", own.site_id, place, now=LATER)
    assert town.matches_of(taker)[0].my_yes_lapsed
    assert operations.decide(services, giver, match.id, YES, now=LATER).exchange_id is None
