"""A site that runs, a town of people with logins, and browsers that watch what happens behind the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import neo4j
import pytest
from playwright.sync_api import Browser, sync_playwright

from graph.server.process import Address
from tests.browser import CHROMIUM_FLAGS, chromium_executable
from tests.journeys.person import DEVICES, Person
from tests.journeys.running_site import running_site
from tests.journeys.town import Town
from tests.journeys.watch import Watch

LOCALES = {"ka": "ka-GE", "en": "en-GB"}
Visitors = Callable[..., Person]


@pytest.fixture(scope="session")
def site(neo4j_server: Address, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, served by gunicorn on the test's Neo4j."""
    with running_site(neo4j_server, tmp_path_factory.mktemp("site")) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(chromium_executable()), args=list(CHROMIUM_FLAGS)
        )
        yield browser
        browser.close()


@pytest.fixture
def town(driver: neo4j.Driver, neo4j_server: Address) -> Iterator[Town]:
    """A graph with the reference book and nobody in it yet."""
    made = Town(neo4j_server, driver)
    made.clear()
    yield made
    made.close()


@pytest.fixture
def visitor(site: str, chromium: Browser) -> Iterator[Visitors]:
    """Makes people with a browser each: `visitor("ka", "phone", javascript=False)`.

    When the test is over, nothing unseen may have gone wrong in any of their browsers.
    """
    contexts = []
    watches = []

    def open_browser(
        lang: str = "en",
        device: str = "desktop",
        *,
        at: str = site,
        javascript: bool = True,
        axe: bool = False,
    ) -> Person:
        width, height = DEVICES[device]
        context = chromium.new_context(
            base_url=at,
            viewport={"width": width, "height": height},
            has_touch=device == "phone",
            locale=LOCALES[lang],
            timezone_id="Asia/Tbilisi",
            java_script_enabled=javascript,
            bypass_csp=axe,
            reduced_motion="reduce",
        )
        context.set_default_timeout(60_000)
        contexts.append(context)
        watches.append(Watch(context))
        return Person(context.new_page(), lang)

    yield open_browser
    for context in contexts:
        context.close()
    for watch in watches:
        watch.assert_quiet()
