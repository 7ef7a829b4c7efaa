"""Who may see and do what. The one place that decides it; whatever is not said here is refused.

Three questions are answered, each by a table: which roles an action is for (`ACTIONS`), which fields of a
firm and its listings a reader may see at which closeness (`FIELDS`), and which roles a route is for (the
decorator `route_allows` on every view).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, TypeVar

from graph.errors import NotFound
from graph.records import Role
from matching.records import Side
from symbiosis.errors import NotAllowed, NotLoggedIn

BUSINESS, COORDINATOR = Role.BUSINESS, Role.COORDINATOR
PLANNER, ADMINISTRATOR = Role.PLANNER, Role.ADMINISTRATOR
EVERY_ROLE = frozenset(Role)
NOBODY: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who asks. `role` None is a visitor without login; `firm_id` is there for a business only."""

    user_id: str | None = None
    role: Role | None = None
    firm_id: str | None = None
    language: str = "ka"
    must_change_password: bool = False

    @property
    def is_logged_in(self) -> bool:
        return self.role is not None


@dataclass(frozen=True, slots=True)
class Rule:
    """`all_firms`: roles that may do it whosever thing it is; `own_firm`: roles that may do it to their
    firm's.
    """

    all_firms: frozenset[Role] = NOBODY
    own_firm: frozenset[Role] = NOBODY
    is_public: bool = False


def _rule(*all_firms: Role, own: bool = False, public: bool = False) -> Rule:
    return Rule(frozenset(all_firms), frozenset({BUSINESS}) if own else NOBODY, public)


ACTIONS: Mapping[str, Rule] = {
    "search_codes": _rule(public=True),
    "register_firm": _rule(public=True),
    "see_totals": _rule(public=True),
    "see_book": _rule(public=True),
    "manage_account": _rule(*EVERY_ROLE),
    "make_token": _rule(*EVERY_ROLE),
    "see_firm": _rule(COORDINATOR, own=True),
    "edit_firm": _rule(COORDINATOR, own=True),
    "list_firms": _rule(COORDINATOR),
    "enrol_firm": _rule(COORDINATOR),
    "see_contacts": _rule(COORDINATOR),
    "verify_firm": _rule(COORDINATOR),
    "judge_synonym": _rule(COORDINATOR),
    "set_code": _rule(COORDINATOR),
    "opt_out": _rule(COORDINATOR, own=True),
    "decide_opt_out": _rule(COORDINATOR),
    "see_listing": _rule(COORDINATOR, own=True),
    "list_listings": _rule(COORDINATOR),
    "post_listing": _rule(COORDINATOR, own=True),
    "edit_listing": _rule(COORDINATOR, own=True),
    "rematch": _rule(COORDINATOR),
    "see_match": _rule(COORDINATOR, own=True),
    "list_matches": _rule(COORDINATOR),
    "edit_worth": _rule(COORDINATOR),
    "decide": _rule(own=True),
    "see_exchange": _rule(COORDINATOR, own=True),
    "record_outcome": _rule(COORDINATOR, own=True),
    "list_exchanges": _rule(COORDINATOR),
    "see_disclosures": _rule(COORDINATOR, ADMINISTRATOR),
    "see_network": _rule(PLANNER, COORDINATOR, ADMINISTRATOR),
    "manage_users": _rule(ADMINISTRATOR),
    "edit_law": _rule(ADMINISTRATOR),
    "weigh_evidence": _rule(ADMINISTRATOR),
}


def require(viewer: Viewer, action: str) -> None:
    """Let through whoever has a role that the action is for, whosever thing it will be about.

    Raises:
        NotLoggedIn: nobody is logged in and the action is not public.
        NotAllowed: the role has no part in this action.
    """
    rule = ACTIONS[action]
    if rule.is_public:
        return
    if viewer.role is None:
        raise NotLoggedIn
    if viewer.role not in rule.all_firms | rule.own_firm:
        raise NotAllowed


def require_for(viewer: Viewer, action: str, *firm_ids: str, what: str, id: str) -> None:
    """As `require`, for a thing that belongs to one of `firm_ids`.

    Raises:
        NotFound: it is somebody else's. The answer is the same as for a thing that does not exist.
    """
    require(viewer, action)
    if not may_see_all(viewer, action) and (viewer.firm_id is None or viewer.firm_id not in firm_ids):
        raise NotFound(what=what, id=id)


def may_see_all(viewer: Viewer, action: str) -> bool:
    """Whether the viewer may do it whosever thing it is."""
    return viewer.role in ACTIONS[action].all_firms


class Closeness(IntEnum):
    """How close a reader is to a firm. A field is shown from its own level on."""

    STRANGER = 0
    MATCHED = 1  # the ranker gave the pair: what it is, sector and municipality
    CONSENTED = 2  # both sides said yes: name, place, contact
    OWNER = 3  # the firm itself, and its coordinator
    NEVER = 9


_M, _C, _O, _N = Closeness.MATCHED, Closeness.CONSENTED, Closeness.OWNER, Closeness.NEVER

FIELDS: Mapping[str, Mapping[str, Closeness]] = {
    "listing": {
        "side": _M,
        "text": _M,
        "lang": _M,
        "kind": _M,
        "municipality": _M,
        "nace_division": _M,
        "quantity": _M,
        "tonnes_per_year": _M,
        "season_months": _M,
        "ewc_code": _M,
        "hazardous": _M,
        "starts_on": _M,
        "ends_on": _M,
        "material_ids": _M,
        "use_ids": _M,
        "not_ids": _O,
        "declines": _N,
        "understood": _N,
        "is_demo": _M,
        "edition": _M,
        "id": _O,
        "firm_id": _O,
        "site_id": _O,
        "state": _O,
        "visibility": _O,
        "posted_at": _O,
        "changed_at": _O,
        "expires_at": _O,
        "matched_at": _O,
        "cost_gel_per_year": _O,
        "firm_status": _O,
        "lat": _C,
        "lon": _C,
    },
    "firm": {
        "nace_division": _M,
        "is_demo": _M,
        "id": _C,
        "name_ka": _C,
        "name_latin": _C,
        "identification_code": _C,
        "status": _O,
        "created_at": _O,
        "verified_at": _O,
        "personal_number_digest": _N,
    },
    "site": {"municipality": _M, "name": _C, "lat": _C, "lon": _C, "id": _O, "firm_id": _O},
    "process_offer": {
        "process_id": _M,
        "municipality": _M,
        "nace_division": _M,
        "tonnes_per_year": _M,
        "takes_hazardous": _M,
        "has_permit": _M,
        "is_demo": _M,
        "firm_id": _O,
        "site_id": _O,
        "price_gel_per_t": _O,
        "lat": _C,
        "lon": _C,
    },
    "opt_out": {
        "id": _O,
        "label": _O,
        "state": _O,
        "asked_at": _O,
        "identification_code": _O,
        "personal_number_digest": _N,
    },
    "contact": {"name": _C, "email": _C, "phone": _C},
}


def shows(record: str, field: str, closeness: Closeness) -> bool:
    """Whether a reader of this closeness may see the field. A field that no table names is shown to
    nobody.
    """
    return closeness >= FIELDS[record].get(field, Closeness.NEVER)


def visible(record: str, source: object, closeness: Closeness, names: tuple[str, ...]) -> dict[str, Any]:
    """The values of `names` that may be seen; the others are left out.

    Args:
        source: a record with these attributes.
    """
    return {name: getattr(source, name) for name in names if shows(record, name, closeness)}


FIGURES: Mapping[str, frozenset[Side | None]] = {
    "giver": frozenset({Side.OUTPUT, None}),
    "taker": frozenset({Side.NEED, None}),
    "both": frozenset({*Side, None}),
    "broker": frozenset({None}),
}
"""About whom a figure under the worth of a pair is -> the sides that may know it; None: who sees both."""


def may_know(about: str, side: Side | None) -> bool:
    """Whether who reads a pair from a side may know a figure, or anything that was reckoned with it."""
    return side in FIGURES.get(about, frozenset())


OWNER_OF: Mapping[Side, str] = {Side.OUTPUT: "giver", Side.NEED: "taker"}
"""Whose figure that is which a listing of a side could still state."""


def may_change(listing_side: Side, side: Side | None) -> bool:
    """Whether who reads a pair from a side is told what the listing of `listing_side` could still state."""
    return may_know(OWNER_OF[listing_side], side)


ANYONE, USER = "anyone", "user"
_View = TypeVar("_View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class RouteRule:
    """What a view's decorator said. `before_password_change`: also for who must first replace a one-time
    password.
    """

    roles: frozenset[Role]
    is_public: bool
    before_password_change: bool

    def allows(self, viewer: Viewer) -> bool:
        return self.is_public or viewer.role in self.roles


def route_allows(*who: str, before_password_change: bool = False) -> Callable[[_View], _View]:
    """State on a view whom it is for: `anyone`, `user` (any login), or names of roles. Must stand on every
    view.
    """
    if not who:
        raise ValueError("Name at least one reader.")
    roles = EVERY_ROLE if USER in who or ANYONE in who else frozenset(Role(name) for name in who)
    rule = RouteRule(roles, ANYONE in who, before_password_change or ANYONE in who)

    def state(view: _View) -> _View:
        view.access = rule  # type: ignore[attr-defined]
        return view

    return state


def rule_of(view: Callable[..., Any] | None) -> RouteRule | None:
    """What the decorator of a view said; None when nobody said anything, and then nobody gets in."""
    return getattr(view, "access", None)


def require_route(viewer: Viewer, view: Callable[..., Any] | None) -> None:
    """Let the viewer into a view.

    Raises:
        NotLoggedIn, NotAllowed: as for `require`.
    """
    rule = rule_of(view)
    if rule is None:
        raise NotAllowed
    if not rule.allows(viewer):
        raise NotAllowed if viewer.is_logged_in else NotLoggedIn
