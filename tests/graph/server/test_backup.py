"""Backup and restore of real data, after an orderly end and after kill -9."""

from __future__ import annotations

import os
import signal
import stat
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import neo4j
import pytest

from graph.server.backup import backup_name, dump, restore
from graph.server.home import Home
from graph.server.problems import AlreadyRunning, BadBackup
from graph.server.process import Address, Neo4jServer
from tests.graph.neo4j_fixture import a_server

NOW = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
FIRMS = ["ღვინის ქარხანა", "სასტუმრო", "ბლოკის საამქრო"]


def names(address: Address) -> list[str]:
    login = (address.user, address.password)
    with neo4j.GraphDatabase.driver(address.uri, auth=login) as driver:
        rows = driver.execute_query("MATCH (f:Firm) RETURN f.name AS name ORDER BY f.at").records
    return [row["name"] for row in rows]


def write(address: Address, *firms: str) -> None:
    login = (address.user, address.password)
    with neo4j.GraphDatabase.driver(address.uri, auth=login) as driver:
        for name in firms:
            driver.execute_query("CREATE (:Firm {name: $name, at: datetime()})", name=name)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, jars: Path) -> Iterator[Neo4jServer]:
    made = a_server(tmp_path_factory.mktemp("backup") / "neo4j", jars)
    write(made.start(), *FIRMS)
    yield made
    made.stop()


@pytest.fixture(scope="module")
def file(server: Neo4jServer) -> Path:
    """A backup taken of a store that was not closed: its server was killed."""
    target = server.home.folder.parent / "backups" / backup_name(NOW)
    assert server.pid is not None
    os.kill(server.pid, signal.SIGKILL)
    while server.is_alive():
        time.sleep(0.05)
    dump(server, target)
    return target


def test_a_backup_has_its_time_in_its_name_and_is_private(file: Path) -> None:
    assert file.name == "symbiosis-2026-11-21T08-30-00Z.dump"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file], "a draft is left behind"


def test_a_restore_brings_back_what_was_there_and_keeps_the_present_store_aside(
    server: Neo4jServer, file: Path, jars: Path
) -> None:
    write(server.start(), "later")
    with pytest.raises(AlreadyRunning):
        restore(server.home, jars, server.version, file, now=NOW)
    server.stop()
    aside = restore(server.home, jars, server.version, file, now=NOW)
    assert names(server.start()) == FIRMS
    server.stop()
    assert aside is not None
    with a_server(aside, jars) as before:
        assert names(before) == [*FIRMS, "later"]


def test_a_file_that_is_no_backup_changes_nothing(server: Neo4jServer, file: Path, jars: Path) -> None:
    server.stop()
    spoilt = bytearray(file.read_bytes())
    spoilt[len(spoilt) // 2] ^= 0xFF
    broken = file.with_name("broken.dump")
    broken.write_bytes(spoilt)
    there = sorted(server.home.folder.parent.iterdir())
    password = server.home.password_file.read_text(encoding="utf-8")
    with pytest.raises(BadBackup, match=r"broken\.dump could not be loaded: Failed"):
        restore(server.home, jars, server.version, broken, now=NOW)
    with pytest.raises(BadBackup, match="There is no file"):
        restore(server.home, jars, server.version, file.with_name("absent.dump"), now=NOW)
    assert sorted(server.home.folder.parent.iterdir()) == there
    assert server.home.password_file.read_text(encoding="utf-8") == password


def test_a_backup_moves_to_a_new_installation(tmp_path: Path, file: Path, jars: Path) -> None:
    home = Home(tmp_path / "elsewhere" / "neo4j")
    version = a_server(home.folder, jars).version
    assert restore(home, jars, version, file, now=NOW) is None
    with a_server(home.folder, jars) as address:
        assert names(address) == FIRMS
