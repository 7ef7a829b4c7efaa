"""A few lines to talk to the JSON API of a running system."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from typing import Any

TIMEOUT_S = 600  # comparing hundreds of new listings is one request
MOST_TRIES = 5
LATER = (429, 503)


class Refused(Exception):
    """The system did not take a request. The message is the system's own, with the fields."""


class Api:
    """The API at `site` (its front page), as seen by the owner of a token."""

    def __init__(self, site: str, token: str) -> None:
        self._base = f"{site.rstrip('/')}/api/v1"
        self._headers = {"Authorization": f"Bearer {token}", "Accept-Language": "en"}

    def get(self, path: str) -> Any:
        return self._ask("GET", path, None)

    def post(self, path: str, content: dict[str, Any] | None = None) -> Any:
        return self._ask("POST", path, None if content is None else json.dumps(content).encode())

    def delete(self, path: str) -> None:
        self._ask("DELETE", path, None)

    def _ask(self, method: str, path: str, body: bytes | None) -> Any:
        """What the system answers; waits and asks again while it is too busy.

        Raises:
            Refused: it answered with an error, or does not answer at all.
        """
        headers = self._headers | ({} if body is None else {"Content-Type": "application/json"})
        request = urllib.request.Request(self._base + path, body, headers, method=method)  # noqa: S310 (the site named)
        for is_last in [False] * (MOST_TRIES - 1) + [True]:
            try:
                with urllib.request.urlopen(request, timeout=TIMEOUT_S) as answer:  # noqa: S310
                    return json.loads(answer.read() or b"null")
            except urllib.error.HTTPError as error:
                if error.code not in LATER or is_last:
                    raise Refused(_told(method, path, error)) from None
                time.sleep(float(error.headers.get("Retry-After", "2")))
            except urllib.error.URLError as error:
                raise Refused(f"{self._base} does not answer: {error.reason}") from None


def _told(method: str, path: str, error: urllib.error.HTTPError) -> str:
    try:
        told = json.loads(error.read())["error"]
    except (ValueError, KeyError, TypeError):
        return f"{method} {path}: status {error.code}"
    fields = "; ".join(
        f"{name}: {' '.join(messages)}" for name, messages in (told.get("fields") or {}).items()
    )
    return f"{method} {path}: {told.get('message')} {fields}".strip()
