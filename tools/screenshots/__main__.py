"""Pictures of every page, in both languages, at the width of a phone and of a desk, to be looked at.

    python -m tools.screenshots [FOLDER [NAME …]]        (var/screenshots and every page when left out)

On a Neo4j of its own in a temporary folder with the demonstration region and a waiting firm; nothing of an
installation is read or changed.
"""

from __future__ import annotations

import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

from graph.server.home import Home
from graph.server.jars import fetch, jars_folder, read_lock
from graph.server.process import Address, Neo4jServer
from symbiosis import create_app
from symbiosis.settings import Settings
from symbiosis.wiring import Services, build
from tests.browser import CHROMIUM_FLAGS, chromium_executable
from tools.screenshots.people import logins
from tools.screenshots.steps import STEPS
from tools.screenshots.visits import FIRST_LINK, VISITS

ROOT = Path(__file__).resolve().parent.parent.parent
WIDTHS = {"phone": (390, 844), "desktop": (1280, 900)}
LANGUAGES = {"ka": "ka-GE", "en": "en-GB"}


@dataclass(frozen=True)
class Walk:
    """Where to go, with whose logins, and where the pictures go; `only` names visits, empty = all."""

    address: str
    logins: dict[str, tuple[str, str]]
    folder: Path
    only: set[str]


def main() -> None:
    """Serve, walk, and say where the pictures are."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "var" / "screenshots"
    only = set(sys.argv[2:])
    if unknown := only - {visit.name for visit in VISITS}:
        sys.exit(f"There is no picture of this name: {', '.join(sorted(unknown))}")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, _graph(Path(temporary)) as graph:
        settings = Settings(
            secret_key="s" * 32,
            personal_number_key="p" * 32,
            neo4j_uri=graph.uri,
            neo4j_user=graph.user,
            neo4j_password=graph.password,
            var_dir=Path(temporary) / "var",
            log_level="warning",
        )
        services = build(settings)
        known = logins(services)
        with _site(services) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=str(chromium_executable()), args=list(CHROMIUM_FLAGS)
            )
            for lang in LANGUAGES:
                for device in WIDTHS:
                    _walk(browser, Walk(address, known, folder, only), lang, device)
            browser.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


@contextmanager
def _graph(folder: Path) -> Iterator[Address]:
    lock = read_lock()
    jars = jars_folder(lock)
    fetch(lock, jars)
    with Neo4jServer(Home(folder / "neo4j"), jars, lock.version, heap_mb=384, page_cache_mb=64) as address:
        yield address


@contextmanager
def _site(services: Services) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, create_app(services=services), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def _walk(browser: Browser, walk: Walk, lang: str, device: str) -> None:
    width, height = WIDTHS[device]
    pages: dict[str | None, Page] = {}
    for visit in VISITS:
        if walk.only and visit.name not in walk.only:
            continue
        if visit.who not in pages:
            context = browser.new_context(
                base_url=walk.address,
                locale=LANGUAGES[lang],
                viewport={"width": width, "height": height},
                reduced_motion="reduce",
            )
            pages[visit.who] = context.new_page()
            if visit.who is not None:
                _log_in(pages[visit.who], *walk.logins[visit.who], lang)
        page = pages[visit.who]
        _go(page, visit.path)
        if visit.step:
            STEPS[visit.step](page)
        page.evaluate("document.fonts.ready")
        _whole_page(page, width)
        page.screenshot(path=walk.folder / f"{visit.name}-{lang}-{device}.png")
        page.set_viewport_size({"width": width, "height": height})
    for page in pages.values():
        page.context.close()


def _whole_page(page: Page, width: int) -> None:
    """A window as high as the page, so that what sticks to its lower edge stands there."""
    height: int = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": height})


def _go(page: Page, path: str) -> None:
    kind, _, start = path.partition(":")
    page.goto(start or path)
    if not start:
        return
    target = page.locator(FIRST_LINK[start]).first.get_attribute("href") or start
    page.goto(f"{target}/edit" if kind == "edit" else target)


def _log_in(page: Page, email: str, password: str, lang: str) -> None:
    page.goto("/login")
    page.locator("[name=email]").fill(email)
    page.locator("[name=password]").fill(password)
    page.locator("main form button").click()
    page.wait_for_load_state()
    if page.locator("html").get_attribute("lang") != lang:
        page.locator(f"header button[value={lang}]").click()
        page.wait_for_load_state()


if __name__ == "__main__":
    main()
