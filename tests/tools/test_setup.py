"""Set-up does a step once, again when its inputs change, and again when it was interrupted."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tools import setup


def test_a_step_runs_once_until_an_input_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done: list[int] = []
    lock = tmp_path / "lock"
    for content in ("one", "one", "two", "two"):
        lock.write_text(content, encoding="utf-8")
        setup.step("Packages", tmp_path / "stamps" / "packages", [lock, "text"], lambda: done.append(1))
    assert len(done) == 2
    assert capsys.readouterr().out.count("== Packages: done") == 2


def test_a_step_that_failed_runs_again(tmp_path: Path) -> None:
    stamp = tmp_path / "stamp"
    setup.step("Packages", stamp, ["before"], lambda: None)

    def fail() -> None:
        raise setup.Failed("no network")

    with pytest.raises(setup.Failed):
        setup.step("Packages", stamp, ["after"], fail)
    assert not setup.is_done(stamp, ["after"])
    assert not setup.is_done(stamp, ["before"])


def test_the_order_and_the_edges_of_inputs_count() -> None:
    assert len({setup.fingerprint(each) for each in (["ab", "c"], ["a", "bc"], ["c", "ab"], ["abc"])}) == 4


def test_a_missing_input_means_not_done(tmp_path: Path) -> None:
    assert not setup.is_done(tmp_path / "stamp", [tmp_path / "absent"])


def test_an_environment_is_used_only_when_it_works(tmp_path: Path) -> None:
    assert setup.works(Path(sys.executable))
    assert not setup.works(tmp_path / "absent")
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\nexit 1\n", encoding="ascii")
    broken.chmod(broken.stat().st_mode | stat.S_IXUSR)
    assert not setup.works(broken)


def test_help_has_every_task_in_a_line() -> None:
    makefile = (setup.ROOT / "Makefile").read_text(encoding="utf-8")
    phony = makefile.partition(".PHONY:")[2].partition("\n\n")[0].replace("\\\n", " ").split()
    lines = setup.tasks(makefile).splitlines()
    assert [line.split()[1] for line in lines] == phony
    assert all(len(line.split(maxsplit=2)[2]) > 10 for line in lines)


@pytest.mark.parametrize("words", [[], ["help"]])
def test_make_alone_lists_the_tasks(words: list[str]) -> None:
    environ = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    done = subprocess.run(
        ["make", "--no-print-directory", *words],
        cwd=setup.ROOT,
        env=environ,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "make run " in done.stdout
    assert "make test " in done.stdout
