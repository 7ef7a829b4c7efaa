"""Where a statement of the reference book comes from, as a reader sees it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from symbiosis.presenters.saying import gettext as _


@dataclass(frozen=True, slots=True)
class SourceLine:
    """`text`: what to call it. `url`: the page, where there is one."""

    text: str
    url: str | None = None


def source(source: str) -> SourceLine:
    """A page by the name of its site; `practice` is the book's mark for what cites no page."""
    if source == "practice":
        return SourceLine(_("professional judgement, no page cited"))
    address = urlsplit(source)
    if address.scheme in ("http", "https") and address.hostname:
        return SourceLine(address.hostname.removeprefix("www."), source)
    return SourceLine(source)
