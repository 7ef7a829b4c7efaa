"""What every page is given: language, reader, menu, and whether it shows anything invented."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from flask import Response, make_response, render_template, request
from flask_babel import get_locale
from flask_babel import lazy_gettext as _l

from graph.records import Role
from symbiosis import web
from symbiosis.presenters import names, words

LOCAL_PATH = "/"


@dataclass(frozen=True, slots=True)
class Tab:
    """One entry of the menu. `covers`: other pages that belong to it."""

    endpoint: str
    icon: str
    label: object
    covers: tuple[str, ...] = ()

    @property
    def is_exact(self) -> bool:
        return request.endpoint == self.endpoint

    @property
    def is_current(self) -> bool:
        return self.is_exact or request.endpoint in self.covers


LISTING_PAGES = ("pages.listing", "pages.new_listing", "pages.edit_listing")
TABS: Mapping[Role, tuple[Tab, ...]] = {
    Role.BUSINESS: (
        Tab("pages.listings", "listing", _l("Listings"), LISTING_PAGES),
        Tab("pages.matches", "match", _l("Matches"), ("pages.match",)),
        Tab("pages.exchanges", "exchange", _l("Exchanges"), ("pages.exchange",)),
        Tab("pages.firm", "firm", _l("Our firm"), ("pages.edit_firm", "pages.add_site", "pages.edit_site")),
    ),
    Role.COORDINATOR: (
        Tab("pages.desk", "desk", _l("Desk"), ("pages.desk_firm", *LISTING_PAGES)),
        Tab("pages.desk_matches", "match", _l("Matches"), ("pages.match", "pages.desk_chains")),
        Tab("pages.exchanges", "exchange", _l("Exchanges"), ("pages.exchange",)),
        Tab("pages.desk_disclosures", "log", _l("Log")),
        Tab("pages.atlas", "map", _l("Atlas"), ("pages.gaps",)),
    ),
    Role.PLANNER: (Tab("pages.atlas", "map", _l("Atlas"), ("pages.gaps",)),),
    Role.ADMINISTRATOR: (
        Tab("pages.users", "user", _l("Users"), ("pages.new_user",)),
        Tab("pages.rules", "listing", _l("Law"), ("pages.rule",)),
        Tab("pages.weights", "weights", _l("Weights")),
        Tab("pages.desk_disclosures", "log", _l("Log")),
        Tab("pages.atlas", "map", _l("Atlas"), ("pages.gaps",)),
    ),
}


def page(
    template: str, *, status: int = 200, headers: Mapping[str, str] | None = None, **context: Any
) -> Response:
    """A page in the reader's language, with the menu of the reader's role."""
    viewer = web.viewer_if_known()
    lang = language()
    html = render_template(
        template,
        **{
            "lang": lang,
            "viewer": viewer,
            "tabs": () if viewer.role is None or viewer.must_change_password else TABS[viewer.role],
            "here": here(),
            "shows_demo": shows_demo(context.values()),
            "demo_mark": names.MARKS[lang],
            "statuses": words.STATUSES,
            "status_notes": words.STATUS_NOTES,
            "verdicts": words.VERDICTS,
            "visibilities": words.VISIBILITIES,
            "stages": words.STAGES,
            "why_none": words.WHY_NONE,
            "roles": words.ROLES,
            "field_names": words.FIELDS,
            **context,
        },
    )
    response = make_response(html, status)
    response.headers.update(headers or {})
    return response


def language() -> str:
    """The language of this page: `ka` or `en`."""
    return str(get_locale() or "ka").split("_", maxsplit=1)[0]


def here() -> str:
    """The path to come back to; of a form's target the page that shows the form is not known, so its own."""
    return request.full_path.removesuffix("?") if request.method == "GET" else request.path


def local(path: str | None, otherwise: str) -> str:
    """`path` when it leads nowhere but to this site, else `otherwise`."""
    if path and path.startswith(LOCAL_PATH) and not path.startswith(("//", "/\\")) and path.isprintable():
        return path
    return otherwise


def shows_demo(things: Iterable[Any]) -> bool:
    """Whether anything in what a page is given belongs to the demonstration."""
    return any(_is_demo(thing) for thing in things)


def _is_demo(thing: Any) -> bool:
    if is_dataclass(thing) and not isinstance(thing, type):
        if getattr(thing, "is_demo", False):
            return True
        return any(_is_demo(getattr(thing, one.name)) for one in fields(thing))
    if isinstance(thing, Mapping):
        return any(_is_demo(inner) for inner in thing.values())
    if isinstance(thing, (list, tuple)):
        return any(_is_demo(inner) for inner in thing)
    return False
