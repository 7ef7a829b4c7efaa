"""The first steps on a server that the operator names: nothing is started, what is wrong is told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import neo4j
import pytest

from graph.errors import StoreTooOld
from graph.server.process import Address
from symbiosis import first_steps
from symbiosis.demo import Login


def run(var_dir: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    return subprocess.run(
        [sys.executable, "-m", "symbiosis.first_steps"],
        env={**kept, "VAR_DIR": str(var_dir), "DEMO": "0", **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_named_server_is_made_ready_once(
    tmp_path: Path, neo4j_server: Address, empty_graph: neo4j.Driver
) -> None:
    named = {"NEO4J_URI": neo4j_server.uri, "NEO4J_PASSWORD": neo4j_server.password}
    first = run(tmp_path, **named)
    assert first.returncode == 0, first.stderr
    assert "One-time password" in first.stdout
    again = run(tmp_path, **named)
    assert (again.returncode, again.stdout) == (0, "")
    counted = empty_graph.execute_query("MATCH (u:User) RETURN count(u) AS n").records
    assert counted[0]["n"] == 1
    assert not (tmp_path / "neo4j").exists(), "a server was started although one was named"


def test_a_wrong_login_is_told_with_the_settings_to_look_at(
    tmp_path: Path, neo4j_server: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_steps, "PATIENCE_S", 0)
    for name, value in {"URI": neo4j_server.uri, "PASSWORD": "wrong"}.items():
        monkeypatch.setenv(f"NEO4J_{name}", value)
    monkeypatch.setenv("VAR_DIR", str(tmp_path))
    with pytest.raises(SystemExit, match="check NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD"):
        first_steps.main()


def test_an_older_server_is_refused_with_its_version(
    tmp_path: Path, neo4j_server: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_old(*_: object) -> None:
        raise StoreTooOld(version="5.20.0")

    monkeypatch.setattr(first_steps, "migrate", too_old)
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    monkeypatch.setenv("VAR_DIR", str(tmp_path))
    with pytest.raises(SystemExit, match=r"runs Neo4j 5\.20\.0; 5\.26 or newer is needed"):
        first_steps.main()


def test_logins_stand_in_columns() -> None:
    lines = first_steps.as_table(
        [Login("business", "a@b.ge", "p", "note"), Login("planner", "longer@b.ge", "pp", "")]
    )
    assert [line.find("p") for line in lines.splitlines()[2:3]] == [lines.splitlines()[3].find("pp")]
