"""A visitor says what is left over and sees at once what it can become; then lists it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visitors
from tests.journeys.person import WINERY
from tests.journeys.test_every_page import axe, wide
from tests.journeys.town import Town

QUESTION = "What do you have left over, or what do you need?"
SAID = {"ka": "ყურძნის ჭაჭას", "en": "GRAPE POMACE"}
NAME = {"ka": "ყურძნის ჭაჭა", "en": "Grape pomace"}


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("lang", ["ka", "en"])
def test_a_visitor_sees_uses_before_any_login(
    lang: str, javascript: bool, town: Town, visitor: Visitors
) -> None:
    person = visitor(lang, "phone", javascript=javascript)
    person.go("/")
    box = person.page.get_by_role("searchbox", name=person.say(QUESTION))
    expect(box).to_be_in_viewport()
    box.fill(SAID[lang])
    person.press("Search")
    expect(person.page.get_by_role("heading", name=NAME[lang], exact=True)).to_be_visible()
    expect(person.page.get_by_role("heading", name=person.say("What it can become"))).to_be_visible()
    proven = person.page.get_by_role("region", name=re.compile(re.escape(person.say("Proven"))))
    expect(proven.get_by_role("article").first).to_be_visible()
    fold = proven.get_by_role("article").first.locator("summary")
    fold.click()
    expect(proven.get_by_text(person.say("Source"), exact=True).first).to_be_visible()

    proven.get_by_role("article").first.get_by_role("heading").get_by_role("link").click()
    expect(person.page.get_by_role("heading", name=person.say("What can serve it"))).to_be_visible()
    person.page.go_back()
    person.follow("List this as an output")
    expect(person.page).to_have_url(re.compile("/login"))


@pytest.mark.parametrize("lang", ["ka", "en"])
def test_a_firm_lists_what_it_looked_for(lang: str, town: Town, visitor: Visitors) -> None:
    town.firm(WINERY, lang)
    person = visitor(lang, "phone")
    person.log_in(WINERY.email, WINERY.password)
    person.go("/materials/grape-pomace")
    person.follow("List this as an output")
    expect(person.field("What is it?")).to_have_value(NAME[lang])
    block = person.page.locator("#understood")
    expect(block.get_by_role("listitem").filter(has_text=NAME[lang])).to_contain_text(person.say("confirmed"))
    expect(block.get_by_role("button", name=f"{person.say('Take back')}: {NAME[lang]}")).to_be_visible()
    person.press("Post the listing")
    person.sees_words("Your listing is posted.")
    expect(person.page.get_by_role("definition").filter(has_text=NAME[lang]).first).to_be_visible()


@pytest.mark.parametrize("lang", ["ka", "en"])
@pytest.mark.parametrize(
    "path",
    [
        "/materials?q=ყურძნის ჭაჭა",
        "/materials?q=ბურბუშელა",
        "/materials?q=animal feed",
        "/materials?q=xyzzy",
        "/materials/asbestos-cement",
    ],
)
def test_every_answer_is_fit_for_everybody(path: str, lang: str, town: Town, visitor: Visitors) -> None:
    person = visitor(lang, "phone", axe=True)
    person.go(path)
    for fold in person.page.locator("main summary").all():
        fold.evaluate("summary => { summary.parentElement.open = true; }")
    assert [*axe(person), *wide(person)] == []
