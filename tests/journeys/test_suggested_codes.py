"""People who do not know their waste code: one takes a suggestion, one leaves a question open."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from graph.records import Role
from tests.journeys.conftest import Visitors
from tests.journeys.person import WINERY, Person
from tests.journeys.test_every_page import axe, wide
from tests.journeys.town import PASSWORD, Town

WORKSHOP = replace(WINERY, code="204111333", division="25", email="workshop@example.ge")
NEW = "/listings/new?side=output"
ASKED = "Does it contain hazardous substances?"
SPACE = "\N{NO-BREAK SPACE}"


def stored(town: Town, person: Person) -> tuple[str | None, bool | None]:
    """Code and hazard of the listing on whose page the person is."""
    found = town.shown_to(person)
    return found.ewc_code, found.hazardous


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
def test_a_winery_takes_a_suggestion(javascript: bool, town: Town, visitor: Visitors) -> None:
    town.firm(WINERY, "ka")
    person = visitor("ka", "phone", javascript=javascript)
    person.log_in(WINERY.email, WINERY.password)
    person.begins("ყურძნის ჭაჭა")
    person.type("How much", "12")
    if not javascript:
        person.press("Suggest codes")
    best = person.page.locator(".suggested").get_by_role("button").first
    expect(best).to_contain_text(f"02{SPACE}07{SPACE}01")
    expect(best).to_contain_text(person.say("because you wrote “%(words)s”", words="ყურძნის ჭაჭა"))
    expect(best).to_have_attribute("aria-pressed", "false")
    expect(person.field("Waste code")).to_have_value("")
    best.click()
    expect(person.field("Waste code")).to_have_value("020701")
    expect(best).to_have_attribute("aria-pressed", "true")
    expect(person.page.get_by_role("group", name=person.say(ASKED))).to_be_hidden()
    expect(person.field("How much")).to_have_value("12")
    person.choose("Unit", "t")
    person.choose("How often", "year")
    person.press("Post the listing")
    person.sees_words("Your listing is posted.")
    assert stored(town, person) == ("020701", None)


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no scripts"])
def test_a_workshop_leaves_the_question_of_a_pair_open(
    javascript: bool, town: Town, visitor: Visitors
) -> None:
    town.firm(WORKSHOP, "ka")
    person = visitor("ka", "phone", javascript=javascript, axe=javascript)
    person.log_in(WORKSHOP.email, WORKSHOP.password)
    person.begins("საღებავის ნარჩენი")
    if not javascript:
        person.press("Suggest codes")
    pair = person.page.locator(".suggested").get_by_role("button").filter(has_text=f"08{SPACE}01{SPACE}12")
    expect(pair).to_contain_text(person.say("hazardous or not: depends on its content"))
    pair.click()
    question = person.page.get_by_role("group", name=person.say(ASKED))
    expect(question).to_be_visible()
    expect(question.get_by_role("radio", checked=True)).to_have_count(0)
    expect(person.page.get_by_role("group", name=person.say("Is it hazardous?"))).to_be_hidden()
    if javascript:
        assert [*axe(person), *wide(person)] == []
    person.mark(ASKED, "Not sure")
    person.press("Post the listing")
    person.sees_words("Your listing is posted.")
    person.sees_words(
        "Whether it is hazardous stays open. Nothing is lost: partners are asked, and a coordinator looks."
    )
    assert stored(town, person) == ("080112", None)

    keeper = visitor("ka", "desktop", axe=True)
    keeper.log_in(town.person(Role.COORDINATOR, "ka"), PASSWORD)
    keeper.go("/desk")
    waiting = keeper.page.get_by_role("region", name=re.compile(re.escape(keeper.say("To classify"))))
    expect(waiting.get_by_role("article")).to_contain_text("საღებავის ნარჩენი")
    assert [*axe(keeper), *wide(keeper)] == []


def test_yes_takes_the_hazardous_twin_and_not_sure_no_code_at_all(town: Town, visitor: Visitors) -> None:
    town.firm(WORKSHOP, "en")
    person = visitor("en", "desktop")
    person.log_in(WORKSHOP.email, WORKSHOP.password)
    person.begins("paint waste")
    person.page.get_by_role("button", name=f"08{SPACE}01{SPACE}12").click()
    person.mark(ASKED, "Yes, it does")
    person.press("Post the listing")
    person.sees_words("Your listing is posted.")
    assert stored(town, person) == ("080111", True)

    person.begins("paint waste")
    person.page.get_by_role("button", name=f"08{SPACE}01{SPACE}12").click()
    person.press("I am not sure of the code")
    expect(person.field("Waste code")).to_have_value("")
    expect(person.page.get_by_role("group", name=ASKED)).to_be_hidden()
    expect(person.page.get_by_text("That is fine, and nothing is lost")).to_be_visible()
    person.press("Post the listing")
    person.sees_words("Your listing is posted.")
    assert stored(town, person) == (None, None)


def test_a_draft_comes_back_with_its_code_and_the_question(town: Town, visitor: Visitors) -> None:
    town.firm(WORKSHOP, "en")
    person = visitor("en", "phone")
    person.log_in(WORKSHOP.email, WORKSHOP.password)
    person.begins("paint waste")
    person.page.get_by_role("button", name=f"08{SPACE}01{SPACE}12").click()
    person.mark(ASKED, "No, it does not")
    person.go("/listings")
    person.go(NEW)
    expect(person.field("Waste code")).to_have_value("080112")
    question = person.page.get_by_role("group", name=ASKED)
    expect(question).to_be_visible()
    expect(question.get_by_role("radio", checked=True)).to_have_value("no")
    expect(person.page.locator(".suggestion[aria-pressed=true]")).to_have_attribute("value", "080112")


def test_enter_in_a_field_takes_no_code(town: Town, visitor: Visitors) -> None:
    town.firm(WORKSHOP, "en")
    person = visitor("en", "desktop")
    person.log_in(WORKSHOP.email, WORKSHOP.password)
    person.begins("paint waste")
    expect(person.page.locator(".suggestion").first).to_be_visible()
    person.field("How much").press("Enter")
    person.sees_words("Your listing is posted.")
    assert stored(town, person) == (None, None)
