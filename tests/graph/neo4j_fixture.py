"""The Neo4j that tests run on: the one that the program keeps, started once for each test process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest

from graph.server.home import Home
from graph.server.jars import fetch, jars_folder, read_lock
from graph.server.java import SHORT_LIVED
from graph.server.process import Address, Neo4jServer
from tests.graph.emptying import empty


@pytest.fixture(scope="session")
def jars() -> Path:
    """The folder of Neo4j's jars, fetched and checked."""
    lock = read_lock()
    folder = jars_folder(lock)
    fetch(lock, folder)
    return folder


def a_server(folder: Path, jars: Path) -> Neo4jServer:
    """A server on a home of its own, small enough for several side by side."""
    version = read_lock().version
    return Neo4jServer(Home(folder), jars, version, heap_mb=384, page_cache_mb=64, java_options=SHORT_LIVED)


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory, jars: Path) -> Iterator[Address]:
    """A running server: `.uri`, `.user`, `.password`. Refused when it was not empty before."""
    with a_server(tmp_path_factory.mktemp("neo4j"), jars) as address:
        yield address


@pytest.fixture(scope="session")
def driver(neo4j_server: Address) -> Iterator[neo4j.Driver]:
    """A driver to the test server, for the whole run."""
    login = (neo4j_server.user, neo4j_server.password)
    with neo4j.GraphDatabase.driver(neo4j_server.uri, auth=login) as opened:
        before = opened.execute_query("MATCH (n) RETURN count(n) AS n").records[0]["n"]
        assert before == 0, "the test server was not empty: tests never touch somebody's data"
        yield opened


@pytest.fixture
def empty_graph(driver: neo4j.Driver) -> Iterator[neo4j.Driver]:
    """The driver, after every node is gone; constraints and indexes stay.

    Emptied again afterwards: what a test left (a migration of its own, a book of three materials) is no
    start for the next one.
    """
    empty(driver)
    yield driver
    empty(driver)
