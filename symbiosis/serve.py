"""`make run`, `make backup`, `make restore`, `make demo-remove`.

python -m symbiosis.serve run            start everything; Ctrl-C stops everything
python -m symbiosis.serve backup         write the database to a file of var/backups
python -m symbiosis.serve restore FILE   make such a file the database; the present one is put aside
python -m symbiosis.serve demo-remove    take the demonstration region out
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

from graph.server import backup as backups
from graph.server.home import Home
from graph.server.jars import check, jars_folder, read_lock
from graph.server.owner import Held, Owner, current_owner
from graph.server.problems import ServerProblem
from graph.server.process import Neo4jServer
from symbiosis.backup_requests import Refused, Requests, Unanswered
from symbiosis.settings import BadSetting, Settings
from symbiosis.supervisor import CannotServe, Supervisor

ELSEWHERE = "The database is at {uri} (NEO4J_URI).\nNext step: use the backup that this server comes with."


class _Stop(BaseException):
    """Somebody asked the program to end."""


def run(settings: Settings) -> None:
    """Serve until told to stop; then web, jobs and Neo4j end, in this order."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(each, signal.SIG_IGN)  # stopping is not interrupted
        raise _Stop

    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, stop)
    supervisor = Supervisor(settings, None if settings.neo4j_uri else own_server(settings))
    try:
        supervisor.start()
        print(f"Symbiosis is at {supervisor.site} (Ctrl-C stops it)", flush=True)
        supervisor.watch()
    except _Stop:
        print("\nStopping ...", flush=True)
    finally:
        supervisor.stop()
    print("Stopped.", flush=True)


def backup(settings: Settings, *, now: datetime) -> None:
    """Write a backup. A running site does it itself; for some seconds its pages say: back soon."""
    if settings.neo4j_uri:
        raise CannotServe(ELSEWHERE.format(uri=settings.neo4j_uri))
    target = settings.var_dir / "backups" / backups.backup_name(now)
    lock = settings.var_dir / "run.lock"
    running = current_owner(lock)
    if running is not None:
        print(f"{running.get('site')} pauses for some seconds ...", flush=True)
        try:
            Requests(settings.var_dir / "run").ask(target, is_running=lambda: current_owner(lock) is not None)
        except Refused as reason:
            raise CannotServe(str(reason)) from None
        except Unanswered:
            raise CannotServe(
                "The site ended before the backup was written.\nNext step: run it again."
            ) from None
    else:
        server = own_server(settings)
        try:
            server.own()
            backups.dump(server, target)
        finally:
            server.stop()
    print(
        f"{target} ({target.stat().st_size / 1e6:.1f} MB)\n"
        f"Keep it together with {settings.var_dir / 'secrets'}, on another machine.",
        flush=True,
    )


def restore(settings: Settings, file: Path, *, now: datetime) -> None:
    """Make a backup the database. Needs a stopped site."""
    if settings.neo4j_uri:
        raise CannotServe(ELSEWHERE.format(uri=settings.neo4j_uri))
    try:
        owner = Owner(settings.var_dir / "run.lock").take(site="a restore under way")
    except Held as held:
        raise CannotServe(
            f"Symbiosis runs: process {held.facts.get('pid')}, {held.facts.get('site')}\n"
            "Next step: stop it with Ctrl-C where it runs, then restore."
        ) from None
    with owner:
        server = own_server(settings)
        aside = backups.restore(server.home, server.lib, server.version, file, now=now)
    print(f"{file} is the database now.", flush=True)
    if aside is not None:
        print(f"The one of before is in {aside}; delete it when you need it no more.", flush=True)


def demo_remove(settings: Settings) -> None:
    """Take the demonstration out, of a running site or a stopped one."""
    from symbiosis import demo, wiring  # noqa: PLC0415 (they load all of the site; the other commands need none)

    with somewhere(settings) as known:
        services = wiring.build(known)
        n_removed = demo.remove(services)
        services.store.driver.close()
    print(f"Took out {n_removed} nodes of the demonstration.", flush=True)


@contextmanager
def somewhere(settings: Settings) -> Iterator[Settings]:
    """The settings with a database that answers: the one named, our running one, or ours started for now."""
    if not settings.neo4j_uri:
        settings = Settings.from_environment(find_own=True)
    if settings.neo4j_uri:
        yield settings
        return
    with own_server(settings) as address:
        yield replace(
            settings, neo4j_uri=address.uri, neo4j_user=address.user, neo4j_password=address.password
        )


def own_server(settings: Settings) -> Neo4jServer:
    """Our Neo4j, not started; its jars are checked."""
    lock = read_lock()
    lib = jars_folder(lock)
    check(lock, lib)
    home = Home(settings.var_dir / "neo4j")
    return Neo4jServer(
        home, lib, lock.version, heap_mb=settings.neo4j_heap_mb, java_options=settings.neo4j_java_options
    )


def main(words: list[str]) -> None:
    os.umask(0o077)
    try:
        settings = Settings.from_environment(find_own=False)
        now = datetime.now(UTC)
        match words:
            case ["run"]:
                run(settings)
            case ["backup"]:
                backup(settings, now=now)
            case ["restore", file] if file:
                restore(settings, Path(file), now=now)
            case ["restore", *_]:
                sys.exit("Which file? make restore FILE=var/backups/….dump")
            case ["demo-remove"]:
                demo_remove(settings)
            case _:
                sys.exit(__doc__)
    except (BadSetting, CannotServe, ServerProblem) as problem:
        sys.exit(f"\n{problem}")
    except KeyboardInterrupt:
        sys.exit("\nInterrupted.")


if __name__ == "__main__":
    main(sys.argv[1:])
