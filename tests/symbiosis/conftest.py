"""The application on a real graph: seeded once, emptied of everything but the reference book between
tests.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import neo4j
import pytest
from argon2 import PasswordHasher
from flask import Flask

from graph.migrate import migrate
from graph.seed import seed_reference
from graph.store import Store, open_driver
from matching.ranker import Ranker
from matching.reference_book import ReferenceBook, default_book
from symbiosis import create_app, passwords
from symbiosis.wiring import Services
from tests.graph.emptying import empty_of_people
from tests.symbiosis.builders import NOW, settings
from tests.symbiosis.town import Town


class Clock:
    """A clock that tests set."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **spans: float) -> None:
        """Let time pass: `days=91`, `hours=13`."""
        self.now += timedelta(**spans)


@pytest.fixture(scope="session")
def book() -> ReferenceBook:
    """The reference book of the installation."""
    return default_book()


@pytest.fixture(scope="session")
def app_driver(neo4j_server: Any, driver: neo4j.Driver) -> Iterator[neo4j.Driver]:
    """The program's own driver. It comes after `driver`, which looks whether the server was empty."""
    with open_driver(neo4j_server.uri, neo4j_server.user, neo4j_server.password) as opened:
        migrate(opened)
        yield opened


@pytest.fixture
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes that take a millisecond; `test_passwords.py` tests the real ones."""
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=256, parallelism=1))


@pytest.fixture
def services(
    neo4j_server: Any, app_driver: neo4j.Driver, book: ReferenceBook, quick_hashes: None
) -> Services:
    """Everything an operation works with, on a graph that holds the reference book and nothing else."""
    empty_of_people(app_driver)
    with app_driver.session() as session:
        seeded = session.run("MATCH (c:WasteCode) RETURN count(c) AS n").single(strict=True)["n"]
    if seeded != len(book.waste_codes):
        seed_reference(app_driver, book)
    chosen = settings(
        neo4j_uri=neo4j_server.uri, neo4j_user=neo4j_server.user, neo4j_password=neo4j_server.password
    )
    return Services(Store(app_driver), book, Ranker(book), chosen)


@pytest.fixture
def clock() -> Clock:
    """The clock of the application under test."""
    return Clock()


@pytest.fixture
def app(services: Services, clock: Clock) -> Flask:
    """The whole application."""
    return create_app(services=services, clock=clock)


@pytest.fixture
def town(services: Services) -> Town:
    """Firms and people, made as they are asked for."""
    return Town(services)
