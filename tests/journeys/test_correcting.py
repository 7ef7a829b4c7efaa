"""What was understood wrongly is put right by one tap: while it is written, and on the listing's own page."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visitors
from tests.journeys.person import WINERY, Person
from tests.journeys.test_every_page import axe, wide
from tests.journeys.town import Town

NEW = "/listings/new?side=output"
COLD_MS = 60_000
"""A site that has just started still makes its word lists ready."""


def stored(town: Town, person: Person) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the listing on whose page the person is was said to be, and not to be."""
    found = town.shown_to(person)
    return found.material_ids, found.not_ids


@pytest.mark.parametrize(
    ("lang", "device", "javascript"),
    [("ka", "phone", True), ("en", "desktop", True), ("ka", "desktop", False)],
    ids=["phone", "desktop", "no scripts"],
)
def test_a_winery_puts_right_what_was_understood(
    lang: str, device: str, javascript: bool, town: Town, visitor: Visitors
) -> None:
    town.firm(WINERY, lang)
    person = visitor(lang, device, javascript=javascript, axe=javascript)
    person.log_in(WINERY.email, WINERY.password)
    person.begins("ყურძნის ჭაჭა, სველი")
    person.type("How much", "12")
    if not javascript:
        person.press("See what is understood")
    book = town.services.book.materials
    wrong, right = book["grape-pomace"].name(lang), book["grape-seeds"].name(lang)
    block = person.page.locator("#understood")
    expect(block.get_by_role("link", name=wrong, exact=True)).to_be_visible(timeout=COLD_MS)
    expect(block).to_contain_text(person.say("by your words “%(words)s”", words="ყურძნის ჭაჭა"))
    block.get_by_role("button", name=f"{person.say('This is not it')}: {wrong}").click()
    expect(block.get_by_role("button", name=f"{person.say('Put it back')}: {wrong}")).to_be_visible()
    expect(person.field("How much")).to_have_value("12")
    if javascript:
        assert [*axe(person), *wide(person)] == []
    person.choose("Unit", "t")
    person.choose("How often", "year")
    person.press("Post the listing")
    person.sees_words("Your listing is posted.")
    assert stored(town, person) == ((), ("grape-pomace",))

    person.page.get_by_role("searchbox", name=person.say("It is something else:")).fill("ყურძნის წიპწა")
    block.get_by_role("button", name=person.say("Search"), exact=True).click()
    block.get_by_role("button", name=f"{person.say('It is this')}: {right}").first.click()
    person.sees_words("Thank you. The listing is compared anew.")
    assert stored(town, person) == (("grape-seeds",), ("grape-pomace",))
    expect(block).to_contain_text(person.say("confirmed"))
    if javascript:
        assert [*axe(person), *wide(person)] == []
    block.get_by_role("button", name=f"{person.say('Put it back')}: {wrong}").click()
    person.sees_words("Thank you. The listing is compared anew.")
    assert stored(town, person) == (("grape-seeds",), ())


def test_a_draft_brings_back_what_was_said_of_it(town: Town, visitor: Visitors) -> None:
    town.firm(WINERY, "ka")
    person = visitor("ka", "phone")
    person.log_in(WINERY.email, WINERY.password)
    person.begins("ყურძნის ჭაჭა, სველი")
    book = town.services.book.materials
    wrong = book["grape-pomace"].name("ka")
    block = person.page.locator("#understood")
    put_back = block.get_by_role("button", name=f"{person.say('Put it back')}: {wrong}")
    block.get_by_role("button", name=f"{person.say('This is not it')}: {wrong}").click(timeout=COLD_MS)
    expect(put_back).to_be_visible()
    person.go("/listings")

    person.go(NEW)
    person.sees_words("Your unsent draft from last time is back.")
    person.type("How much", "12")
    expect(put_back).to_be_visible()
    person.press("Post the listing")  # refused: no unit
    expect(person.field("Unit")).to_have_attribute("aria-invalid", "true")
    expect(put_back).to_be_visible()
    person.type("How much", "13")
    person.go("/listings")

    person.go(NEW)
    person.sees_words("Your unsent draft from last time is back.")
    expect(person.field("How much")).to_have_value("13")
    expect(put_back).to_be_visible()
    person.choose("Unit", "t")
    person.choose("How often", "year")
    person.press("Post the listing")
    person.sees_words("Your listing is posted.")
    assert stored(town, person) == ((), ("grape-pomace",))
