"""The home of the store: private, with one password, and never replaced in silence."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from graph.server.home import Home, prepare, read_password
from graph.server.problems import OtherVersion, PasswordLost

VERSION = "5.26.28"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "neo4j")


@pytest.fixture
def used_home(home: Home) -> Home:
    """A home whose server has made its store."""
    prepare(home, VERSION, port=7000)
    (home.server / "data" / "databases" / "neo4j").mkdir(parents=True)
    return home


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_only_its_user_can_read_a_new_home(home: Home) -> None:
    password = prepare(home, VERSION, port=7000)
    assert mode(home.folder) == 0o700
    assert mode(home.password_file) == 0o600
    assert home.password_file.read_text(encoding="utf-8").strip() == password
    for file in home.folder.rglob("*"):
        if file.is_file() and file != home.password_file:
            assert password not in file.read_text(encoding="utf-8")


def test_the_password_of_a_store_stays(used_home: Home) -> None:
    assert prepare(used_home, VERSION, port=7000) == prepare(used_home, VERSION, port=7001)


def test_every_home_has_another_password(tmp_path: Path) -> None:
    made = {prepare(Home(tmp_path / str(n)), VERSION, port=7000) for n in range(5)}
    assert len(made) == 5


def test_the_configuration_says_where_to_listen(used_home: Home) -> None:
    prepare(used_home, VERSION, port=7123)
    written = (used_home.server / "conf" / "neo4j.conf").read_text(encoding="utf-8")
    assert "server.bolt.listen_address=127.0.0.1:7123" in written
    assert "server.http.enabled=false" in written


def test_a_store_without_its_password_is_refused_with_the_way_out(used_home: Home) -> None:
    used_home.password_file.unlink()
    with pytest.raises(PasswordLost, match="is missing") as problem:
        prepare(used_home, VERSION, port=7000)
    assert "make backup" in problem.value.next_step
    assert not used_home.password_file.exists(), "a new password was made for a store that has another"


@pytest.mark.parametrize("content", [b"", b"\n", b"short\n", b"\xff\xfe\x00", b"x" * 31 + b" y"])
def test_a_spoilt_password_file_is_refused(used_home: Home, content: bytes) -> None:
    used_home.password_file.write_bytes(content)
    with pytest.raises(PasswordLost, match="does not hold a password"):
        read_password(used_home)


@pytest.mark.parametrize("written_by", ["5.26.12\n", "2026.08.1\n", ""])
def test_a_store_of_another_version_is_refused_with_the_next_step(used_home: Home, written_by: str) -> None:
    used_home.version_file.write_text(written_by, encoding="utf-8")
    with pytest.raises(OtherVersion, match=written_by.strip() or "does not tell") as problem:
        prepare(used_home, VERSION, port=7000)
    assert VERSION in problem.value.happened
    assert "make restore" in problem.value.next_step


def test_a_home_whose_store_was_never_made_starts_anew(home: Home) -> None:
    first = prepare(home, VERSION, port=7000)
    home.password_file.unlink()  # as when the first start was killed between two files
    assert prepare(home, VERSION, port=7000) != first
