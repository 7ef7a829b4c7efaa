"""The jars of Neo4j: fetched once, by coordinate, and used only when they are those of `jars.lock`."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import requests
from jgo.maven import MavenContext, PythonResolver

from graph.server.problems import JarMismatch, JarsUnreachable
from graph.server.progress import Progress

LOCK = Path(__file__).with_name("jars.lock")
AT_A_TIME = 8
TRIES = 4

VAR = Path(__file__).resolve().parent.parent.parent / "var"

Fetch = Callable[["Jar", Path, Callable[[int], None]], Path]


@dataclass(frozen=True)
class Jar:
    """One file: `coordinate` is group:artifact:version[:classifier], `size` in bytes."""

    coordinate: str
    sha256: str
    size: int

    @property
    def file_name(self) -> str:
        return "-".join(self.coordinate.split(":")[1:]) + ".jar"


@dataclass(frozen=True)
class Lock:
    """All jars that one version of Neo4j runs on."""

    version: str
    jars: tuple[Jar, ...]


def read_lock(path: Path = LOCK) -> Lock:
    """What the lock file names. Its version is that of `org.neo4j:neo4j`."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    jars = tuple(Jar(name, sha256, int(size)) for name, sha256, size in (line.split() for line in lines))
    (version,) = [
        jar.coordinate.split(":")[2] for jar in jars if jar.coordinate.startswith("org.neo4j:neo4j:")
    ]
    return Lock(version, jars)


def jars_folder(lock: Lock) -> Path:
    """Where the jars are kept: `var/cache`, or the folder SYMBIOSIS_CACHE when clones share one."""
    return Path(os.environ.get("SYMBIOSIS_CACHE") or VAR / "cache").resolve() / f"neo4j-{lock.version}"


def fetch(lock: Lock, folder: Path, *, fetch_one: Fetch | None = None) -> None:
    """Bring `folder` to hold exactly the jars of `lock`, each checked; what is there is not fetched again.

    Safe to interrupt and to call from several processes at once: a file appears under its name only when it
    is whole and right, and callers wait for each other.

    Raises:
        JarMismatch: a jar, there or just fetched, has another SHA-256 than the lock names.
        JarsUnreachable: some could not be fetched; those that could stay for the next try.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder), tempfile.TemporaryDirectory(dir=folder.parent, prefix="fetching-") as drafts:
        _remove_strangers(lock, folder)
        missing = [jar for jar in lock.jars if not (folder / jar.file_name).exists()]
        if missing:
            _fetch_all(missing, folder, Path(drafts), fetch_one or _from_repository)
        check(lock, folder)


def check(lock: Lock, folder: Path) -> None:
    """Compare every jar with the lock (0.3 s for all of them).

    Raises:
        JarMismatch: naming the first file that is not what the lock says, or not in it.
        JarsUnreachable: when files are missing.
    """
    for jar in lock.jars:
        path = folder / jar.file_name
        if not path.exists():
            raise JarsUnreachable(f"{path} is missing.", "run `make run` again; it fetches what is missing.")
        _check_one(jar, path)
    strangers = {path.name for path in folder.glob("*.jar")} - {jar.file_name for jar in lock.jars}
    if strangers:
        raise JarMismatch(f"{folder / min(strangers)} is not in {LOCK.name}.", "delete it and start again.")


def _check_one(jar: Jar, path: Path) -> None:
    found = _sha256(path)
    if found != jar.sha256:
        raise JarMismatch(
            f"{path} is not the file that {LOCK.name} names: SHA-256 {found}, expected {jar.sha256}.",
            "delete this file and start again; it is then fetched anew.",
        )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with (folder / ".lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _remove_strangers(lock: Lock, folder: Path) -> None:
    """Take out jars of an earlier lock file, and drafts that a killed fetch left behind."""
    wanted = {jar.file_name for jar in lock.jars}
    for path in folder.glob("*.jar"):
        if path.name not in wanted:
            path.unlink()
    an_hour_ago = time.time() - 3600
    for draft in folder.parent.glob("fetching-*"):
        with contextlib.suppress(FileNotFoundError):
            if draft.stat().st_mtime < an_hour_ago:
                shutil.rmtree(draft, ignore_errors=True)


def _fetch_all(jars: list[Jar], folder: Path, drafts: Path, fetch_one: Fetch) -> None:
    failed: list[str] = []
    with Progress("Neo4j", sum(jar.size for jar in jars)) as progress, ThreadPoolExecutor(AT_A_TIME) as pool:
        tasks = {}
        for number, jar in enumerate(jars):
            tasks[pool.submit(_fetch_checked, jar, folder, drafts / str(number), fetch_one, progress.add)] = (
                jar
            )
        try:
            for task in as_completed(tasks):
                try:
                    task.result()
                except (OSError, RuntimeError, requests.RequestException) as problem:
                    failed.append(f"{tasks[task].coordinate} ({problem})")
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    if failed:
        raise JarsUnreachable(
            f"{len(failed)} of {len(jars)} jars of Neo4j could not be fetched, among them {min(failed)}.",
            "check the connection to the network and start again; what was fetched is kept.",
        )


def _fetch_checked(
    jar: Jar, folder: Path, drafts: Path, fetch_one: Fetch, add: Callable[[int], None]
) -> None:
    for attempt in range(1, TRIES + 1):
        got = 0

        def count(n_bytes: int) -> None:
            nonlocal got
            got += n_bytes
            add(n_bytes)

        try:
            draft = fetch_one(jar, drafts / str(attempt), count)
            break
        except (OSError, requests.RequestException):
            add(-got)
            if attempt == TRIES:
                raise
            time.sleep(2**attempt / 4)
    found = _sha256(draft)
    if found != jar.sha256:
        raise JarMismatch(
            f"{jar.file_name} ({jar.coordinate}) came with SHA-256 {found}, but {LOCK.name} names "
            f"{jar.sha256}. It was not used.",
            "start again; if it comes back the same, something between you and the repository changes files: "
            "use another network, and tell those who keep the project.",
        )
    os.replace(draft, folder / jar.file_name)


def _from_repository(jar: Jar, into: Path, count: Callable[[int], None]) -> Path:
    """Fetch one jar into a folder of its own with jgo, from wherever it is configured to look."""

    @contextmanager
    def counted(_name: str, _total: int) -> Iterator[Callable[[int], None]]:
        yield count

    group, artifact, version, *classifier = jar.coordinate.split(":")
    context = MavenContext(repo_cache=into, timeout=60, resolver=PythonResolver(progress_callback=counted))
    component = context.project(group, artifact).at_version(version)
    path: Path | None = context.resolver.download(component.artifact(*classifier))
    if path is None:
        raise FileNotFoundError(f"no repository has {jar.coordinate}")
    return path
