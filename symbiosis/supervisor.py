"""Keeps what makes up a running site: Neo4j, the web server, the periodic jobs."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graph.server import children
from graph.server.backup import dump
from graph.server.owner import Held, Owner
from graph.server.problems import ServerProblem
from graph.server.process import Neo4jServer
from symbiosis.backup_requests import Requests
from symbiosis.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
LOOK_EVERY_S = 0.5
FIRST_PAGE_PATIENCE_S = 60.0
STOP_PATIENCE_S = 20.0
STEADY_AFTER_S = 60.0
LONGEST_PAUSE_S = 60.0


class CannotServe(Exception):
    """The site cannot start; the message says why and what to do."""


@dataclass
class Pause:
    """How long to wait before something that ended is started again: longer each time it ends soon."""

    length_s: float = 0.0
    until: float = 0.0

    def begin(self, lived_s: float) -> None:
        self.length_s = 1.0 if lived_s > STEADY_AFTER_S else min(max(1.0, 2 * self.length_s), LONGEST_PAUSE_S)
        self.until = time.monotonic() + self.length_s

    @property
    def is_over(self) -> bool:
        return time.monotonic() >= self.until


class Program:
    """A child process and when it may be started again."""

    def __init__(self, name: str, command: list[str]) -> None:
        self.name = name
        self.command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._started_at = 0.0
        self.pause = Pause()

    def start(self, environ: dict[str, str]) -> None:
        self._process = children.start(self.command, cwd=ROOT, environ=environ)
        self._started_at = time.monotonic()

    def ended(self) -> int | None:
        """Its exit code, once, when it has ended since `start`."""
        code = self._process.poll() if self._process is not None else None
        if code is not None:
            self._process = None
            self.pause.begin(time.monotonic() - self._started_at)
        return code

    def is_running(self) -> bool:
        return self._process is not None

    def wait(self) -> int:
        return self._process.wait() if self._process is not None else 0

    def stop(self) -> None:
        if self._process is not None:
            children.stop(self._process, patience_s=STOP_PATIENCE_S)
            self._process = None


def _say(text: str) -> None:
    print(text, flush=True)


class Supervisor:
    """One running site: `start`, then `watch`, which does not return; `stop` ends in order what was started.

    All three belong to the main thread.
    """

    def __init__(
        self, settings: Settings, server: Neo4jServer | None, say: Callable[[str], None] = _say
    ) -> None:
        """`server`: our own Neo4j, or None when `settings` name another."""
        self._settings = settings
        self._server = server
        self._say = say
        self._owner = Owner(settings.var_dir / "run.lock")
        self._requests = Requests(settings.var_dir / "run")
        # the folder in the command line tells the programs of this site from those of another
        python = [sys.executable, "-X", f"symbiosis={settings.var_dir}", "-m"]
        gunicorn = [*python, "gunicorn", "--config", str(ROOT / "gunicorn.conf.py")]
        self._first_steps = Program("The first steps", [*python, "symbiosis.first_steps"])
        self._web = Program("The web server", gunicorn)
        self._jobs = Program("The jobs", [*python, "symbiosis.jobs"])
        self._server_pause = Pause()
        self._server_started_at = 0.0
        self._environ = {**os.environ, "VAR_DIR": str(settings.var_dir)}

    @property
    def site(self) -> str:
        host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(self._settings.host, self._settings.host)  # noqa: S104
        return f"http://{host}:{self._settings.port}"

    def start(self) -> None:
        """Start everything and return when the first page is served.

        Raises:
            CannotServe: with the reason. ServerProblem: our own Neo4j cannot start.
        """
        try:
            self._owner.take(site=self.site)
        except Held as held:
            raise CannotServe(
                f"Symbiosis runs already: process {held.facts.get('pid')}, {held.facts.get('site')}\n"
                "Next step: use that one, or stop it with Ctrl-C where it runs."
            ) from None
        self._requests.forget()
        ours = [program.command for program in (self._first_steps, self._web, self._jobs)]
        children.stop_orphans(lambda words: words in ours, patience_s=STOP_PATIENCE_S)
        self._refuse_taken_port()
        if self._server is not None:
            self._say("Starting Neo4j ...")
            self._start_server(self._server)
        self._first_steps.start(self._environ)
        if self._first_steps.wait() != 0:
            raise CannotServe("The database could not be made ready; the reason is above.")
        self._web.start(self._environ)
        self._wait_for_first_page()
        self._jobs.start(self._environ)

    def watch(self) -> None:
        """Start again what ends, and write backups that are asked for, until an exception ends it."""
        while True:
            time.sleep(LOOK_EVERY_S)
            if self._server is not None:
                self._look_after_server(self._server)
                self._answer_request(self._server)
            for program in (self._web, self._jobs):
                code = program.ended()
                if code is not None:
                    self._say(
                        f"{program.name} ended ({_told(code)}); again in {program.pause.length_s:.0f} s."
                    )
                elif not program.is_running() and program.pause.is_over:
                    program.start(self._environ)

    def stop(self) -> None:
        """End the web server, the jobs and Neo4j, in this order."""
        for program in (self._web, self._jobs, self._first_steps):
            program.stop()
        if self._server is not None:
            self._server.stop()
        self._owner.release()

    def _start_server(self, server: Neo4jServer) -> bool:
        """Start our Neo4j; True when it answers at another address than before."""
        self._server_started_at = time.monotonic()
        address = server.start()
        moved = self._environ.get("NEO4J_URI") != address.uri
        self._environ |= {
            "NEO4J_URI": address.uri,
            "NEO4J_USER": address.user,
            "NEO4J_PASSWORD": address.password,
        }
        return moved

    def _look_after_server(self, server: Neo4jServer) -> None:
        if server.is_alive() or not self._server_pause.is_over:
            return
        self._server_pause.begin(time.monotonic() - self._server_started_at)
        self._say("Neo4j ended; starting it again.")
        try:
            if self._start_server(server):  # its port was taken meanwhile: everybody must hear of the new one
                self._web.stop()
                self._jobs.stop()
        except ServerProblem as problem:
            self._say(f"{problem}\nTrying again in {self._server_pause.length_s:.0f} s.")

    def _answer_request(self, server: Neo4jServer) -> None:
        target = self._requests.next()
        if target is None:
            return
        self._say(f"Pausing Neo4j to write {target} ...")
        problem = None
        try:
            server.halt()
            dump(server, target)
        except (ServerProblem, OSError) as reason:
            problem = str(reason)
        with contextlib.suppress(ServerProblem):  # else the next look starts it
            self._start_server(server)
        self._requests.answer(problem)
        self._say("Neo4j answers again.")

    def _refuse_taken_port(self) -> None:
        host, port = self._settings.host, self._settings.port
        try:
            family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
            with socket.socket(family, kind) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(address)
        except OSError as problem:
            raise CannotServe(
                f"{host}:{port} cannot be used ({problem.strerror}).\n"
                f"Next step: stop what uses it, or choose another one: make run PORT={port + 1}"
            ) from None

    def _wait_for_first_page(self) -> None:
        until = time.monotonic() + FIRST_PAGE_PATIENCE_S
        while time.monotonic() < until:
            code = self._web.ended()
            if code is not None:
                raise CannotServe(f"The web server ended ({_told(code)}); the reason is above.")
            with (
                contextlib.suppress(urllib.error.URLError, OSError),
                urllib.request.urlopen(f"{self.site}/health/live", timeout=5),  # noqa: S310 (our own)
            ):
                return
            time.sleep(0.1)
        raise CannotServe(f"The web server gave no answer within {FIRST_PAGE_PATIENCE_S:.0f} s.")


def _told(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"
