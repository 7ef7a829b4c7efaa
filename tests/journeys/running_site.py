"""The site as it is served: gunicorn in a process of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.server.process import Address

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 60.0
KEYS = {"SECRET_KEY": "journeys " * 5, "PERSONAL_NUMBER_KEY": "numbers " * 5}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running_site(graph: Address, folder: Path) -> Iterator[str]:
    """Serve on a free port of 127.0.0.1 until the end; gives the address of the front page without slash."""
    port = free_port()
    environ = os.environ | KEYS
    environ |= {
        "NEO4J_URI": graph.uri,
        "NEO4J_USER": graph.user,
        "NEO4J_PASSWORD": graph.password,
        "VAR_DIR": str(folder),
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "WEB_WORKERS": "1",
        "DEMO": "0",
    }
    log = folder / "site.log"
    with log.open("wb") as output:
        command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py"]
        process = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=output, stderr=output)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/health/live", process, log)
            yield address
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=PATIENCE_S)


def _wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"{address} is not served:\n{log.read_text(encoding='utf-8')[-3000:]}")
