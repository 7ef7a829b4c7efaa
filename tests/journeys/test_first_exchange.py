"""Two firms find each other, in both languages, on a phone and at a desk, with scripts and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from graph.records import Role
from tests.journeys.conftest import Visitors
from tests.journeys.person import DISTILLERY, OUTSIDER, WINERY, FirmAsTyped, Person
from tests.journeys.town import PASSWORD, Town

POMACE = {
    "ka": "ყურძნის ჭაჭა რთველის შემდეგ, დაწნეხილი",
    "en": "Grape pomace after pressing, skins and seeds",
}
WANTED = {"ka": "ვიბარებთ ახალ ჭაჭას გამოსახდელად", "en": "Fresh grape pomace for distilling"}


@pytest.mark.parametrize("device", ["phone", "desktop"])
@pytest.mark.parametrize("lang", ["ka", "en"])
def test_two_firms_are_matched_agree_and_meet(lang: str, device: str, town: Town, visitor: Visitors) -> None:
    play(lang, device, town, visitor, javascript=True)


def test_the_same_story_works_without_scripts(town: Town, visitor: Visitors) -> None:
    play("ka", "phone", town, visitor, javascript=False)


def play(lang: str, device: str, town: Town, visitor: Visitors, *, javascript: bool) -> None:
    """The whole story; every step is seen by the person who takes it."""
    winery, distillery, outsider, coordinator, anybody = (
        visitor(lang, device, javascript=javascript) for _ in range(5)
    )
    for person, firm in ((winery, WINERY), (distillery, DISTILLERY), (outsider, OUTSIDER)):
        person.register(firm)
        person.sees_words("Not verified yet")

    output = winery.list_output(POMACE[lang], tonnes=120)
    winery.sees_words(
        "No matches yet: a coordinator has not verified your firm. The search starts by itself after that."
    )
    need = distillery.list_need(WANTED[lang], tonnes=300)

    coordinator.log_in(town.person(Role.COORDINATOR, lang), PASSWORD)
    for firm in (WINERY, DISTILLERY, OUTSIDER):
        coordinator.verify(firm)

    match = winery.open_best_match(POMACE[lang])
    winery.sees(WANTED[lang])
    explained(winery)
    winery.sees_nothing_of(*DISTILLERY.secrets())
    winery.say_yes()
    winery.sees_words(
        "Your yes is recorded. You see each other’s contacts as soon as the other side says yes, too."
    )

    assert distillery.open_best_match(WANTED[lang]) == match
    distillery.sees_words("The other side said yes and waits for your answer.")
    distillery.sees_nothing_of(*WINERY.secrets())
    distillery.say_yes()
    distillery.sees_words("Both sides said yes. Here is your partner.")
    exchange = distillery.path
    assert exchange.startswith("/exchanges/")
    knows(distillery, WINERY)

    winery.go("/exchanges")
    winery.page.get_by_role("link", name=POMACE[lang]).click()
    assert winery.path == exchange
    knows(winery, DISTILLERY)

    for path in (output, need, match, exchange):
        assert outsider.go(path).status == 404
        outsider.sees_nothing_of(*WINERY.secrets(), *DISTILLERY.secrets(), POMACE[lang], WANTED[lang])
        anybody.go(path)
        assert anybody.path == "/login"
        anybody.sees_nothing_of(*WINERY.secrets(), *DISTILLERY.secrets(), POMACE[lang], WANTED[lang])

    coordinator.go("/desk/log")
    log = coordinator.page.get_by_role("table")
    for seen_by, whose in ((WINERY, DISTILLERY), (DISTILLERY, WINERY)):
        line = log.get_by_role("row").filter(has_text=seen_by.email).filter(has_text=whose.name(lang))
        expect(line.first).to_be_visible()
    expect(log.get_by_role("row").filter(has_text=OUTSIDER.email)).to_have_count(0)


def explained(person: Person) -> None:
    """The match has bars, and they add up to what is shown as their sum."""
    points, total = person.points()
    assert len(points) >= 5
    assert any(value > 0 for value in points)
    assert round(sum(points), 2) == total


def knows(person: Person, partner: FirmAsTyped) -> None:
    """Name and contact of the partner are on the page."""
    person.sees(partner.name(person.lang))
    person.sees(partner.contact)
    person.sees(partner.email)
    person.sees(partner.phone)
