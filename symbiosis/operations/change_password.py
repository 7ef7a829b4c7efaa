"""The owner of a login replaces the password, the language or the contact."""

from __future__ import annotations

from datetime import datetime

from graph import accounts
from graph.errors import NotFound
from graph.records import User
from symbiosis.access import Viewer, require
from symbiosis.errors import InvalidInput, WeakPassword, WrongPassword
from symbiosis.inputs import ContactInput, PasswordInput
from symbiosis.passwords import check_strength, hash_password, is_right
from symbiosis.reducing import account_view
from symbiosis.views import AccountView
from symbiosis.wiring import Services


def change_password(services: Services, viewer: Viewer, given: PasswordInput, *, now: datetime) -> User:
    """Replace the password. Sessions elsewhere end; the one that asks must be started anew with the result.

    Raises:
        InvalidInput: the present password is wrong, or the new one weak or the same.
    """
    require(viewer, "manage_account")
    user = own_user(services, viewer)
    if not is_right(given.current_password, user.password_hash):
        raise InvalidInput({"current_password": [WrongPassword(field="current_password")]})
    try:
        check_strength(given.new_password, user.email, field="new_password")
        if given.new_password == given.current_password:
            raise WeakPassword(field="new_password", why="same")
    except WeakPassword as error:
        raise InvalidInput({"new_password": [error]}) from None
    accounts.set_password(services.store, user.id, hash_password(given.new_password), must_change=False)
    return own_user(services, viewer)


def set_language(services: Services, viewer: Viewer, language: str, *, now: datetime) -> None:
    """Keep the language in which the owner of a login reads the site."""
    require(viewer, "manage_account")
    accounts.set_language(services.store, own_user(services, viewer).id, language)


def edit_contact(services: Services, viewer: Viewer, given: ContactInput, *, now: datetime) -> AccountView:
    """Change the name and telephone that the other firm sees once an exchange is open."""
    require(viewer, "manage_account")
    user = own_user(services, viewer)
    accounts.set_contact(services.store, user.id, given.contact_name, given.phone)
    return account_view(own_user(services, viewer))


def show_account(services: Services, viewer: Viewer, *, now: datetime) -> AccountView:
    """The login as its owner sees it."""
    require(viewer, "manage_account")
    return account_view(own_user(services, viewer))


def own_user(services: Services, viewer: Viewer) -> User:
    """The record behind the viewer.

    Raises:
        NotFound: it was removed meanwhile.
    """
    user = accounts.user_by_id(services.store, viewer.user_id or "")
    if user is None:
        raise NotFound(what="user", id=viewer.user_id)
    return user
