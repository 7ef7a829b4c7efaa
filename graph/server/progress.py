"""Progress of something long: a bar on a terminal, a line now and then anywhere else."""

from __future__ import annotations

import sys
import threading
import time
from types import TracebackType
from typing import Never, Self

from tqdm import tqdm

SECONDS_BETWEEN_LINES = 5.0


class Progress:
    """Counts bytes up to `total`. `add` may be called from any thread."""

    def __init__(self, label: str, total: int) -> None:
        self._label = label
        self._total = total
        self._done = 0
        self._guard = threading.Lock()
        self._said_at = time.monotonic()
        self._bar: tqdm[Never] | None = None
        if sys.stderr.isatty():
            self._bar = tqdm(total=total, desc=label, unit="B", unit_scale=True)

    def __enter__(self) -> Self:
        if self._bar is None:
            self._say()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.close()
        else:
            self._say()

    def add(self, n_bytes: int) -> None:
        with self._guard:
            self._done += n_bytes
            if self._bar is not None:
                self._bar.update(n_bytes)
            elif time.monotonic() - self._said_at > SECONDS_BETWEEN_LINES:
                self._say()

    def _say(self) -> None:
        self._said_at = time.monotonic()
        done, total = self._done / 1e6, self._total / 1e6
        print(f"{self._label}: {done:.0f} of {total:.0f} MB", file=sys.stderr, flush=True)
