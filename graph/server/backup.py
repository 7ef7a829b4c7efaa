"""Backups of our own store: one file, written and loaded while the server is halted."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from graph.server import java
from graph.server.home import Home, prepare
from graph.server.problems import BadBackup
from graph.server.process import Neo4jServer

DATABASE = "neo4j"


def backup_name(now: datetime) -> str:
    """`symbiosis-2026-11-21T08-20-00Z.dump`: sorts by time, fits every file system."""
    return f"symbiosis-{now.astimezone(UTC):%Y-%m-%dT%H-%M-%SZ}.dump"


def dump(server: Neo4jServer, target: Path) -> None:
    """Write the whole database to `target` (mode 0600; the folder is made). It appears when it is whole.

    The caller owns the home, and the server is halted. A store that was not closed (kill -9) is brought in
    order first, by starting and halting the server.

    Raises:
        BadBackup: it could not be written. OtherVersion, DidNotStart: the store cannot be brought in order.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    target.parent.chmod(0o700)
    draft = target.with_name(target.name + ".part")
    try:
        said = _dump_once(server, draft)
        if said is not None and "recover" in said.lower():
            server.start()
            server.halt()
            said = _dump_once(server, draft)
        if said is not None:
            raise BadBackup(f"The backup could not be written: {said}", "mend the cause and run it again.")
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def restore(home: Home, lib: Path, version: str, file: Path, *, now: datetime) -> Path | None:
    """Make `file` the database of `home`. Gives where the one of before was put aside, or None.

    The home gets a new password. When loading does not succeed, the store of before is back in its place.

    Raises:
        AlreadyRunning: a server runs on this home. BadBackup: `file` is not a backup that can be loaded.
    """
    if not file.is_file():
        raise BadBackup(f"There is no file {file}.", "name one of those in var/backups: make restore FILE=…")
    before = Neo4jServer(home, lib, version)
    before.own()  # nobody else's server is on it, nor starts while we work
    aside = home.folder.with_name(f"{home.folder.name}.before-{now.astimezone(UTC):%Y-%m-%dT%H-%M-%SZ}")
    fresh = Home(home.folder.with_name(f"{home.folder.name}.restoring"))
    try:
        shutil.rmtree(fresh.folder, ignore_errors=True)
        prepare(fresh, version, port=0)
        _load(fresh, lib, file)
        with Neo4jServer(
            fresh, lib, version, java_options=java.SHORT_LIVED
        ):  # it opens, and is closed in order
            had_store = home.has_store
        home.folder.rename(aside)
        fresh.folder.rename(home.folder)
    finally:
        shutil.rmtree(fresh.folder, ignore_errors=True)
        before.stop()
    if had_store:
        return aside
    shutil.rmtree(aside)
    return None


def _dump_once(server: Neo4jServer, draft: Path) -> str | None:
    """None when it went well, else what neo4j-admin said."""
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        words = ("database", "dump", DATABASE, "--to-stdout")
        done = subprocess.run(  # noqa: S603 (our own command)
            java.admin_command(server.lib, server.home.server, *words),
            env=java.admin_environment(server.home.server),
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.PIPE,
            check=False,
        )
        os.fsync(file.fileno())
    return None if done.returncode == 0 else _last_words(done.stderr)


def _load(home: Home, lib: Path, file: Path) -> None:
    words = ("database", "load", DATABASE, "--from-stdin", "--overwrite-destination=true")
    with file.open("rb") as source:
        done = subprocess.run(  # noqa: S603 (our own command)
            java.admin_command(lib, home.server, *words),
            env=java.admin_environment(home.server),
            stdin=source,
            capture_output=True,
            check=False,
        )
    if done.returncode != 0:
        raise BadBackup(
            f"{file} could not be loaded: {_last_words(done.stderr)}",
            "try another file of var/backups; the present store was not touched.",
        )


def _last_words(said: bytes) -> str:
    """The line of neo4j-admin that tells what failed; it comes with progress and repetitions around it."""
    lines = [line.strip() for line in said.decode("utf-8", errors="replace").splitlines() if line.strip()]
    told = [line for line in lines if "ailed" in line or "recover" in line]
    return " ".join(told[:2]) if told else (lines or ["no reason given"])[-1]
