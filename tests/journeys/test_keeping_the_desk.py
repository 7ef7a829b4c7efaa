"""What waits for a coordinator is settled: words become synonyms, firms are kept apart, codes are set."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from graph.records import Role
from matching.records import Side
from symbiosis import operations
from symbiosis.inputs import CorrectionInput
from tests.journeys.conftest import Visitors
from tests.journeys.person import DISTILLERY, WINERY
from tests.journeys.test_every_page import axe, wide
from tests.journeys.town import PASSWORD, Town

WORDS = "ქვევრის ქუსპი, სველი და ახალი"
NAME = "ქვევრის ქუსპი"
COLD_MS = 60_000
"""A site that has just started still makes its word lists ready, and compares listings by them."""
SPACE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(("lang", "device"), [("ka", "phone"), ("en", "desktop")])
def test_words_become_a_synonym_and_a_code_is_set(
    lang: str, device: str, town: Town, visitor: Visitors
) -> None:
    giver = town.firm(WINERY, lang)
    listing_id = town.post(giver, Side.OUTPUT, WORDS, 12)
    said, now = CorrectionInput("grape-pomace", "is"), datetime.now(UTC)
    operations.correct_listing(town.services, giver, listing_id, said, now=now)
    keeper = visitor(lang, device, axe=True)
    keeper.log_in(town.person(Role.COORDINATOR, lang), PASSWORD)

    keeper.follow("Synonyms")
    assert [*axe(keeper), *wide(keeper)] == []
    words = keeper.field("The words that count")
    words.fill("აზბესტის ფურცელი")
    keeper.page.get_by_role("button", name=keeper.say("Accept")).click(timeout=COLD_MS)
    keeper.sees_words("These words name a hazard. A hazard is never settled by a synonym.")
    words.fill(NAME)
    keeper.page.get_by_role("button", name=keeper.say("Accept")).click(timeout=COLD_MS)
    keeper.sees_words("Accepted. It counts everywhere within seconds, and all listings are compared anew.")
    keeper.sees_words("Nothing is proposed.")
    assert [*axe(keeper), *wide(keeper)] == []

    keeper.go("/desk")
    keeper.page.get_by_role("link", name=keeper.say("Set the code")).first.click()
    keeper.sees_words("Set the waste code")
    keeper.type("Waste code", "020701")
    keeper.type("Why", "ლაბორატორიის პასუხი")
    assert [*axe(keeper), *wide(keeper)] == []
    keeper.page.get_by_role("button", name=keeper.say("Set the code")).click(timeout=COLD_MS)
    keeper.sees_words("The code is set. The listing is compared anew.")
    expect(keeper.page.get_by_role("article")).to_contain_text("ლაბორატორიის პასუხი")
    expect(keeper.page.get_by_role("article")).to_contain_text(f"02{SPACE}07{SPACE}01")


@pytest.mark.parametrize(("lang", "device"), [("ka", "phone"), ("en", "desktop")])
def test_a_firm_is_kept_apart_from_another_that_never_learns_it(
    lang: str, device: str, town: Town, visitor: Visitors
) -> None:
    pair = town.pair(lang)
    winery, keeper, distillery = (visitor(lang, device, axe=True) for _ in range(3))
    winery.log_in(WINERY.email, WINERY.password)
    winery.go("/firm")
    winery.follow("Firms you are not matched with")
    winery.type("Identification code of the other firm", DISTILLERY.code)
    winery.type("What you call it", "ცუდი მყიდველი")
    assert [*axe(winery), *wide(winery)] == []
    winery.press("Do not match us")
    winery.sees_words("Noted. A coordinator looks at it; from the yes on you are not matched with this firm.")
    assert [*axe(winery), *wide(winery)] == []

    keeper.log_in(town.person(Role.COORDINATOR, lang), PASSWORD)
    keeper.follow("Firms kept apart")
    keeper.sees(DISTILLERY.name(lang))
    assert [*axe(keeper), *wide(keeper)] == []
    keeper.page.get_by_role("article").get_by_role("button", name=keeper.say("Keep them apart")).click(
        timeout=COLD_MS
    )
    keeper.sees_words("Done. The two firms are not matched.")

    distillery.log_in(DISTILLERY.email, DISTILLERY.password)
    distillery.go("/matches")
    distillery.sees_nothing_of(pair.match_id, "ცუდი მყიდველი", WINERY.name(lang))
    distillery.go("/firm/opt-outs")
    distillery.sees_words("You may be matched with every firm.")
    winery.go("/matches")
    winery.sees_nothing_of(pair.match_id)
    winery.go("/firm/opt-outs")
    winery.page.get_by_role("article").get_by_role("button").click()
    winery.sees_words("Taken back. You may be matched with this firm again.")
    winery.go("/matches")
    expect(winery.page.get_by_role("article").first).to_be_visible()
