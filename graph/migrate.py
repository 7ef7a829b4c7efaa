"""Brings a database up to date: every file of `graph/migrations/` once, in the order of their names."""

from __future__ import annotations

import hashlib
import re
import time
from datetime import UTC, datetime
from pathlib import Path

from neo4j import Driver

from graph.errors import MigrationChanged, MigrationsBusy, StoreTooOld
from graph.ids import new_id
from graph.store import Store, query_text, translated

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
OLDEST = (5, 26)
LEASE_S = 120
WAIT_S = 180


def migrate(driver: Driver, database: str | None = None, folder: Path = MIGRATIONS) -> list[str]:
    """Applies what this database has not seen yet and waits until its indexes are ready.

    Several processes may call it at once: one works, the others wait and find nothing left to do. A file is
    noted only after its last statement; every statement says IF NOT EXISTS, so a file that was interrupted
    is simply applied again.

    Returns:
        The names of the files applied now, in order.
    Raises:
        StoreTooOld: the server is older than Neo4j 5.26.
        MigrationChanged: an applied file is missing or no longer what it was.
        MigrationsBusy: another process has been migrating for minutes.
        GraphUnavailable: Neo4j does not answer.
    """
    store = Store(driver, database)
    with translated():
        _check_version(driver)
    _statement(store, query_text("migrate/constrain"))
    files = sorted(folder.glob("*.cypher"))
    _pending(store, files)  # a changed file is told before waiting for anything
    holder = new_id()
    _take_lease(store, holder)
    try:
        pending = _pending(store, files)
        for file in pending:
            _apply(store, file)
        _statement(store, "CALL db.awaitIndexes(120)")
    finally:
        store.write("migrate/release_lease", holder=holder)
    return [file.name for file in pending]


def statements(text: str) -> list[str]:
    """The statements of a migration file: what stands between semicolons at the ends of lines."""
    without_comments = re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)
    return [part.strip() for part in re.split(r";\s*$", without_comments, flags=re.MULTILINE) if part.strip()]


def _check_version(driver: Driver) -> None:
    agent = driver.get_server_info().agent  # "Neo4j/5.26.28", "Neo4j/5.27-aura", "Neo4j/2026.08.1"
    version = agent.partition("/")[2]
    if tuple(int(number) for number in re.findall(r"\d+", version)[:2]) < OLDEST:
        raise StoreTooOld(version=version, oldest=".".join(map(str, OLDEST)))


def _pending(store: Store, files: list[Path]) -> list[Path]:
    seen = {row["name"]: row["checksum"] for row in store.read("migrate/applied")}
    here = {file.name: _checksum(file) for file in files}
    for name, checksum in seen.items():
        if here.get(name) != checksum:
            raise MigrationChanged(name=name, is_missing=name not in here)
    return [file for file in files if file.name not in seen]


def _take_lease(store: Store, holder: str) -> None:
    waits_until = time.monotonic() + WAIT_S
    while not store.write("migrate/take_lease", holder=holder, lease_s=LEASE_S):
        if time.monotonic() > waits_until:
            raise MigrationsBusy(waited_s=WAIT_S)
        time.sleep(0.2)


def _apply(store: Store, file: Path) -> None:
    for statement in statements(file.read_text(encoding="utf-8")):
        _statement(store, statement)
    store.write("migrate/record", name=file.name, checksum=_checksum(file), applied_at=datetime.now(UTC))


def _statement(store: Store, statement: str) -> None:
    """Runs a statement in a transaction of its own, as changes of the schema need it."""
    with translated(), store.driver.session(database=store.database) as session:
        session.execute_write(lambda transaction: transaction.run(statement).consume())


def _checksum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
