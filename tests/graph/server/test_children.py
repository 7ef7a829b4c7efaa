"""Children end with us, end when told, and are found again when they outlived us."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from graph.server import children

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
PARENT = """
import sys, time
from graph.server import children
print(children.start([sys.executable, "-c", "import time; time.sleep(60)"]).pid, flush=True)
time.sleep(60)
"""


def gone(pid: int, within_s: float = 10) -> bool:
    until = time.monotonic() + within_s
    while time.monotonic() < until:
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends children with their parent")
def test_a_child_ends_when_its_parent_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert psutil.pid_exists(child)
        os.kill(parent.pid, signal.SIGKILL)
    assert gone(child)


def test_a_child_that_does_not_listen_is_ended_all_the_same(tmp_path: Path) -> None:
    deaf = "import signal, time; signal.signal(15, signal.SIG_IGN); print(1, flush=True); time.sleep(60)"
    log = tmp_path / "log"
    child = children.start([sys.executable, "-c", deaf], log=log)
    while not log.read_bytes():
        time.sleep(0.05)
    assert children.stop(child, patience_s=0.3) == -signal.SIGKILL


def test_stopping_gives_the_exit_code() -> None:
    child = children.start([sys.executable, "-c", "raise SystemExit(3)"])
    child.wait(10)
    assert children.stop(child, patience_s=1) == 3


def test_a_child_is_not_in_our_session_so_ctrl_c_reaches_us_alone() -> None:
    child = children.start(SLEEP)
    try:
        assert os.getsid(child.pid) == child.pid
    finally:
        children.stop(child, patience_s=5)


def test_orphans_are_known_by_their_command_line_and_nobody_else_is_ended() -> None:
    mark = f"mark-{os.getpid()}"
    ours = subprocess.Popen([*SLEEP, mark], start_new_session=True)
    other = subprocess.Popen(SLEEP, start_new_session=True)
    try:
        assert children.stop_orphans(lambda words: mark in words, patience_s=5) == [ours.pid]
        assert gone(ours.pid)
        assert other.poll() is None
    finally:
        for process in (ours, other):
            process.kill()
            process.wait()
