"""Neo4j goes away while people work: they are told calmly, nothing acknowledged is lost, service returns."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest
from playwright.sync_api import expect

from graph.server.process import Neo4jServer
from tests.graph.neo4j_fixture import a_server
from tests.journeys.conftest import Visitors
from tests.journeys.person import WINERY, Person
from tests.journeys.running_site import running_site
from tests.journeys.town import Town

LONGEST_RETURN_S = 60.0
LONGEST_ANSWER_S = 20.0


@pytest.fixture
def own_server(tmp_path: Path, jars: Path) -> Iterator[Neo4jServer]:
    """A Neo4j that this test may stop: the other tests keep theirs."""
    server = a_server(tmp_path / "neo4j", jars)
    yield server
    server.stop()


def test_an_outage_is_told_calmly_and_loses_nothing(
    own_server: Neo4jServer, tmp_path: Path, visitor: Visitors
) -> None:
    address = own_server.start()
    login = (address.user, address.password)
    with (
        neo4j.GraphDatabase.driver(address.uri, auth=login) as driver,
        running_site(address, tmp_path) as site,
    ):
        town = Town(address, driver)
        town.clear()
        town.firm(WINERY, "ka")
        town.close()
        person, guest = visitor("ka", "phone", at=site), visitor("en", "desktop", at=site)
        person.log_in(WINERY.email, WINERY.password)
        acknowledged = person.list_output("ყურძნის ჭაჭა, დაწნეხილი", tonnes=40)
        person.go("/listings/new?side=output")
        with person.page.expect_response("**/listings/suggested-codes**"):
            person.type("What is it?", "ღვინის ლექი, თხევადი")
        person.mark("Is it hazardous?", "Not hazardous")

        own_server.halt()
        person.press("Post the listing")
        calmly_refused(person)
        person.press("Send again")
        calmly_refused(person)
        other = Person(person.page.context.new_page(), person.lang)  # another tab, the same login
        for path in ("/listings", acknowledged):
            began = time.monotonic()
            answer = other.go(path)
            assert answer.status == 503
            assert 1 <= int(answer.headers["retry-after"]) <= 60
            assert time.monotonic() - began < LONGEST_ANSWER_S
            calmly_refused(other)
        guest.log_in(WINERY.email, WINERY.password)
        calmly_refused(guest)
        expect(guest.field("E-mail")).to_have_value(WINERY.email)
        assert guest.go("/").status == 200
        guest.sees_words("The figures cannot be read at the moment.")

        own_server.start()
        wait_for_return(other, "/listings")
        other.sees("ყურძნის ჭაჭა, დაწნეხილი")
        other.go(acknowledged)
        other.sees("40")
        person.press("Send again")
        person.sees_words("Your listing is posted.")
        person.sees("ღვინის ლექი, თხევადი")
        person.go("/listings")
        expect(person.page.get_by_role("article").filter(has_text="ღვინის ლექი")).to_have_count(1)


def calmly_refused(person: Person) -> None:
    """In the reader's words, without anything that only a programmer understands."""
    person.sees_words(
        "The database is not within reach at the moment. Nothing was lost; please try again in a minute."
    )
    person.sees_nothing_of("Traceback", "neo4j", "bolt://", "ServiceUnavailable")


def wait_for_return(person: Person, path: str) -> None:
    """As a person would, who looks again every second."""
    until = time.monotonic() + LONGEST_RETURN_S
    while person.go(path).status == 503:
        assert time.monotonic() < until, "the site did not come back by itself"
        person.page.wait_for_timeout(1000)
    assert person.page.get_by_role("main").is_visible()
