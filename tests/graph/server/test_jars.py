"""The jars of Neo4j: fetched once, checked always. No network: a dict plays the repository."""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.server.jars import LOCK, Jar, Lock, check, fetch, read_lock
from graph.server.problems import JarMismatch, JarsUnreachable

CONTENT = {f"org.example:part-{n}:1.{n}": f"content of part {n}".encode() for n in range(20)}


def a_lock(content: dict[str, bytes] = CONTENT) -> Lock:
    jars = [Jar(name, hashlib.sha256(data).hexdigest(), len(data)) for name, data in content.items()]
    return Lock("1.0", tuple(jars))


class Repository:
    """Gives the content of jars and counts how often each was asked for."""

    def __init__(self, content: dict[str, bytes] = CONTENT, failures: int = 0) -> None:
        self.content = content
        self.asked: list[str] = []
        self._failures = failures
        self._guard = threading.Lock()

    def __call__(self, jar: Jar, into: Path, count: Callable[[int], None]) -> Path:
        with self._guard:
            self.asked.append(jar.coordinate)
            failing, self._failures = self._failures > 0, self._failures - 1
        if failing or jar.coordinate not in self.content:
            raise ConnectionError("no route")
        into.mkdir(parents=True)
        path = into / jar.file_name
        path.write_bytes(self.content[jar.coordinate])
        count(jar.size)
        return path


def test_all_jars_are_fetched_once_and_pass_the_check(tmp_path: Path) -> None:
    repository = Repository()
    for _ in range(2):
        fetch(a_lock(), tmp_path / "lib", fetch_one=repository)
    check(a_lock(), tmp_path / "lib")
    assert sorted(repository.asked) == sorted(CONTENT)
    assert [path.name for path in tmp_path.iterdir()] == ["lib"], "drafts are left behind"


def test_a_jar_with_another_hash_is_named_and_not_used(tmp_path: Path) -> None:
    spoilt = {**CONTENT, "org.example:part-7:1.7": b"something else"}
    with pytest.raises(JarMismatch, match=r"part-7-1\.7\.jar") as problem:
        fetch(a_lock(), tmp_path / "lib", fetch_one=Repository(spoilt))
    assert problem.value.next_step
    assert not (tmp_path / "lib" / "part-7-1.7.jar").exists()


def test_what_was_fetched_before_a_failure_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.server.jars.TRIES", 1)
    some = {name: data for name, data in CONTENT.items() if not name.endswith("3")}
    with pytest.raises(JarsUnreachable, match=r"org\.example:part-13:1\.13"):
        fetch(a_lock(), tmp_path / "lib", fetch_one=Repository(some))
    rest = Repository()
    fetch(a_lock(), tmp_path / "lib", fetch_one=rest)
    assert sorted(rest.asked) == ["org.example:part-13:1.13", "org.example:part-3:1.3"]


def test_a_connection_that_breaks_is_tried_again(tmp_path: Path) -> None:
    repository = Repository(failures=2)
    fetch(a_lock(), tmp_path / "lib", fetch_one=repository)
    assert len(repository.asked) == len(CONTENT) + 2


def test_a_jar_changed_on_disk_is_refused_by_name(tmp_path: Path) -> None:
    fetch(a_lock(), tmp_path / "lib", fetch_one=Repository())
    (tmp_path / "lib" / "part-4-1.4.jar").write_bytes(b"changed")
    for again in (
        lambda: check(a_lock(), tmp_path / "lib"),
        lambda: fetch(a_lock(), tmp_path / "lib", fetch_one=Repository()),
    ):
        with pytest.raises(JarMismatch, match=r"lib/part-4-1\.4\.jar"):
            again()


def test_a_jar_that_the_lock_does_not_know_is_refused_before_use(tmp_path: Path) -> None:
    fetch(a_lock(), tmp_path / "lib", fetch_one=Repository())
    (tmp_path / "lib" / "stranger.jar").write_bytes(b"x")
    with pytest.raises(JarMismatch, match=r"stranger\.jar"):
        check(a_lock(), tmp_path / "lib")


def test_a_new_lock_takes_out_the_jars_of_the_old_one(tmp_path: Path) -> None:
    fetch(a_lock(), tmp_path / "lib", fetch_one=Repository())
    fewer = a_lock(dict(list(CONTENT.items())[:5]))
    fetch(fewer, tmp_path / "lib", fetch_one=Repository())
    assert len(list((tmp_path / "lib").glob("*.jar"))) == 5


def test_two_callers_at_once_fetch_each_jar_once(tmp_path: Path) -> None:
    repository = Repository()
    callers = [
        threading.Thread(target=fetch, args=(a_lock(), tmp_path / "lib"), kwargs={"fetch_one": repository})
        for _ in range(3)
    ]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    assert sorted(repository.asked) == sorted(CONTENT)


def test_the_lock_file_names_all_of_neo4j_and_no_place_to_fetch_from() -> None:
    lock = read_lock()
    assert re.fullmatch(r"5\.26\.\d+", lock.version)
    assert len(lock.jars) == 214
    assert len({jar.file_name for jar in lock.jars}) == len(lock.jars)
    assert all(re.fullmatch(r"[0-9a-f]{64}", jar.sha256) for jar in lock.jars)
    assert "//" not in LOCK.read_text(encoding="utf-8")


def test_the_jars_that_the_tests_run_on_are_those_of_the_lock(jars: Path) -> None:
    check(read_lock(), jars)
