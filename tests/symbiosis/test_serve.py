"""`make run` after its set-up: one process that starts, watches and stops all of a site. All of it real.

The tests share one running site; each that ends a part of it leaves it running again.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

from graph.server.java import SHORT_LIVED
from graph.server.owner import current_owner

PATIENCE_S = 240
SERVE = [sys.executable, "-m", "symbiosis.serve"]


@dataclass
class Site:
    """A site on a folder of its own; `log` is all that it printed."""

    var_dir: Path
    log: Path
    port: int
    process: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def environ(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
        given = {"VAR_DIR": str(self.var_dir), "PORT": str(self.port), "DEMO": "0"}
        return {**kept, **given, "NEO4J_JAVA_OPTIONS": " ".join(SHORT_LIVED)}

    def start(self) -> None:
        with self.log.open("wb") as out:
            self.process = subprocess.Popen(
                [*SERVE, "run"], env=self.environ, stdin=subprocess.DEVNULL, stdout=out, stderr=out
            )
        wait_until(lambda: "Symbiosis is at" in self.said or self.process.poll() is not None)
        assert self.process.poll() is None, self.said

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Another command on the same folder."""
        return subprocess.run(
            [*SERVE, *words],
            env=self.environ,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_S,
        )

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        assert self.process is not None
        with contextlib.suppress(ProcessLookupError):
            self.process.send_signal(how)
        return self.process.wait(PATIENCE_S)

    @property
    def said(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    @property
    def parts(self) -> dict[str, psutil.Process]:
        """Neo4j, the web server's master and the jobs, as far as they run."""
        assert self.process is not None
        names = {"org.neo4j.server.CommunityEntryPoint": "neo4j", "gunicorn": "web", "symbiosis.jobs": "jobs"}
        found = {}
        for child in psutil.Process(self.process.pid).children():
            with contextlib.suppress(psutil.Error):
                for word in child.cmdline():
                    if word in names:
                        found[names[word]] = child
        return found

    def status(self, path: str) -> int:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=20) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            with error:
                return error.code
        except OSError:
            return 0


def wait_until(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < until, "it did not come to be so in time"
        time.sleep(0.2)


def a_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, jars: Path) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    running = Site(folder / "var", folder / "log", a_free_port())
    running.start()
    yield running
    running.stop()


def test_the_first_start_makes_an_administrator_and_serves(site: Site) -> None:
    assert re.search(
        r"^Administrator: administrator@example\.org\nOne-time password: \S{10,}$", site.said, re.M
    )
    assert site.status("/health/ready") == 200
    assert site.status("/") == 200
    assert set(site.parts) == {"neo4j", "web", "jobs"}


def test_nothing_that_it_keeps_can_be_read_by_others(site: Site) -> None:
    open_to_others = [path for path in site.var_dir.rglob("*") if path.stat().st_mode & 0o077]
    assert open_to_others == []


def test_a_second_start_says_which_one_runs(site: Site) -> None:
    second = site.run("run")
    assert second.returncode == 1
    assert site.process is not None
    assert f"process {site.process.pid}, http://127.0.0.1:{site.port}" in second.stderr
    assert site.status("/health/ready") == 200


def test_a_restore_under_a_running_site_is_refused(site: Site) -> None:
    done = site.run("restore", "whatever.dump")
    assert done.returncode == 1
    assert "stop it with Ctrl-C" in done.stderr


@pytest.mark.parametrize("part", ["neo4j", "web", "jobs"])
def test_a_part_that_is_killed_comes_back(site: Site, part: str) -> None:
    others = {name: process.pid for name, process in site.parts.items() if name != part}
    killed = site.parts[part]
    killed.kill()
    if part == "neo4j":
        wait_until(lambda: site.status("/health/ready") == 503)
        assert site.status("/health/live") == 200
    wait_until(lambda: site.parts.get(part, killed) != killed)
    wait_until(lambda: site.status("/health/ready") == 200)
    assert {name: process.pid for name, process in site.parts.items() if name != part} == others


def test_a_backup_of_a_running_site_and_its_restore(site: Site) -> None:
    done = site.run("backup")
    assert done.returncode == 0, done.stderr
    (file,) = (site.var_dir / "backups").iterdir()
    assert str(file) in done.stdout
    wait_until(lambda: site.status("/health/ready") == 200)
    assert site.stop() == 0
    restored = site.run("restore", str(file))
    assert restored.returncode == 0, restored.stderr
    assert list(site.var_dir.glob("neo4j.before-*"))
    site.start()
    assert "One-time password" not in site.said, "the administrator of the backup is gone"
    assert site.status("/health/ready") == 200


def test_kill_9_of_all_hinders_nothing(site: Site) -> None:
    parts = site.parts
    assert site.stop(signal.SIGKILL) == -signal.SIGKILL
    assert current_owner(site.var_dir / "run.lock") is None
    site.start()
    assert "One-time password" not in site.said, "the store was lost"
    assert site.status("/health/ready") == 200
    assert not any(process.is_running() for process in parts.values())


def test_a_taken_port_is_named_with_the_next_step(site: Site, tmp_path: Path) -> None:
    shutil.copytree(site.var_dir / "secrets", tmp_path / "var" / "secrets")
    other = Site(tmp_path / "var", tmp_path / "log", site.port)
    done = other.run("run")
    assert done.returncode == 1
    assert f"make run PORT={site.port + 1}" in done.stderr


def test_an_order_to_stop_ends_everything_in_order(site: Site) -> None:
    parts = site.parts
    assert site.stop(signal.SIGINT) == 0
    assert site.said.rstrip().endswith("Stopped.")
    assert not any(process.is_running() for process in parts.values())
    assert site.status("/health/live") == 0
    own_words = (site.var_dir / "neo4j" / "server" / "logs" / "neo4j.log").read_text(encoding="utf-8")
    assert own_words.splitlines()[-1].endswith("Stopped."), "Neo4j was not closed in order"
