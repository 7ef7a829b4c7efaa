"""Programs that we start and stop: each in its own session, ending with us, found when it outlived us."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import psutil

CHILD = Path(__file__).with_name("child.py")


def start(
    command: Sequence[str],
    *,
    log: Path | None = None,
    cwd: Path | None = None,
    environ: Mapping[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    """Start a program; `command[0]` is an absolute path. Its output goes to `log` (appended) or to ours.

    It has its own session, so that Ctrl-C reaches us alone and we stop things in order.
    """
    wrapped = [sys.executable, "-I", "-S", str(CHILD), str(os.getpid()), *command]
    with contextlib.ExitStack() as stack:
        out = stack.enter_context(log.open("ab")) if log else None
        return subprocess.Popen(  # noqa: S603 (our own command)
            wrapped,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT if out else None,
            cwd=cwd,
            env=environ,
            start_new_session=True,
        )


def stop(child: subprocess.Popen[bytes], *, patience_s: float) -> int:
    """Ask it to end, wait, and end it when it does not. Gives its exit code (negative: the signal)."""
    if child.poll() is None:
        child.terminate()
        try:
            return child.wait(patience_s)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
    return child.wait()


def stop_orphans(is_ours: Callable[[list[str]], bool], *, patience_s: float = 30) -> list[int]:
    """End what an earlier run left behind: processes of this user whose command line `is_ours` knows.

    Gives their process ids. Only its owner may call this, or it would end a living run's children.
    """
    orphans = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.pid != os.getpid() and is_ours(process.cmdline()):
                process.terminate()
                orphans.append(process)
    _, stubborn = psutil.wait_procs(orphans, timeout=patience_s)
    for process in stubborn:
        with contextlib.suppress(psutil.Error):
            process.kill()
    psutil.wait_procs(stubborn, timeout=patience_s)
    return [process.pid for process in orphans]
