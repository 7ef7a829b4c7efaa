"""What scripts add to the pages: suggestions while typing, and a draft that outlives a lost connection."""

from __future__ import annotations

import contextlib

import pytest
from playwright.sync_api import Error, expect

from tests.journeys.conftest import Visitors
from tests.journeys.person import WINERY, Person
from tests.journeys.town import Town

DRAFTS = "Object.keys(localStorage).filter(key => key.startsWith('symbiosis-draft:')).length"


@pytest.mark.parametrize(
    ("lang", "typed"), [("ka", "Telav"), ("ka", "თელ"), ("en", "თელავი"), ("en", "tela")]
)
def test_a_place_is_found_in_any_script_with_the_keyboard(
    lang: str, typed: str, town: Town, visitor: Visitors
) -> None:
    person = visitor(lang, "phone")
    person.go("/register")
    place = person.field("Municipality")
    place.press_sequentially(typed)
    expect(place).to_have_attribute("aria-expanded", "true")
    place.press("ArrowDown")
    place.press("Enter")
    expect(place).to_have_attribute("aria-expanded", "false")
    expect(person.page.locator("select[name=municipality]")).to_have_value("telavi")


def test_what_is_not_on_the_list_is_not_sent(town: Town, visitor: Visitors) -> None:
    person = visitor("en", "desktop")
    person.go("/register")
    place = person.field("Municipality")
    place.fill("Atlantis")
    expect(person.page.get_by_text(person.say("Nothing found."))).to_be_visible()
    place.press("Tab")
    assert place.evaluate("field => field.validationMessage") == person.say("Please choose from the list.")
    expect(person.page.locator("select[name=municipality]")).to_have_value("")


@pytest.mark.parametrize(("lang", "typed"), [("ka", "ზეთიანი ჩვრები"), ("en", "15 02 02")])
def test_a_code_with_a_twin_asks_its_question(lang: str, typed: str, town: Town, visitor: Visitors) -> None:
    person = at_the_form(lang, town, visitor)
    code = person.field("Waste code")
    code.press_sequentially(typed)
    person.page.get_by_role("option").filter(has_text="15\N{NO-BREAK SPACE}02\N{NO-BREAK SPACE}02").click()
    expect(code).to_have_value("150202")
    question = person.page.get_by_role("group", name=person.say("Does it contain hazardous substances?"))
    expect(question).to_be_visible()
    code.fill("")
    expect(question).to_be_hidden()


def test_a_draft_is_there_again_until_it_is_posted(town: Town, visitor: Visitors) -> None:
    person = at_the_form("ka", town, visitor)
    person.type("What is it?", "ყურძნის წიპწა")
    person.type("How much", "9")
    person.mark("Is it hazardous?", "Not hazardous")
    person.go("/listings")
    person.go("/listings/new?side=output")
    person.sees_words("Your unsent draft from last time is back.")
    expect(person.field("What is it?")).to_have_value("ყურძნის წიპწა")
    expect(person.field("How much")).to_have_value("9")
    expect(person.page.get_by_role("radio", name=person.say("Not hazardous"), exact=True)).to_be_checked()

    person.choose("Unit", "t")
    person.choose("How often", "year")
    person.press("Post the listing")
    person.sees_words("Your listing is posted.")
    assert person.page.evaluate(DRAFTS) == 0
    person.go("/listings/new?side=output")
    expect(person.field("What is it?")).to_have_value("")


def test_a_draft_can_be_thrown_away_and_goes_with_the_login(town: Town, visitor: Visitors) -> None:
    person = at_the_form("en", town, visitor)
    person.type("What is it?", "Sawdust")
    person.go("/listings/new?side=output")
    with person.page.expect_navigation():  # ends when the scripts of the fresh form have run
        person.press("Start empty")
    expect(person.field("What is it?")).to_have_value("")
    person.type("What is it?", "Sawdust")
    assert person.page.evaluate(DRAFTS) == 1
    person.log_out()
    expect(person.page.get_by_role("link", name=person.say("Log in")).first).to_be_visible()
    assert person.page.evaluate(DRAFTS) == 0


def test_a_lost_connection_loses_nothing(town: Town, visitor: Visitors) -> None:
    person = at_the_form("ka", town, visitor)
    person.type("What is it?", "მუყაო")
    person.page.context.set_offline(True)
    person.press("Post the listing")
    expect(person.page.get_by_role("alert")).to_be_visible()
    expect(person.field("What is it?")).to_have_value("მუყაო")
    person.page.context.set_offline(False)
    person.press("Post the listing")
    person.sees_words("Your listing is posted.")


def test_a_text_changed_after_it_was_sent_is_another_listing(town: Town, visitor: Visitors) -> None:
    person = at_the_form("en", town, visitor)
    sent_id = person.page.locator("[name=id]")
    person.type("What is it?", "Sawdust")
    first = sent_id.input_value()
    person.page.route("**/listings/new*", lambda route: route.abort(), times=1)
    with contextlib.suppress(Error):  # the answer of the first sending never arrives
        person.press("Post the listing")
    person.page.wait_for_url("chrome-error://**")
    person.go("/listings/new?side=output")
    expect(sent_id).to_have_value(first)
    person.type("What is it?", "Sawdust, dry")
    expect(sent_id).not_to_have_value(first)


def at_the_form(lang: str, town: Town, visitor: Visitors) -> Person:
    """Somebody of the winery, about to list an output, with all folds open."""
    town.firm(WINERY, lang)
    person = visitor(lang, "phone")
    person.log_in(WINERY.email, WINERY.password)
    person.go("/listings/new?side=output")
    person.page.locator("form details summary").first.click()
    return person
