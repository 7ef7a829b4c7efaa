"""Browsers and programs of readers, without a browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from flask import Flask
from flask.testing import FlaskClient

from graph.records import User
from symbiosis import create_app
from symbiosis.wiring import build
from tests.symbiosis.builders import NOW, settings


def browser(app: Flask, user: User | None = None, *, now: datetime = NOW) -> FlaskClient:
    """A browser in which `user` is logged in."""
    client = app.test_client()
    if user is not None:
        with client.session_transaction() as session:
            session["user"], session["epoch"] = user.id, user.session_epoch
            session["since"] = session["seen"] = int(now.timestamp())
    return client


@contextmanager
def app_without_graph() -> Iterator[Flask]:
    """The application while nothing answers at the address of its Neo4j."""
    services = build(settings())
    with services.store.driver:
        yield create_app(services=services)
