"""What was typed stays, what is wrong is named in the reader's words, and nobody needs a mouse."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from graph import firms
from graph.records import Role
from tests.journeys.conftest import Visitors
from tests.journeys.person import WINERY
from tests.journeys.town import PASSWORD, Town


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("lang", ["ka", "en"])
def test_a_refused_registration_keeps_what_was_typed(
    lang: str, javascript: bool, town: Town, visitor: Visitors
) -> None:
    person = visitor(lang, "phone", javascript=javascript)
    person.go("/register")
    person.fill_registration(replace(WINERY, code="12345"))
    person.press("Register")

    code = person.field("Identification code")
    expect(code).to_have_attribute("aria-invalid", "true")
    expect(code).to_have_accessible_description(
        _anywhere(
            person.say(
                "Please give the 9 digits of the firm, or the 11 digits of an individual entrepreneur."
            )
        )
    )
    expect(code).to_have_value("12345")
    expect(person.field("Name in Georgian")).to_have_value(WINERY.name_ka)
    expect(person.field("Name in Latin letters")).to_have_value(WINERY.name_latin)
    expect(person.field("Your name")).to_have_value(WINERY.contact)
    expect(person.field("E-mail")).to_have_value(WINERY.email)
    expect(person.field("Password")).to_have_value("")
    assert firms.list_firms(town.services.store) == []

    person.type("Identification code", WINERY.code)
    person.type("Password", WINERY.password)
    person.press("Register")
    person.sees_words(
        "Your firm is registered. You can list right away; a coordinator verifies the firm meanwhile."
    )
    assert [firm.name_ka for firm in firms.list_firms(town.services.store)] == [WINERY.name_ka]


@pytest.mark.parametrize("lang", ["ka", "en"])
def test_a_refused_listing_keeps_what_was_typed(lang: str, town: Town, visitor: Visitors) -> None:
    town.firm(WINERY, lang)
    person = visitor(lang, "phone")
    person.log_in(WINERY.email, WINERY.password)
    person.begins("ყურძნის ჭაჭა")
    person.type("How much", "12")
    person.mark("Is it hazardous?", "Not hazardous")
    person.press("Post the listing")

    unit = person.field("Unit")
    expect(unit).to_have_attribute("aria-invalid", "true")
    expect(unit).to_have_accessible_description(
        _anywhere(person.say("Please choose the unit of the amount."))
    )
    expect(person.field("What is it?")).to_have_value("ყურძნის ჭაჭა")
    expect(person.field("How much")).to_have_value("12")
    expect(person.page.get_by_role("radio", name=person.say("Not hazardous"), exact=True)).to_be_checked()
    person.go("/listings")
    person.sees_words("Nothing listed yet")


def test_a_reader_changes_the_language_and_stays_on_the_page(town: Town, visitor: Visitors) -> None:
    person = visitor("ka", "phone")
    person.go("/how-it-works")
    expect(person.page.locator("html")).to_have_attribute("lang", "ka")
    person.page.get_by_role("button", name="English").click()
    assert person.path == "/how-it-works"
    expect(person.page.locator("html")).to_have_attribute("lang", "en")
    expect(person.page.get_by_role("heading", level=1)).to_have_text("How it works")
    person.go("/login")
    expect(person.page.get_by_role("heading", level=1)).to_have_text("Log in")


def test_the_language_of_an_account_follows_it_into_another_browser(town: Town, visitor: Visitors) -> None:
    email = town.person(Role.PLANNER, "ka")
    first = visitor("ka", "desktop")
    first.log_in(email, PASSWORD)
    first.page.get_by_role("button", name="English").click()
    expect(first.page.locator("html")).to_have_attribute("lang", "en")

    second = visitor("ka", "desktop")
    second.log_in(email, PASSWORD)
    expect(second.page.locator("html")).to_have_attribute("lang", "en")


@pytest.mark.parametrize("lang", ["ka", "en"])
def test_the_keyboard_is_enough_to_log_in(lang: str, town: Town, visitor: Visitors) -> None:
    email = town.person(Role.PLANNER, lang)
    person = visitor(lang, "desktop")
    person.go("/")
    keyboard = person.page.keyboard
    keyboard.press("Tab")
    expect(person.page.locator(":focus")).to_have_text(person.say("Skip to content"))
    _tab_to(person.page, person.say("Log in"))
    keyboard.press("Enter")
    expect(person.page.get_by_role("heading", level=1)).to_have_text(person.say("Log in"))
    _tab_to(person.page, "", field="email")
    keyboard.type(email)
    keyboard.press("Tab")
    keyboard.type(PASSWORD)
    keyboard.press("Enter")
    expect(person.page.get_by_role("button", name=person.say("Log out"))).to_be_visible()


def test_a_wrong_password_says_nothing_of_the_account(town: Town, visitor: Visitors) -> None:
    email = town.person(Role.PLANNER, "en")
    told = []
    for address in (email, "nobody@example.ge"):
        person = visitor("en", "phone")
        person.log_in(address, "not the password 1")
        told.append(person.page.get_by_role("alert").inner_text())
        expect(person.field("E-mail")).to_have_value(address)
    assert told[0] == told[1]


def _anywhere(text: str) -> re.Pattern[str]:
    return re.compile(re.escape(text))


def _tab_to(page: Page, name: str, *, field: str | None = None) -> None:
    """Press Tab until the wanted thing has the focus, as often as a patient person would."""
    for _ in range(30):
        page.keyboard.press("Tab")
        focus = page.locator(":focus")
        if field is None and focus.inner_text().strip() == name:
            return
        if field is not None and focus.get_attribute("name") == field:
            return
    raise AssertionError(f"{name or field} was not reached with Tab")
