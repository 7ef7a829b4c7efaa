"""People with a login, and their personal keys to the API."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from graph.errors import NotFound
from graph.records import Role, Token, User
from graph.store import Row, Run, Store


def add_user(store: Store, user: User) -> None:
    """Adds a person. The same id again writes the same person again.

    Raises:
        AlreadyThere: `field` is `email` when somebody has that address.
        NotFound: `user.firm_id` names no firm.
    """
    store.writing(lambda run: put_user(run, user))


def put_user(run: Run, user: User) -> None:
    """As `add_user`, inside a transaction that does more."""
    run("accounts/add_user", id=user.id, properties=_to_properties(user))
    if user.firm_id is not None and not run("accounts/employ", user_id=user.id, firm_id=user.firm_id):
        raise NotFound(what="firm", id=user.firm_id)


def user_by_email(store: Store, email: str) -> User | None:
    """The person with an address, whichever letters of it are capital."""
    rows = store.read("accounts/user_by_email", email=_address(email))
    return _from_node(rows[0]["user"]) if rows else None


def user_by_id(store: Store, user_id: str) -> User | None:
    """The person with an id."""
    rows = store.read("accounts/user_by_id", id=user_id)
    return _from_node(rows[0]["user"]) if rows else None


def list_users(store: Store) -> list[User]:
    """Everybody with a login, oldest first."""
    return [_from_node(row["user"]) for row in store.read("accounts/list_users")]


def count_users(store: Store) -> int:
    """How many people have a login."""
    n_users: int = store.read("accounts/count_users")[0]["n_users"]
    return n_users


def set_password(store: Store, user_id: str, password_hash: str, must_change: bool) -> None:
    """Keeps the hash of a new password and raises `session_epoch`, which ends older sessions.

    Raises:
        NotFound: no such person. So do the other `set_` functions.
    """
    rows = store.write(
        "accounts/set_password", id=user_id, password_hash=password_hash, must_change=must_change
    )
    _expect(rows, user_id)


def set_language(store: Store, user_id: str, language: str) -> None:
    """Keeps the language in which a person reads."""
    _change(store, user_id, language=language)


def set_disabled(store: Store, user_id: str, is_disabled: bool) -> None:
    """Closes or opens a login. Closing raises `session_epoch`, which ends older sessions for good."""
    _expect(store.write("accounts/set_disabled", id=user_id, is_disabled=is_disabled), user_id)


def set_contact(store: Store, user_id: str, name: str | None, phone: str | None) -> None:
    """Keeps how a person is called and reached; None takes it away."""
    _change(store, user_id, name=name, phone=phone)


def add_token(store: Store, token: Token) -> None:
    """Adds a key to the API.

    Raises:
        NotFound: `token.user_id` names nobody.
        AlreadyThere: `field` is `digest`.
    """
    rows = store.write(
        "accounts/add_token", id=token.id, user_id=token.user_id, properties=_token_to_properties(token)
    )
    _expect(rows, token.user_id)


def token_by_digest(store: Store, digest: str) -> Token | None:
    """The key with a digest."""
    rows = store.read("accounts/token_by_digest", digest=digest)
    return _token_from_node(rows[0]["token"]) if rows else None


def tokens_of(store: Store, user_id: str) -> list[Token]:
    """The keys that a person holds, oldest first."""
    return [_token_from_node(row["token"]) for row in store.read("accounts/tokens_of", user_id=user_id)]


def revoke_token(store: Store, user_id: str, token_id: str) -> None:
    """Takes a key away.

    Raises:
        NotFound: the person holds no such key.
    """
    rows = store.write("accounts/revoke_token", user_id=user_id, token_id=token_id)
    if rows[0]["n_revoked"] == 0:
        raise NotFound(what="token", id=token_id)


def touch_token(store: Store, token_id: str, at: datetime) -> None:
    """Notes that a key was used. A key that is gone, or was used later than `at`, stays as it is."""
    store.write("accounts/touch_token", id=token_id, at=at)


def _change(store: Store, user_id: str, **properties: Any) -> None:
    _expect(store.write("accounts/change_user", id=user_id, properties=properties), user_id)


def _expect(rows: list[Row], user_id: str) -> None:
    if not rows:
        raise NotFound(what="user", id=user_id)


def _address(email: str) -> str:
    return email.strip().lower()


def _to_properties(user: User) -> dict[str, Any]:
    return {
        "id": user.id,
        "email": _address(user.email),
        "password_hash": user.password_hash,
        "role": user.role,
        "language": user.language,
        "created_at": user.created_at,
        "name": user.name,
        "phone": user.phone,
        "must_change_password": user.must_change_password,
        "is_disabled": user.is_disabled,
        "session_epoch": user.session_epoch,
        "is_demo": user.is_demo,
    }


def _from_node(node: dict[str, Any]) -> User:
    return User(**{**node, "role": Role(node["role"])})


def _token_to_properties(token: Token) -> dict[str, Any]:
    return {
        "id": token.id,
        "name": token.name,
        "prefix": token.prefix,
        "digest": token.digest,
        "created_at": token.created_at,
        "last_used_at": token.last_used_at,
    }


def _token_from_node(node: dict[str, Any]) -> Token:
    return Token(**node)
