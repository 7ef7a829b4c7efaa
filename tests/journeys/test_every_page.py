"""Every page, for every role, in both languages, is quiet under axe-core and asks nothing of the outside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from graph import firms, offers
from graph.records import Role
from symbiosis.access import rule_of
from symbiosis.assembling import assemble
from tests.journeys.conftest import Visitors
from tests.journeys.person import DEVICES, DISTILLERY, WINERY, Person
from tests.journeys.town import PASSWORD, Pair, Town

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PROCESS = "chipping"
NO_PAGE = {
    "pages.codes",
    "pages.atlas_csv",
    "pages.suggested_codes",
    "pages.understood_part",
    "pages.synonyms_csv",
}  # JSON, CSV, a part of a page


def addresses(town: Town, role: Role | None, pair: Pair, exchange_id: str) -> dict[str, str]:
    """The address of every page that a role may open, by endpoint, as the routes themselves say it."""
    app = assemble(None, town.services, None)
    site_id = firms.sites_of(town.services.store, str(pair.giver.firm_id))[0].id
    ids = {
        "pages.listing": pair.output_id,
        "pages.edit_listing": pair.output_id,
        "pages.set_code": pair.output_id,
        "pages.match": pair.match_id,
        "pages.exchange": exchange_id,
        "pages.material": "grape-pomace",
        "pages.place": "telavi",
        "pages.rule": "ge-pcb-oil",
        "pages.sector": "1102",
        "pages.use": "compost-feedstock",
        "pages.desk_firm": str(pair.giver.firm_id),
        "pages.edit_site": site_id,
        "pages.offered_process": site_id,
    }
    found = {}
    for rule in app.url_map.iter_rules():
        endpoint = rule.endpoint
        allowed = rule_of(app.view_functions[endpoint])
        if not endpoint.startswith("pages.") or "GET" not in (rule.methods or ()) or endpoint in NO_PAGE:
            continue
        assert allowed is not None, endpoint
        if allowed.is_public or role in allowed.roles:
            path = rule.rule.replace("<id>", ids.get(endpoint, "<id>"))
            found[endpoint] = path.replace("<process_id>", PROCESS)
    assert [path for path in found.values() if "<" in path] == []
    return found


@pytest.mark.parametrize("role", [None, *Role], ids=lambda role: role.value if role else "visitor")
@pytest.mark.parametrize("lang", ["ka", "en"])
def test_every_page_is_fit_for_everybody(lang: str, role: Role | None, town: Town, visitor: Visitors) -> None:
    pair = town.pair(lang)
    exchange_id = town.agree(pair)
    firm_id = str(pair.giver.firm_id)
    site = firms.sites_of(town.services.store, firm_id)[0]
    offers.put(town.services.store, offers.ProcessOffer(firm_id, site.id, PROCESS))
    device = "phone" if lang == "ka" else "desktop"
    person = visitor(lang, device, axe=True)
    if role is Role.BUSINESS:
        person.log_in(WINERY.email, WINERY.password)
    elif role is not None:
        person.log_in(town.person(role, lang), PASSWORD)

    found = {}
    for endpoint, path in addresses(town, role, pair, exchange_id).items():
        answer = person.go(path)
        if role is not None and endpoint in ("pages.login", "pages.register"):
            continue  # who is logged in is sent on to the own first page
        assert answer.status == 200, path
        assert person.page.locator("html").get_attribute("lang") == lang, path
        if problems := [*axe(person), *wide(person)]:
            found[path] = problems
    for path in ("/no/such/page", f"/listings/{exchange_id}"):
        person.go(path)
        if problems := [*axe(person), *wide(person)]:
            found[path] = problems
    assert found == {}


@pytest.mark.parametrize("lang", ["ka", "en"])
def test_a_match_that_waits_and_a_refused_form_are_fit_too(lang: str, town: Town, visitor: Visitors) -> None:
    pair = town.pair(lang)
    person = visitor(lang, "phone", axe=True)
    person.log_in(DISTILLERY.email, DISTILLERY.password)
    found = []
    for path in ("/matches", f"/matches/{pair.match_id}"):
        person.go(path)
        for fold in person.page.locator("summary").all():
            fold.click()
        found += axe(person) + wide(person)
    person.begins("ჭაჭა", side="need")
    person.type("How much", "-1")
    person.press("Post the listing")
    expect(person.page.get_by_role("alert").first).to_be_visible()
    found += axe(person) + wide(person)
    assert found == []


def axe(person: Person) -> list[str]:
    """What axe-core finds on the page: rule, and where."""
    person.page.add_script_tag(path=AXE)
    result: dict[str, Any] = person.page.evaluate(
        "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", TAGS
    )
    return [
        f"{violation['id']}: {node['html'][:160]}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


def wide(person: Person) -> list[str]:
    """Whether the page has to be pushed sideways."""
    width = person.page.evaluate("document.documentElement.scrollWidth")
    window = person.page.evaluate("document.documentElement.clientWidth")
    assert window in {size[0] for size in DEVICES.values()}
    return [f"the page is {width} px wide in a window of {window}"] if width > window else []
