"""The administrator makes, closes and opens logins. Passwords made here are shown once and must be
replaced.
"""

from __future__ import annotations

from datetime import datetime

from graph import accounts
from graph.errors import NotFound
from graph.ids import new_id
from graph.records import Role, User
from symbiosis.access import Viewer, require
from symbiosis.errors import NotPossibleNow
from symbiosis.inputs import UserInput
from symbiosis.passwords import hash_password, one_time_password
from symbiosis.reducing import account_view
from symbiosis.views import AccountView
from symbiosis.wiring import Services


def create_user(
    services: Services, viewer: Viewer, given: UserInput, *, now: datetime
) -> tuple[AccountView, str]:
    """Make a login without a firm.

    Returns:
        The login, and its one-time password.
    Raises:
        AlreadyThere: naming `email`.
    """
    require(viewer, "manage_users")
    user, password = _new_user(given, viewer.language, now)
    accounts.add_user(services.store, user)
    return account_view(user), password


def create_administrator(services: Services, email: str, *, now: datetime) -> str | None:
    """Make the first administrator; called when the program starts.

    Returns:
        The one-time password, or None when there is an administrator already.
    """
    if any(user.role is Role.ADMINISTRATOR for user in accounts.list_users(services.store)):
        return None
    language = services.settings.languages[0]
    user, password = _new_user(UserInput(email.lower(), Role.ADMINISTRATOR), language, now)
    accounts.add_user(services.store, user)
    return password


def list_users(services: Services, viewer: Viewer, *, now: datetime) -> tuple[AccountView, ...]:
    """Everybody who can log in."""
    require(viewer, "manage_users")
    return tuple(account_view(user) for user in accounts.list_users(services.store))


def reset_password(services: Services, viewer: Viewer, user_id: str, *, now: datetime) -> str:
    """Give a user a one-time password. Sessions and keys of that user end.

    Raises:
        NotFound: no such user.
    """
    require(viewer, "manage_users")
    user = _user(services, user_id)
    password = one_time_password()
    accounts.set_password(services.store, user.id, hash_password(password), must_change=True)
    _take_keys(services, user)
    return password


def set_user_disabled(
    services: Services, viewer: Viewer, user_id: str, *, is_disabled: bool, now: datetime
) -> None:
    """Close a login at once, or open it again. Sessions and keys from before it was closed are gone for
    good.

    Raises:
        NotFound: no such user.
        NotPossibleNow: administrators cannot close their own login.
    """
    require(viewer, "manage_users")
    user = _user(services, user_id)
    if user.id == viewer.user_id:
        raise NotPossibleNow(action="disable", state="own", why="own_account")
    accounts.set_disabled(services.store, user.id, is_disabled)
    if is_disabled:
        _take_keys(services, user)


def _take_keys(services: Services, user: User) -> None:
    for token in accounts.tokens_of(services.store, user.id):
        accounts.revoke_token(services.store, user.id, token.id)


def _user(services: Services, user_id: str) -> User:
    user = accounts.user_by_id(services.store, user_id)
    if user is None:
        raise NotFound(what="user", id=user_id)
    return user


def _new_user(given: UserInput, language: str, now: datetime) -> tuple[User, str]:
    password = one_time_password()
    user = User(
        id=new_id(),
        email=given.email,
        password_hash=hash_password(password),
        role=given.role,
        language=language,
        created_at=now,
        name=given.name,
        must_change_password=True,
    )
    return user, password
