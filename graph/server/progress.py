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
    """Counts up to `total`, bytes unless `unit` names other things. `add` may be called from any thread."""

    def __init__(self, label: str, total: int, unit: str = "B") -> None:
        self._label = label
        self._total = total
        self._unit = unit
        self._done = 0
        self._guard = threading.Lock()
        self._said_at = time.monotonic()
        self._bar: tqdm[Never] | None = None
        if sys.stderr.isatty():
            self._bar = tqdm(total=total, desc=label, unit=unit, unit_scale=unit == "B")

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

    def add(self, n_more: int) -> None:
        with self._guard:
            self._done += n_more
            if self._bar is not None:
                self._bar.update(n_more)
            elif time.monotonic() - self._said_at > SECONDS_BETWEEN_LINES:
                self._say()

    def _say(self) -> None:
        self._said_at = time.monotonic()
        scale, unit = (1e6, "MB") if self._unit == "B" else (1, self._unit)
        done, total = self._done / scale, self._total / scale
        print(f"{self._label}: {done:.0f} of {total:.0f} {unit}", file=sys.stderr, flush=True)
