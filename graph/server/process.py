"""Start, watch and stop our own Neo4j."""

from __future__ import annotations

import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

import neo4j
from neo4j.exceptions import AuthError, ClientError, DriverError, Neo4jError

from graph.server import children, java
from graph.server.home import USER, Home, how_to_save_data, prepare, read_password
from graph.server.owner import Held, Owner, current_owner
from graph.server.problems import AlreadyRunning, DidNotStart, PasswordLost

START_PATIENCE_S = 180.0
STOP_PATIENCE_S = 60.0


@dataclass(frozen=True)
class Address:
    """Where a server answers, and how to log in."""

    uri: str
    user: str
    password: str = field(repr=False)


class Neo4jServer:
    """The server on one home. It owns the home from `start` to `stop`; both may be called again.

    Start it from a thread that lives as long as the process: Linux ends the server together with that thread.
    """

    def __init__(
        self,
        home: Home,
        lib: Path,
        version: str,
        *,
        heap_mb: int = 512,
        page_cache_mb: int = 256,
        java_options: tuple[str, ...] = (),
    ) -> None:
        self.home = home
        self.lib = lib
        self.version = version
        self._heap_mb = heap_mb
        self._java_options = java_options
        self._page_cache_mb = page_cache_mb
        self._owner = Owner(home.owner_file)
        self._owns = False
        self._port = 0
        self._child: subprocess.Popen[bytes] | None = None
        self._log_starts: dict[Path, int] = {}

    def own(self) -> None:
        """Become the owner of the home, and end a server that a killed owner left on it.

        Raises:
            AlreadyRunning: somebody else is the owner.
        """
        if self._owns:
            return
        try:
            self._owner.take()
        except Held as held:
            pid, uri = held.facts.get("pid", "unknown"), held.facts.get("uri", "not known yet")
            raise AlreadyRunning(
                f"The store in {self.home.folder} is in use by process {pid} (Neo4j at {uri}).",
                f"use that one, or stop it first (Ctrl-C where it runs, or `kill {pid}`).",
            ) from None
        self._owns = True
        children.stop_orphans(self._is_ours, patience_s=STOP_PATIENCE_S)

    def start(self) -> Address:
        """Start on a free port (the same again after a restart), and wait until it answers over Bolt.

        Raises:
            AlreadyRunning, OtherVersion, PasswordLost, DidNotStart
        """
        self.own()
        try:
            self._port = self._port if _is_free(self._port) else _free_port()
            password = prepare(self.home, self.version, port=self._port, page_cache_mb=self._page_cache_mb)
            address = Address(f"bolt://127.0.0.1:{self._port}", USER, password)
            command = java.server_command(self.lib, self.home.server, self._heap_mb, *self._java_options)
            self._log_starts = {log: _size(log) for log in (self.home.console_log, self.home.own_log)}
            self._child = children.start(command, log=self.home.console_log, cwd=self.home.server)
            self._wait_until_it_answers(address)
        except BaseException:
            self.stop()
            raise
        self._owner.say(uri=address.uri)
        return address

    def is_alive(self) -> bool:
        return self._child is not None and self._child.poll() is None

    @property
    def pid(self) -> int | None:
        return self._child.pid if self._child is not None and self.is_alive() else None

    def halt(self) -> None:
        """Stop the server, keep the home; `start` brings it back."""
        if self._child is not None:
            children.stop(self._child, patience_s=STOP_PATIENCE_S)
            self._child = None

    def stop(self) -> None:
        """Stop the server and give the home free."""
        self.halt()
        self._owner.release()
        self._owns = False

    def __enter__(self) -> Address:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _is_ours(self, command_line: list[str]) -> bool:
        return java.SERVER in command_line and f"--home-dir={self.home.server}" in command_line

    def _wait_until_it_answers(self, address: Address) -> None:
        until = time.monotonic() + START_PATIENCE_S
        while time.monotonic() < until:
            if not self.is_alive():
                raise self._did_not_start("ended while starting")
            if not _is_free(self._port) and _answers(address, self.home):
                return
            time.sleep(0.1)
        raise self._did_not_start(f"gave no answer within {START_PATIENCE_S:.0f} s")

    def _did_not_start(self, what: str) -> DidNotStart:
        said = b"".join(_from(log, start) for log, start in self._log_starts.items())
        lines = [line for line in said.decode("utf-8", "replace").splitlines() if line and line[0] != "\t"]
        reasons = "".join(f"\n  {line[:400]}" for line in lines if " INFO " not in line)
        return DidNotStart(
            f"Neo4j {what}.{reasons}", f"read {self.home.own_log}, mend the cause, start again."
        )


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _from(path: Path, start: int) -> bytes:
    """What was written since; all of it when the file is a new one of the same name."""
    content = path.read_bytes() if path.exists() else b""
    return content[start:] if len(content) >= start else content


def running_address(home: Home) -> Address | None:
    """Where the server on this home answers, when its owner runs and has started it."""
    owner = current_owner(home.owner_file)
    if owner is None or "uri" not in owner:
        return None
    return Address(str(owner["uri"]), USER, read_password(home))


def _answers(address: Address, home: Home) -> bool:
    try:
        with neo4j.GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver:
            driver.execute_query("RETURN 1", database_="neo4j")
    except AuthError:
        raise PasswordLost(
            f"The password in {home.password_file} does not open the store beside it.",
            how_to_save_data(home),
        ) from None
    except (DriverError, Neo4jError, ClientError, OSError):
        return False
    return True


def _is_free(port: int) -> bool:
    if port == 0:
        return False
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
