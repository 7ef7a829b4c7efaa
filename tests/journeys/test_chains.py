"""A firm says what it does for others, and a match that lacked only that shows the way through it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from graph.records import Role
from matching.records import Side
from matching.reference_book import default_book
from tests.journeys.conftest import Visitors
from tests.journeys.person import DISTILLERY, OUTSIDER, WINERY
from tests.journeys.test_every_page import axe, wide
from tests.journeys.town import PASSWORD, Town

FIRST_MATCH_MS = 60_000
"""The first match that a site shows may wait for the word lists of its recogniser."""


@pytest.mark.parametrize("lang", ["ka", "en"])
def test_a_firm_offers_to_chip_and_joins_two_others(lang: str, town: Town, visitor: Visitors) -> None:
    giver, taker = town.firm(WINERY, lang), town.firm(DISTILLERY, lang)
    town.firm(OUTSIDER, lang)
    town.post(giver, Side.OUTPUT, "Wood offcuts from a joinery", 200)
    town.post(taker, Side.NEED, "Wood chips for a boiler", 500)
    book = default_book()

    chipper = visitor(lang, "phone", axe=True)
    chipper.log_in(OUTSIDER.email, OUTSIDER.password)
    chipper.go("/firm")
    chipper.page.get_by_text(chipper.say("Offer a process"), exact=True).click()
    chipper.choose("Process", "chipping")
    chipper.type("Tonnes a year that you can take", "1000")
    chipper.type("What you ask for a tonne, ₾", "87")
    chipper.mark("Do you have the permit that the process needs?", "Yes")
    chipper.mark("May you treat hazardous waste?", "No")
    chipper.press("Save", within=chipper.page.locator("#processes"))
    chipper.sees_words("What do you treat?")
    assert [*axe(chipper), *wide(chipper)] == []
    chipper.page.locator('#treated input[value="wood"]').check()
    chipper.press("Save", within=chipper.page.locator("#treated"))
    expect(chipper.page.locator('#treated input[value="wood"]')).to_be_checked()
    expect(chipper.page.locator("dl.facts")).to_contain_text(book.materials["wood"].name(lang))
    town.reckon_chains()
    chipper.go("/firm")
    chipper.page.locator("#processes .card a").first.click()
    inflows = chipper.page.locator("#inflows table")
    for told in ("wood-offcuts", "wood-chips"):
        expect(inflows).to_contain_text(book.materials[told].name(lang))
    chipper.sees_nothing_of(*WINERY.secrets(), *DISTILLERY.secrets(), "from a joinery", "for a boiler")
    assert [*axe(chipper), *wide(chipper)] == []
    chipper.go("/firm")
    offered = chipper.page.locator("#processes article, #processes .card").first
    expect(offered).to_contain_text(book.processes["chipping"].name(lang))
    expect(offered).to_contain_text("87")
    assert [*axe(chipper), *wide(chipper)] == []

    owner = visitor(lang, "phone", axe=True)
    owner.page.set_default_navigation_timeout(FIRST_MATCH_MS)
    owner.log_in(WINERY.email, WINERY.password)
    owner.open_best_match("Wood offcuts from a joinery")
    owner.sees_words("Through a processor")
    owner.sees(book.materials["wood-chips"].name(lang))
    owner.sees_nothing_of(*OUTSIDER.secrets(), "87 ₾", "87\N{NO-BREAK SPACE}₾")
    assert [*axe(owner), *wide(owner)] == []

    keeper = visitor(lang, "desktop", axe=True)
    keeper.log_in(town.person(Role.COORDINATOR, lang), PASSWORD)
    keeper.go("/desk/chains")
    keeper.sees(OUTSIDER.name(lang))
    for fold in keeper.page.locator("main summary").all():
        fold.click()
    keeper.sees_words("All together")
    assert [*axe(keeper), *wide(keeper)] == []
    keeper.press("In talks")
    keeper.sees_words("Chains that are pursued")
    assert [*axe(keeper), *wide(keeper)] == []
    for fold in keeper.page.locator("#main summary").all():
        fold.click()
    keeper.page.locator("input[name=note]").first.fill("They asked for another month")
    keeper.press("Nothing comes of it")
    keeper.sees_words("Please choose why nothing comes of it.")
    expect(keeper.page.locator("#note")).to_have_value("They asked for another month")
    assert [*axe(keeper), *wide(keeper)] == []

    offered.get_by_role("button").click()
    chipper.sees_words("It is no longer offered.")
