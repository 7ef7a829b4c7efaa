from __future__ import annotations

import logging
import os
import signal
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import neo4j
import pytest

from graph import accounts, listings
from graph import store as store_module
from graph.errors import AlreadyThere, GraphUnavailable
from graph.migrate import migrate
from graph.seed import seed_reference
from graph.store import Store, open_driver
from tests.graph.builders import a_listing, a_user, enrol
from tests.graph.neo4j_fixture import a_server
from tests.graph.small_book import a_book


def test_rows_are_dicts_of_python_values(bare_store):
    at = datetime(2026, 5, 4, 10, 30, tzinfo=UTC)
    bare_store.write("migrate/record", name="probe", checksum="x", applied_at=at)
    assert bare_store.read("migrate/applied") == [{"name": "probe", "checksum": "x", "applied_at": at}]


def test_steps_happen_together_or_not_at_all(bare_store):
    user = a_user()
    properties = accounts._to_properties(user)
    taken = {**properties, "id": "another"}
    steps = [
        ("accounts/add_user", {"id": user.id, "properties": properties}),
        ("accounts/add_user", {"id": "another", "properties": taken}),
    ]
    with pytest.raises(AlreadyThere) as raised:
        bare_store.write_together(steps)
    assert (raised.value.field, raised.value.facts["label"]) == ("email", "User")
    assert accounts.count_users(bare_store) == 0
    assert bare_store.write_together(steps[:1]) == [[{"id": user.id}]]


def test_what_the_work_raises_rolls_everything_back_and_is_not_retried(bare_store):
    calls = []

    def work(run):
        calls.append(1)
        run("accounts/add_user", id="one", properties=accounts._to_properties(a_user(id="one")))
        raise KeyError("mine")

    with pytest.raises(KeyError):
        bare_store.writing(work)
    assert calls == [1]
    assert accounts.count_users(bare_store) == 0


def test_a_reading_transaction_refuses_to_write(bare_store):
    with pytest.raises(neo4j.exceptions.ClientError):
        bare_store.read("accounts/add_user", id="one", properties={})


def test_a_deadlock_is_retried_until_both_are_done(bare_store, caplog):
    """Two transactions take two nodes in opposite order, meeting in between: one of them must be retried."""
    caplog.set_level(logging.WARNING, logger="neo4j")
    users = [a_user(), a_user()]
    for user in users:
        accounts.add_user(bare_store, user)
    meeting = threading.Barrier(2)
    attempts = []

    def change(order):
        def work(run):
            attempts.append(1)
            run("accounts/change_user", id=order[0].id, properties={"name": "first"})
            if len(attempts) <= 2:
                meeting.wait(timeout=10)
            run("accounts/change_user", id=order[1].id, properties={"phone": "second"})

        bare_store.writing(work)

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(change, [users, users[::-1]]))
    assert len(attempts) == 3
    assert {(user.name, user.phone) for user in accounts.list_users(bare_store)} == {("first", "second")}


def test_a_transaction_that_takes_too_long_is_ended(bare_store, monkeypatch):
    """Somebody holds a node and does not let go: the other gives up instead of hanging."""
    user = a_user()
    accounts.add_user(bare_store, user)
    monkeypatch.setattr(store_module, "TRANSACTION_TIMEOUT_S", 1.0)
    with bare_store.driver.session() as session, session.begin_transaction(timeout=30) as holding:
        holding.run("MATCH (u:User) SET u.name = 'held'").consume()
        with pytest.raises(GraphUnavailable):
            accounts.set_language(bare_store, user.id, "en")
        holding.rollback()
    assert accounts.user_by_id(bare_store, user.id) == user


def seconds_until_unavailable(driver):
    began = time.monotonic()
    with pytest.raises(GraphUnavailable):
        Store(driver).read("store/ping")
    return time.monotonic() - began


def test_where_nobody_listens_it_is_told_within_six_seconds():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with open_driver(f"bolt://127.0.0.1:{port}", "neo4j", "none") as driver:
        assert seconds_until_unavailable(driver) < 6


def test_a_server_that_accepts_and_says_nothing_is_told_within_six_seconds():
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen(20)
        with open_driver(f"bolt://127.0.0.1:{silent.getsockname()[1]}", "neo4j", "none") as driver:
            assert seconds_until_unavailable(driver) < 7


def test_a_wrong_password_is_told_as_unavailable(neo4j_server):
    with open_driver(neo4j_server.uri, neo4j_server.user, "wrong") as driver:
        with pytest.raises(GraphUnavailable) as raised:
            Store(driver).ping()
        assert "wrong" not in str(raised.value)


@pytest.fixture
def own_server(tmp_path, jars):
    """A server that this test may kill, with its driver."""
    server = a_server(tmp_path / "home", jars)
    with server as address, open_driver(address.uri, address.user, address.password) as driver:
        migrate(driver)
        seed_reference(driver, a_book())
        yield server, driver


def test_after_a_crash_the_same_driver_goes_on_and_nothing_acknowledged_is_lost(own_server):
    server, driver = own_server
    store = Store(driver)
    firm = enrol(store)
    acknowledged, refused, stop = [], [], threading.Event()

    def post_on_and_on():
        while not stop.is_set():
            listing = a_listing(firm)
            try:
                listings.post(store, listing)
            except GraphUnavailable:
                refused.append(listing.id)
                stop.wait(0.1)
            else:
                acknowledged.append(listing.id)

    with ThreadPoolExecutor(3) as threads:
        posting = [threads.submit(post_on_and_on) for _ in range(3)]
        try:
            wait_for(lambda: len(acknowledged) > 20)
            os.kill(server.pid, signal.SIGKILL)
            wait_for(lambda: refused)
            assert seconds_until_unavailable(driver) < 6
            server.halt()
            server.start()
            before = len(acknowledged)
            wait_for(lambda: len(acknowledged) > before + 20)
        finally:
            stop.set()
        for one in posting:
            one.result()
    kept = {listing.id for listing in listings.of_firm(store, firm.firm.id)}
    assert set(acknowledged) <= kept


def wait_for(condition, patience_s=60):
    until = time.monotonic() + patience_s
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.05)
