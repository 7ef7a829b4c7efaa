"""A migrated, seeded graph for every test; notices of the server are failures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import neo4j
import pytest

from graph.migrate import migrate
from graph.seed import seed_reference
from graph.store import Store, open_driver
from tests.graph.small_book import a_book


@pytest.fixture(scope="session")
def strict_driver(neo4j_server: Any, driver: neo4j.Driver) -> Iterator[neo4j.Driver]:
    """The program's own driver; a notice of the server is a Python warning, and so an error in tests.

    It comes after `driver`, which looks whether the server was empty.
    """
    with open_driver(
        neo4j_server.uri, neo4j_server.user, neo4j_server.password, warn_notification_severity="WARNING"
    ) as opened:
        migrate(opened)
        yield opened


@pytest.fixture
def bare_store(strict_driver: neo4j.Driver, empty_graph: neo4j.Driver) -> Store:
    """An empty graph with its constraints and indexes."""
    return Store(strict_driver)


@pytest.fixture
def store(bare_store: Store) -> Store:
    """A graph that holds the small reference book and nothing else."""
    seed_reference(bare_store.driver, a_book())
    return bare_store
