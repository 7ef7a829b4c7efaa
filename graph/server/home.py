"""Where our Neo4j lives: its folders, configuration, password and the version that wrote the store."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from graph.server.problems import OtherVersion, PasswordLost

USER = "neo4j"
_FOLDERS = ("conf", "data/dbms", "logs", "plugins", "run", "import", "licenses")
_HASH_ROUNDS = 1024
_CONFIGURATION = """\
# Written anew at every start.
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
server.memory.pagecache.size={page_cache_mb}m
# An empty store takes 258 MB otherwise.
db.tx_log.preallocate=false
# The store is closed 0.3 s after SIGTERM; the rest of the usual 10 s is waiting.
internal.server.bolt.thread_pool_shutdown_wait_time=100ms
internal.server.bolt.connection_shutdown_wait_time=100ms
"""


@dataclass(frozen=True)
class Home:
    """The folder of one store. `server` is what Neo4j calls its home; the rest is ours."""

    folder: Path

    @property
    def server(self) -> Path:
        return self.folder / "server"

    @property
    def password_file(self) -> Path:
        return self.folder / "password"

    @property
    def version_file(self) -> Path:
        return self.folder / "version"

    @property
    def owner_file(self) -> Path:
        return self.folder / "owner.lock"

    @property
    def console_log(self) -> Path:
        return self.server / "logs" / "console.log"

    @property
    def own_log(self) -> Path:
        return self.server / "logs" / "neo4j.log"

    @property
    def has_store(self) -> bool:
        return (self.server / "data" / "databases").exists()


def check_version(home: Home, version: str) -> None:
    """Refuse a store that another version of Neo4j wrote.

    Raises:
        OtherVersion: with both versions and the way over.
    """
    if not home.has_store:
        return
    written_by = _read(home.version_file) or "a version that it does not tell"
    if written_by != version:
        raise OtherVersion(
            f"The store in {home.folder} was written by Neo4j {written_by}; this program runs {version}.",
            "with the release of this program that wrote it, run `make backup`; with this one, move "
            f"{home.folder} away and run `make restore FILE=` with that backup.",
        )


def prepare(home: Home, version: str, *, port: int, page_cache_mb: int = 256) -> str:
    """Bring a new or existing home to where Neo4j can start on it, and give its password.

    The folder has mode 0700, the password file 0600. A new store never knows another password than ours.

    Raises:
        OtherVersion, PasswordLost
    """
    check_version(home, version)
    password = read_password(home) if home.has_store else None
    home.folder.mkdir(parents=True, exist_ok=True)
    home.folder.chmod(0o700)
    for name in _FOLDERS:
        (home.server / name).mkdir(parents=True, exist_ok=True)
    settings = _CONFIGURATION.format(port=port, page_cache_mb=page_cache_mb)
    (home.server / "conf" / "neo4j.conf").write_text(settings, encoding="utf-8")
    if password is None:
        password = secrets.token_urlsafe(24)
        write_privately(home.password_file, password + "\n")
        write_privately(home.server / "data" / "dbms" / "auth.ini", _first_login(password))
        write_privately(home.version_file, version + "\n")
    return password


def read_password(home: Home) -> str:
    """The password of an existing store.

    Raises:
        PasswordLost: its file is missing or holds something else. No new store ever replaces the old one.
    """
    password = _read(home.password_file)
    if password is None or not re.fullmatch(r"[\w-]{32}", password, re.ASCII):
        state = "is missing" if password is None else "does not hold a password"
        raise PasswordLost(
            f"{home.password_file} {state}, and there is a store in {home.server}.",
            how_to_save_data(home),
        )
    return password


def how_to_save_data(home: Home) -> str:
    """The way out when a store is there and its password is not: a backup needs none."""
    return (
        "put the file back from your copy of var/. If there is none, the data can still be saved: "
        f"run `make backup`, move {home.folder} away, and run `make restore FILE=` with that backup."
    )


def write_privately(path: Path, text: str) -> None:
    """Write a file that only this user may read, whole or not at all."""
    draft = path.with_name(path.name + ".new")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, path)


def _first_login(password: str) -> str:
    """The line that neo4j-admin's `set-initial-password` writes, without showing the password to `ps`."""
    salt = secrets.token_bytes(32)
    digest = hashlib.sha256(salt + password.encode()).digest()
    for _ in range(_HASH_ROUNDS - 1):
        digest = hashlib.sha256(digest).digest()
    return f"{USER}:SHA-256,{digest.hex()},{salt.hex()},{_HASH_ROUNDS}:\n"


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        return ""
