"""How `make backup` asks a running site for a backup: a file with the wish, a file with the answer.

Only the process that owns Neo4j may halt it, so the one that wants a backup asks and waits.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LOOK_EVERY_S = 0.2


class Unanswered(Exception):
    """The site ended, or gave no answer in time."""


class Refused(Exception):
    """The site could not write the backup; the message is its reason."""


@dataclass(frozen=True)
class Requests:
    """The two files, in a folder that only this user can read."""

    folder: Path

    @property
    def _wish(self) -> Path:
        return self.folder / "backup.request"

    @property
    def _answer(self) -> Path:
        return self.folder / "backup.answer"

    def ask(self, target: Path, *, is_running: Callable[[], bool], patience_s: float = 600) -> None:
        """Wish for a backup at `target` and wait until it is there.

        Raises:
            Refused, Unanswered
        """
        self.forget()
        _write(self._wish, {"target": str(target)})
        until = time.monotonic() + patience_s
        try:
            while time.monotonic() < until and is_running():
                with contextlib.suppress(FileNotFoundError):
                    answer = json.loads(self._answer.read_text(encoding="utf-8"))
                    if answer["problem"] is not None:
                        raise Refused(answer["problem"])
                    return
                time.sleep(LOOK_EVERY_S)
        finally:
            self.forget()
        raise Unanswered

    def next(self) -> Path | None:
        """The target that somebody wishes for, taken from the list."""
        try:
            wish = json.loads(self._wish.read_text(encoding="utf-8"))
            self._wish.unlink()
        except FileNotFoundError:
            return None
        return Path(wish["target"])

    def answer(self, problem: str | None) -> None:
        """Say that the backup is there, or why not."""
        _write(self._answer, {"problem": problem})

    def forget(self) -> None:
        """Drop what an earlier run left."""
        self._wish.unlink(missing_ok=True)
        self._answer.unlink(missing_ok=True)


def _write(path: Path, content: dict[str, Any]) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".new")
    draft.write_text(json.dumps(content), encoding="utf-8")
    os.replace(draft, path)
