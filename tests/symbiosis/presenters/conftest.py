"""Words are made inside a request, in its language. No database is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from flask import Flask

from symbiosis import create_app
from symbiosis.wiring import build
from tests.symbiosis.builders import settings

InLanguage = Callable[[str], AbstractContextManager[str]]


@pytest.fixture(scope="session")
def quiet_app() -> Iterator[Flask]:
    """The application without a graph: nothing listens at its address."""
    services = build(settings())
    yield create_app(services=services)
    services.store.driver.close()


@pytest.fixture
def in_language(quiet_app: Flask) -> InLanguage:
    """`with in_language("ka") as lang:` words are Georgian inside."""

    @contextmanager
    def request_in(lang: str) -> Iterator[str]:
        with quiet_app.test_request_context(headers={"Accept-Language": lang}):
            yield lang

    return request_in
