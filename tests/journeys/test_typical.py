"""A firm that does not know what to list looks up its sector, and a planner looks up a region."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from matching.reference_book import default_book
from tests.journeys.conftest import Visitors
from tests.journeys.person import WINERY
from tests.journeys.test_every_page import axe, wide
from tests.journeys.town import Town


@pytest.mark.parametrize("lang", ["ka", "en"])
def test_a_winery_finds_its_sector_and_lists_from_it(lang: str, town: Town, visitor: Visitors) -> None:
    town.firm(WINERY, lang)
    person = visitor(lang, "phone")
    person.log_in(WINERY.email, WINERY.password)
    person.go("/")
    person.follow("See what firms of your sector usually have and need")
    person.page.locator("#q").fill("ღვინის ქარხანა" if lang == "ka" else "winery")
    person.press("Search")
    person.page.get_by_role("link", name=default_book().nace["1102"].name(lang)).first.click()
    person.page.locator("#grapes-t").fill("500")
    person.press("Show the amounts a year")
    expect(person.page).to_have_url(re.compile("grapes-t=500"))
    pomace = person.page.locator("article").filter(
        has_text=default_book().materials["grape-pomace"].name(lang)
    )
    expect(pomace.first).to_contain_text("80\N{NO-BREAK SPACE}")
    pomace.first.get_by_role("link", name=person.say("List this")).click()
    expect(person.field("What is it?")).to_have_value(default_book().materials["grape-pomace"].name(lang))


@pytest.mark.parametrize("lang", ["ka", "en"])
@pytest.mark.parametrize(
    "path", ["/sectors?q=xyzzy", "/sectors/11", "/sectors/1102?grapes-t=many", "/places/kakheti"]
)
def test_every_answer_is_fit_for_everybody(path: str, lang: str, visitor: Visitors) -> None:
    person = visitor(lang, "phone", axe=True)
    person.go(path)
    for fold in person.page.locator("main summary").all():
        fold.evaluate("summary => { summary.parentElement.open = true; }")
    assert [*axe(person), *wide(person)] == []
