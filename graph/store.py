"""The driver and the one place that runs queries: by name, in managed transactions, in our own errors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, LiteralString, TypeVar

from neo4j import Driver, GraphDatabase, ManagedTransaction, unit_of_work
from neo4j.exceptions import (
    AuthError,
    ConnectionAcquisitionTimeoutError,
    ConstraintError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph.errors import AlreadyThere, GraphUnavailable
from graph.values import from_graph, to_graph

CYPHER = Path(__file__).resolve().parent / "cypher"
TRANSACTION_TIMEOUT_S = 30.0

# What the server says when it ends a transaction that takes too long, or because it is going down.
ENDED_BY_THE_SERVER = (
    "Neo.ClientError.Transaction.TransactionTimedOut",
    "Neo.ClientError.Transaction.LockClientStopped",
    "Neo.ClientError.Transaction.Terminated",
)

Row = dict[str, Any]
Run = Callable[..., list[Row]]
T = TypeVar("T")


def open_driver(uri: str, user: str, password: str, **settings: Any) -> Driver:
    """A driver that gives up in about six seconds when nobody answers. Make one per process, after forking.

    A managed transaction is tried about seven times within three seconds, with short pauses at first: that is
    what deadlocks between two people need, and it bounds how long a page waits for a server that is away.
    Notices about names that the database has never seen are switched off: a young graph has few names, and
    a test compares those of the queries with `SCHEMA.md`.

    Args:
        uri: `bolt://…`, `neo4j://…`, `neo4j+s://…`.
        settings: further settings of the driver, which win over those here.
    """
    chosen: dict[str, Any] = {
        "connection_timeout": 2.5,
        "connection_acquisition_timeout": 3.0,
        "max_transaction_retry_time": 2.5,
        "initial_retry_delay": 0.1,
        "retry_delay_multiplier": 1.5,
        "notifications_disabled_classifications": ["UNRECOGNIZED"],
        "telemetry_disabled": True,
        **settings,
    }
    return GraphDatabase.driver(uri, auth=(user, password), **chosen)


@cache
def query_text(name: str) -> LiteralString:
    """The text of `graph/cypher/<name>.cypher`. It counts as a literal: the files are our own."""
    return (CYPHER / f"{name}.cypher").read_text(encoding="utf-8")


class Store:
    """Runs the queries of `graph/cypher/`, named `<module>/<verb>`.

    Rows are dicts with Python values; parameters may hold enums, tuples and aware times. Every method raises
    `GraphUnavailable` when Neo4j does not answer and `AlreadyThere` when a unique value is taken.
    """

    def __init__(self, driver: Driver, database: str | None = None) -> None:
        self.driver = driver
        self.database = database

    def read(self, query: str, **params: Any) -> list[Row]:
        """The rows of one reading query."""
        return self.reading(lambda run: run(query, **params))

    def write(self, query: str, **params: Any) -> list[Row]:
        """The rows of one writing query, in one managed transaction."""
        return self.writing(lambda run: run(query, **params))

    def write_together(self, steps: Iterable[tuple[str, Mapping[str, Any]]]) -> list[list[Row]]:
        """Several writing queries in one managed transaction: all of them happen, or none."""
        steps = list(steps)
        return self.writing(lambda run: [run(query, **params) for query, params in steps])

    def reading(self, work: Callable[[Run], T]) -> T:
        """What `work(run)` returns, where `run(query, **params)` gives rows of one reading transaction."""
        with translated(), self.driver.session(database=self.database) as session:
            return session.execute_read(_unit(work))

    def writing(self, work: Callable[[Run], T], timeout_s: float | None = None) -> T:
        """As `reading`, for writes. `work` may run more than once; what it raises rolls all of it back.

        Args:
            timeout_s: after which the server ends it; `TRANSACTION_TIMEOUT_S` when None.
        """
        with translated(), self.driver.session(database=self.database) as session:
            return session.execute_write(_unit(work, timeout_s))

    def ping(self) -> None:
        """Returns when the database answers a query, else raises `GraphUnavailable`."""
        with translated(), self.driver.session(database=self.database) as session:
            session.execute_read(_unit(lambda run: run("store/ping")))


def _unit(work: Callable[[Run], T], timeout_s: float | None = None) -> Callable[[ManagedTransaction], T]:
    """`work` as the driver wants it."""

    @unit_of_work(timeout=timeout_s or TRANSACTION_TIMEOUT_S)
    def in_transaction(transaction: ManagedTransaction) -> T:
        def run(query: str, **params: Any) -> list[Row]:
            result = transaction.run(
                query_text(query), {name: to_graph(value) for name, value in params.items()}
            )
            # Not `record.data()`, which takes bytes apart.
            return [from_graph(dict(record)) for record in result]

        return work(run)

    return in_transaction


@contextmanager
def translated() -> Iterator[None]:
    """Turns what the driver raises into the errors of `graph/errors.py`; the cause stays attached."""
    try:
        yield
    except ConstraintError as error:
        label, field = _taken(error)
        raise AlreadyThere(field=field, label=label) from error
    except (ServiceUnavailable, SessionExpired, ConnectionAcquisitionTimeoutError, IncompleteCommit) as error:
        raise GraphUnavailable(reason=type(error).__name__) from error
    except (TransientError, AuthError) as error:
        raise GraphUnavailable(reason=error.code) from error
    except Neo4jError as error:
        if error.code is not None and error.code.startswith(ENDED_BY_THE_SERVER):
            raise GraphUnavailable(reason=error.code) from error
        raise


def _taken(error: ConstraintError) -> tuple[str | None, str | None]:
    """Label and property of the constraint that refused a value. The value itself is not passed on."""
    found = re.search(r"label `(\w+)` and propert(?:y|ies) `(\w+)`", error.message or "")
    return (found[1], found[2]) if found else (None, None)
