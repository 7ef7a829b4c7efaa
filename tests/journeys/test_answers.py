"""Saying no, pausing and withdrawing do what they say."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from graph import matches
from matching.records import Verdict
from tests.journeys.conftest import Visitors
from tests.journeys.person import DISTILLERY, WINERY, Person
from tests.journeys.town import POMACE, WANTED, Town


def logged_in(visitor: Visitors, lang: str, device: str, firm: object) -> Person:
    person = visitor(lang, device)
    assert firm in (WINERY, DISTILLERY)
    typed = WINERY if firm is WINERY else DISTILLERY
    person.log_in(typed.email, typed.password)
    return person


@pytest.mark.parametrize("lang", ["ka", "en"])
def test_a_refusal_carries_its_reason_and_the_other_side_is_not_told(
    lang: str, town: Town, visitor: Visitors
) -> None:
    pair = town.pair(lang)
    winery = logged_in(visitor, lang, "phone", WINERY)
    winery.open_best_match(POMACE)
    winery.say_no("Too far")
    winery.sees_words("Recorded: not for you. Thank you for the reason.")

    (decision,) = matches.decisions_of(town.services.store, pair.match_id)
    assert (decision.verdict, decision.reason) == (Verdict.NO, "distance")

    distillery = logged_in(visitor, lang, "phone", DISTILLERY)
    distillery.open_best_match(WANTED)
    distillery.sees_nothing_of(distillery.say("The other side said yes and waits for your answer."))
    distillery.say_yes()
    distillery.go("/exchanges")
    distillery.sees_words("No exchange yet")


@pytest.mark.parametrize("lang", ["ka", "en"])
def test_a_paused_listing_meets_nobody_until_it_is_resumed(lang: str, town: Town, visitor: Visitors) -> None:
    pair = town.pair(lang)
    winery = logged_in(visitor, lang, "desktop", WINERY)
    distillery = logged_in(visitor, lang, "phone", DISTILLERY)
    assert has_match(distillery, POMACE)

    winery.go(f"/listings/{pair.output_id}")
    winery.press("Pause")
    winery.sees_words("The listing is paused.")
    assert not has_match(distillery, POMACE)
    assert distillery.go(f"/matches/{pair.match_id}").status == 404
    assert not has_match(winery, WANTED)

    winery.go(f"/listings/{pair.output_id}")
    winery.press("Resume")
    winery.sees_words("The listing is active again.")
    assert has_match(distillery, POMACE)


def test_a_withdrawn_listing_is_gone_for_good(town: Town, visitor: Visitors) -> None:
    pair = town.pair("ka")
    winery = logged_in(visitor, "ka", "phone", WINERY)
    winery.go(f"/listings/{pair.output_id}")
    winery.page.get_by_text(winery.say("Withdraw for good")).click()
    winery.press("Withdraw")
    winery.sees_words("The listing is withdrawn.")
    expect(winery.page.get_by_role("button", name=winery.say("Resume"))).to_have_count(0)

    distillery = logged_in(visitor, "ka", "phone", DISTILLERY)
    assert not has_match(distillery, POMACE)
    distillery.sees_nothing_of(POMACE)


def has_match(person: Person, text: str) -> bool:
    person.go("/matches")
    return person.page.get_by_role("article").filter(has_text=text).count() > 0
