"""One owner at a time, and none once its process is gone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from graph.server.owner import Held, Owner, current_owner

HOLD = """
import sys, time
from pathlib import Path
from graph.server.owner import Owner
kept = Owner(Path(sys.argv[1])).take(site="http://127.0.0.1:8000")
print("taken", flush=True)
time.sleep(60)
"""


def test_a_second_owner_is_refused_and_told_who_the_first_is(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, tmp_path / "lock"], stdout=subprocess.PIPE) as first:
        assert first.stdout is not None
        first.stdout.readline()
        with pytest.raises(Held) as held:
            Owner(tmp_path / "lock").take()
        assert held.value.facts == {"pid": first.pid, "site": "http://127.0.0.1:8000"}
        assert current_owner(tmp_path / "lock") == held.value.facts
        os.kill(first.pid, signal.SIGKILL)
    assert current_owner(tmp_path / "lock") is None
    with Owner(tmp_path / "lock").take(site="mine"):
        assert current_owner(tmp_path / "lock") == {"pid": os.getpid(), "site": "mine"}


def test_after_release_the_next_may_take_it(tmp_path: Path) -> None:
    for _ in range(2):
        with Owner(tmp_path / "lock").take():
            pass
    assert current_owner(tmp_path / "lock") is None


def test_a_lock_that_was_never_taken_has_no_owner(tmp_path: Path) -> None:
    assert current_owner(tmp_path / "lock") is None
