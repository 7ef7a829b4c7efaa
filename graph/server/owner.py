"""One owner for a thing on disk: a lock that ends with its process, however that ends, and names it."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import time
from pathlib import Path
from types import TracebackType
from typing import IO, Self

PATIENCE_S = 0.5  # a reader of the lock holds it for an instant


class Held(Exception):
    """Another process is the owner; `facts` is what it said of itself, at least `pid`."""

    def __init__(self, facts: dict[str, object]) -> None:
        self.facts = facts
        super().__init__(f"held by process {facts.get('pid', 'unknown')}")


class Owner:
    """Ownership of `path`, from `take` to `release` or the end of this process, kill -9 included."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[str] | None = None

    def take(self, **facts: object) -> Self:
        """Become the owner and say so.

        Raises:
            Held: by somebody else.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = self._path.open("a+", encoding="utf-8")
        until = time.monotonic() + PATIENCE_S
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > until:
                    file.close()
                    raise Held(_facts(self._path)) from None
                time.sleep(0.05)
        self._file = file
        self.say(**facts)
        return self

    def say(self, **facts: object) -> None:
        """Replace what others read about the owner; `pid` is added."""
        if self._file is None:
            raise RuntimeError("take it first")
        self._file.seek(0)
        self._file.truncate()
        json.dump({"pid": os.getpid(), **facts}, self._file)
        self._file.flush()

    def release(self) -> None:
        if self._file is not None:
            self._file.truncate(0)
            self._file.close()
            self._file = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def current_owner(path: Path) -> dict[str, object] | None:
    """What the living owner said of itself, or None when nobody owns it."""
    with contextlib.suppress(FileNotFoundError), path.open(encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return _facts(path)
    return None


def _facts(path: Path) -> dict[str, object]:
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:  # it is writing this moment
        return {}
    return facts if isinstance(facts, dict) else {}
