"""Who may see and do what. The one place that decides it; whatever is not said here is refused.

Three questions are answered, each by a table: which roles an action is for (`ACTIONS`), which fields of a
firm and its listings a reader may see at which closeness (`FIELDS`, in `access_fields.py`), and which roles
a route is for (the decorator `route_allows` on every view).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from graph.errors import NotFound
from graph.records import Role
from symbiosis.access_fields import (
    FIELDS,
    FIGURES,
    OWNER_OF,
    Closeness,
    may_change,
    may_know,
    shows,
    visible,
)
from symbiosis.errors import NotAllowed, NotLoggedIn

__all__ = [
    "ACTIONS",
    "FIELDS",
    "FIGURES",
    "OWNER_OF",
    "Closeness",
    "RouteRule",
    "Rule",
    "Viewer",
    "may_change",
    "may_know",
    "may_see_all",
    "require",
    "require_for",
    "require_route",
    "route_allows",
    "rule_of",
    "shows",
    "visible",
]

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
    "see_inflows": _rule(COORDINATOR, own=True),
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
    "answer_chain": _rule(COORDINATOR),
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
