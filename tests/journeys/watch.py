"""Looks over a browser's shoulder: what must never happen, on any page, is collected and then asserted."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

EXPECTED = "Failed to load resource: the server responded with a status of"
OWN_SCHEMES = ("data", "blob", "about")


class Watch:
    """Everything that went wrong unseen in a browser context: foreign requests, errors, refused content."""

    def __init__(self, context: BrowserContext) -> None:
        self.found: list[str] = []
        context.on("page", self._page)
        context.on("request", self._request)
        context.on("response", self._response)
        context.on("console", self._console)

    def _page(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.found.append(f"{page.url}: {error}"))

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.hostname != "127.0.0.1" and address.scheme not in OWN_SCHEMES:
            self.found.append(f"a request left this machine: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and response.request.resource_type != "document":
            self.found.append(f"{response.url} answered {response.status}")

    def _console(self, message: ConsoleMessage) -> None:
        # The browser reports a page's own 404 or 503 as an error of the console; those of parts of a page are
        # found by `_response`. Refusals by the content security policy arrive here too.
        if message.type in ("error", "warning") and not message.text.startswith(EXPECTED):
            self.found.append(f"{message.page.url if message.page else '?'}: {message.text}")

    def assert_quiet(self) -> None:
        assert self.found == []
