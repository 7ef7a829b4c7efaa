"""Secrets that the program makes for itself once, in files that only its user may read."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from collections.abc import Callable
from pathlib import Path


def _long_secret() -> str:
    return secrets.token_urlsafe(32)


def read_or_make(path: Path, make: Callable[[], str] = _long_secret) -> str:
    """The secret kept in `path`; made on the first call, also when several processes call at once.

    The folder has mode 0700, the file 0600. Unless `make` makes another, a secret is 43 letters, digits, `-`
    and `_`: 256 bits.

    Raises:
        OSError: the file can be neither read nor written.
    """
    with contextlib.suppress(FileNotFoundError):
        return path.read_text(encoding="ascii").strip()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.parent.chmod(0o700)
    handle, draft = tempfile.mkstemp(dir=path.parent)  # mode 0600 from the start
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(make() + "\n")
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):  # another process was first: its secret counts
            os.link(draft, path)
    finally:
        os.unlink(draft)
    return path.read_text(encoding="ascii").strip()
