"""The logins of the demonstration region, and the one password that an installation makes for all of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from graph import accounts
from graph.records import Role, User
from symbiosis import passwords, secret_files
from symbiosis.demo import marks
from symbiosis.settings import Settings
from symbiosis.wiring import Services

COORDINATOR = marks.email(Role.COORDINATOR)
PLANNER = marks.email(Role.PLANNER)
WHO: tuple[tuple[str, str], ...] = (
    (marks.email("telavi-winery"), "a winery in Telavi with matches and an open exchange"),
    (
        marks.email("kvareli-distillery"),
        "the distillery that takes its pomace",
    ),
    (COORDINATOR, "the coordinator's desk: firms to verify, all matches, the log"),
    (PLANNER, "counts by municipality, list and map"),
)


@dataclass(frozen=True, slots=True)
class Login:
    """Who can log in to look around as `role`. `note` says what there is to see."""

    role: Role
    email: str
    password: str = field(repr=False)
    note: str


def password_file(settings: Settings) -> Path:
    """Where the password is kept, readable by the program's user alone, until the demo is taken out."""
    return settings.var_dir / "secrets" / "demo_password"


def demo_password(settings: Settings) -> str:
    """The password of all demonstration logins, made on the first call on this installation."""
    return secret_files.read_or_make(password_file(settings), passwords.one_time_password)


def logins(services: Services) -> list[Login]:
    """The logins to print while the demonstration region is there; empty when it is not.

    They always work: where the kept password is not the one in the store (the file was lost, a backup of
    another installation was loaded, a visitor changed it), the accounts get the kept one.
    """
    if accounts.user_by_email(services.store, PLANNER) is None:
        return []
    password = demo_password(services.settings)
    users = {user.email: user for user in accounts.list_users(services.store) if user.is_demo}
    shown = [(users[email], note) for email, note in WHO if email in users]
    if not all(passwords.is_right(password, user.password_hash) for user, _ in shown):
        _give_all(services, list(users.values()), password)
    return [Login(user.role, user.email, password, note) for user, note in shown]


def _give_all(services: Services, users: list[User], password: str) -> None:
    password_hash = passwords.hash_password(password)
    for user in users:
        accounts.set_password(services.store, user.id, password_hash, must_change=False)
