"""Our own Neo4j from start to stop, and what happens when somebody kills a part of it. All of it real."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import neo4j
import psutil
import pytest
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from graph.server.home import Home, write_privately
from graph.server.problems import AlreadyRunning, DidNotStart, PasswordLost
from graph.server.process import Address, Neo4jServer, running_address
from tests.graph.neo4j_fixture import a_server

WRITE_UNTIL_KILLED = """
import sys
from pathlib import Path
import neo4j
from tests.graph.neo4j_fixture import a_server
address = a_server(Path(sys.argv[1]), Path(sys.argv[2])).start()
with neo4j.GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver:
    for n in range(100_000):
        driver.execute_query("CREATE (:Acknowledged {n: $n})", n=n)
        print(n, flush=True)
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, jars: Path) -> Iterator[Neo4jServer]:
    """A started server that the tests of this module may kill; each leaves it running."""
    made = a_server(tmp_path_factory.mktemp("process"), jars)
    made.start()
    yield made
    made.stop()


def address_of(server: Neo4jServer) -> Address:
    found = running_address(server.home)
    assert found is not None
    return found


def open_driver(address: Address) -> neo4j.Driver:
    login = (address.user, address.password)
    return neo4j.GraphDatabase.driver(address.uri, auth=login, max_transaction_retry_time=30)


def test_it_listens_for_bolt_on_this_machine_alone(server: Neo4jServer) -> None:
    listening = [
        each.laddr
        for each in psutil.Process(server.pid).net_connections(kind="inet")
        if each.status == psutil.CONN_LISTEN
    ]
    assert [f"bolt://{each.ip.removeprefix('::ffff:')}:{each.port}" for each in listening] == [
        address_of(server).uri
    ]
    assert "//127.0.0.1:" in address_of(server).uri


def test_nobody_gets_in_with_the_password_that_everybody_knows(server: Neo4jServer) -> None:
    with (
        neo4j.GraphDatabase.driver(address_of(server).uri, auth=("neo4j", "neo4j")) as driver,
        pytest.raises(AuthError),
    ):
        driver.verify_connectivity()


def test_a_second_owner_is_told_who_uses_the_store(server: Neo4jServer, jars: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from tests.graph.neo4j_fixture import a_server;"
        "a_server(Path(sys.argv[1]), Path(sys.argv[2])).start()"
    )
    command = [sys.executable, "-c", script, server.home.folder, jars]
    second = subprocess.run(command, capture_output=True, text=True, check=False)
    assert second.returncode != 0
    assert AlreadyRunning.__name__ in second.stderr
    assert f"process {os.getpid()} (Neo4j at {address_of(server).uri})" in second.stderr
    assert server.is_alive()


def test_after_kill_9_it_comes_back_at_the_same_address_with_all_that_was_acknowledged(
    server: Neo4jServer,
) -> None:
    before = address_of(server)
    with open_driver(before) as driver:
        driver.execute_query("UNWIND range(1, 500) AS n CREATE (:Kept {n: n})")
        assert server.pid is not None
        os.kill(server.pid, signal.SIGKILL)
        while server.is_alive():
            time.sleep(0.05)
        with pytest.raises((DriverError, Neo4jError)):
            ask_once(driver)
        server.start()
        assert address_of(server) == before
        counted = driver.execute_query("MATCH (k:Kept) RETURN count(k) AS n").records[0]["n"]
        assert counted == 500


def ask_once(driver: neo4j.Driver) -> None:
    with driver.session() as session:
        session.run("RETURN 1").consume()


def test_a_wrong_password_is_told_and_the_store_stays(server: Neo4jServer) -> None:
    kept = server.home.password_file.read_text(encoding="utf-8")
    server.stop()
    write_privately(server.home.password_file, "x" * 32 + "\n")
    with pytest.raises(PasswordLost, match="does not open the store"):
        server.start()
    assert running_address(server.home) is None, "a failed start keeps the home"
    write_privately(server.home.password_file, kept)
    server.start()


def test_kill_9_of_the_owner_loses_nothing_and_hinders_nobody(tmp_path: Path, jars: Path) -> None:
    command = [sys.executable, "-c", WRITE_UNTIL_KILLED, tmp_path / "neo4j", jars]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout is not None
        acknowledged = [int(owner.stdout.readline()) for _ in range(50)]
        os.kill(owner.pid, signal.SIGKILL)
        acknowledged += [int(line) for line in owner.stdout if line.endswith("\n")]
    with a_server(tmp_path / "neo4j", jars) as address, open_driver(address) as driver:
        rows = driver.execute_query("MATCH (a:Acknowledged) RETURN a.n AS n").records
    assert {row["n"] for row in rows} >= set(acknowledged)


def test_a_server_that_outlived_its_owner_is_ended_first(tmp_path: Path, jars: Path) -> None:
    first = a_server(tmp_path / "neo4j", jars)
    with first:
        orphan = psutil.Process(first.pid)
        first._owner.release()  # as if the owner were gone and its server were not
        with a_server(tmp_path / "neo4j", jars) as address, open_driver(address) as driver:
            assert not first.is_alive()
            assert not orphan.is_running()
            driver.verify_connectivity()


def test_a_server_that_cannot_start_says_why(tmp_path: Path, jars: Path) -> None:
    server = a_server(tmp_path / "neo4j", jars)
    (tmp_path / "neo4j" / "server" / "data").mkdir(parents=True)
    (tmp_path / "neo4j" / "server" / "data" / "databases").write_text("in the way", encoding="utf-8")
    write_privately(tmp_path / "neo4j" / "version", f"{server.version}\n")
    write_privately(tmp_path / "neo4j" / "password", "x" * 32 + "\n")
    with pytest.raises(DidNotStart, match="databases") as problem:
        server.start()
    assert "logs" in problem.value.next_step
    assert running_address(Home(tmp_path / "neo4j")) is None
