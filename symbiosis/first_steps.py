"""What a database needs before pages are served: schema, reference data, administrator, demonstration.

`python -m symbiosis.first_steps` does it and tells the logins that it made. Safe to repeat.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime

from graph.errors import GraphUnavailable, StoreTooOld
from graph.migrate import migrate
from graph.seed import seed_reference
from graph.store import Store
from matching.errors import SymbiosisError
from symbiosis import demo
from symbiosis.operations.create_user import create_administrator
from symbiosis.settings import BadSetting, Settings
from symbiosis.wiring import Services, build

PATIENCE_S = 60.0


def main() -> None:
    try:
        settings = Settings.from_environment()
        services = build(settings)
        with services.store.driver:
            wait_for(services.store, settings)
            make_ready(services, now=datetime.now(UTC))
    except GraphUnavailable as problem:
        sys.exit(
            f"{settings.neo4j_uri} does not answer, or refuses the login ({problem}).\n"
            "Next step: see that it runs, and check NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD."
        )
    except StoreTooOld as problem:
        sys.exit(
            f"{settings.neo4j_uri} runs Neo4j {problem.facts.get('version')}; 5.26 or newer is needed.\n"
            "Next step: bring that server up to date, or name another one in NEO4J_URI."
        )
    except (BadSetting, SymbiosisError) as problem:
        sys.exit(str(problem))


def wait_for(store: Store, settings: Settings, patience_s: float | None = None) -> None:
    """Return as soon as the database answers.

    Raises:
        GraphUnavailable: it did not within `patience_s` (a minute), or refuses the login.
    """
    until = time.monotonic() + (PATIENCE_S if patience_s is None else patience_s)
    while True:
        try:
            return store.ping()
        except GraphUnavailable:
            if time.monotonic() > until:
                raise
        print(f"Waiting for {settings.neo4j_uri} ...", flush=True)
        time.sleep(2)


def make_ready(services: Services, *, now: datetime) -> None:
    """Bring the database up to date; say what was done and which logins are new."""
    for name in migrate(services.store.driver, services.store.database):
        print(f"Applied migration {name}.", flush=True)
    seed_reference(services.store.driver, services.book)
    password = create_administrator(services, services.settings.administrator_email, now=now)
    if password is not None:
        print(
            f"\nAdministrator: {services.settings.administrator_email}\n"
            f"One-time password: {password}\n"
            "It is shown this once; you choose your own at the first login.\n",
            flush=True,
        )
    if services.settings.demo:
        load_demo(services, now=now)


def load_demo(services: Services, *, now: datetime) -> None:
    """Load the demonstration region, unless the store has real firms, and print its logins at every start."""
    print("Demonstration region: fictional firms; `make demo-remove` takes it out.", flush=True)
    try:
        logins = demo.load(services, now=now)
    except demo.DemoRefused:
        print("Not loaded: this store has real firms (DEMO=0 says that you want none).", flush=True)
    else:
        print(as_table(logins), flush=True)


def as_table(logins: Sequence[demo.Login]) -> str:
    """One login a line, in columns."""
    rows = [("Role", "Login", "Password", "")]
    rows += [(str(login.role), login.email, login.password, login.note) for login in logins]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    return "\n".join(["", *(line.rstrip() for line in lines), ""])


if __name__ == "__main__":
    os.umask(0o077)
    main()
