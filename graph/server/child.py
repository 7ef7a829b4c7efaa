"""Become another program that ends when whoever started it ends, even by kill -9 (Linux only).

Run by path, with the standard library alone: `python -I -S graph/server/child.py PARENT_PID COMMAND …`.
A step between fork and exec would do the same, but is not safe in a process with threads.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def main() -> None:
    parent, command = int(sys.argv[1]), sys.argv[2:]
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # it ended before we asked
            sys.exit(1)
    os.execv(command[0], command)  # noqa: S606 (the command is the caller's own)


if __name__ == "__main__":
    main()
