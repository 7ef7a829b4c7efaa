from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from types import SimpleNamespace

import pytest

from graph import migrate as migrate_module
from graph.errors import MigrationChanged, MigrationsBusy, StoreTooOld
from graph.migrate import MIGRATIONS, migrate, statements

NAMES = [file.name for file in sorted(MIGRATIONS.glob("*.cypher"))]


def named(driver, what):
    return {record[0] for record in driver.execute_query(f"SHOW {what} YIELD name").records}


@pytest.fixture
def folder(tmp_path):
    """Two small migrations, whose schema is taken away again."""
    (tmp_path / "0001_first.cypher").write_text(
        "// why\nCREATE INDEX probe_one IF NOT EXISTS\n  FOR (n:Probe) ON (n.one);\n"
        "CREATE INDEX probe_two IF NOT EXISTS FOR (n:Probe) ON (n.two);\n"
    )
    (tmp_path / "0002_second.cypher").write_text(
        "CREATE CONSTRAINT probe_id IF NOT EXISTS FOR (n:Probe) REQUIRE n.id IS UNIQUE\n"
    )
    return tmp_path


@pytest.fixture
def probe(bare_store, folder):
    driver = bare_store.driver
    yield SimpleNamespace(driver=driver, migrate=lambda: migrate(driver, folder=folder))
    driver.execute_query("DROP INDEX probe_one IF EXISTS")
    driver.execute_query("DROP INDEX probe_two IF EXISTS")
    driver.execute_query("DROP CONSTRAINT probe_id IF EXISTS")


def test_the_files_of_the_project_are_applied_in_order_once(bare_store):
    assert migrate(bare_store.driver) == NAMES
    assert migrate(bare_store.driver) == []
    seen = bare_store.read("migrate/applied")
    assert [row["name"] for row in seen] == NAMES
    assert all(row["applied_at"].utcoffset() == timedelta(0) for row in seen)


def test_every_statement_of_a_file_is_applied(probe):
    assert probe.migrate() == ["0001_first.cypher", "0002_second.cypher"]
    assert {"probe_one", "probe_two"} <= named(probe.driver, "INDEXES")
    assert "probe_id" in named(probe.driver, "CONSTRAINTS")


def test_a_new_file_is_applied_alone(probe, folder):
    second = (folder / "0002_second.cypher").read_text()
    (folder / "0002_second.cypher").unlink()
    assert probe.migrate() == ["0001_first.cypher"]
    (folder / "0002_second.cypher").write_text(second)
    assert probe.migrate() == ["0002_second.cypher"]


@pytest.mark.parametrize("is_missing", [False, True])
def test_an_applied_file_that_changed_is_refused_by_name(probe, folder, is_missing):
    probe.migrate()
    if is_missing:
        (folder / "0001_first.cypher").unlink()
    else:
        (folder / "0001_first.cypher").write_text("// another\n")
    (folder / "0003_third.cypher").write_text("CREATE INDEX probe_three FOR (n:Probe) ON (n.three)")
    with pytest.raises(MigrationChanged) as raised:
        probe.migrate()
    assert raised.value.facts == {"name": "0001_first.cypher", "is_missing": is_missing}
    assert "probe_three" not in named(probe.driver, "INDEXES")


def test_a_file_that_was_interrupted_is_applied_again(probe, folder):
    good = (folder / "0002_second.cypher").read_text()
    (folder / "0002_second.cypher").write_text(good.strip() + ";\nNOT CYPHER")
    with pytest.raises(Exception, match="NOT"):
        probe.migrate()
    (folder / "0002_second.cypher").write_text(good)
    assert probe.migrate() == ["0002_second.cypher"]


def test_processes_that_start_at_once_apply_every_file_once(probe):
    with ThreadPoolExecutor(4) as threads:
        applied = list(threads.map(lambda _: probe.migrate(), range(4)))
    assert sorted(applied) == [[], [], [], ["0001_first.cypher", "0002_second.cypher"]]


def test_a_lease_that_nobody_gives_back_is_waited_for_and_then_told(probe, bare_store, monkeypatch):
    monkeypatch.setattr(migrate_module, "WAIT_S", 0.5)
    bare_store.write("migrate/take_lease", holder="another process", lease_s=60)
    with pytest.raises(MigrationsBusy):
        probe.migrate()
    bare_store.write("migrate/release_lease", holder="another process")
    assert len(probe.migrate()) == 2


def test_the_lease_of_a_process_that_died_ends(probe, bare_store):
    bare_store.write("migrate/take_lease", holder="dead", lease_s=-1)
    assert len(probe.migrate()) == 2


@pytest.mark.parametrize("agent", ["Neo4j/5.25.1", "Neo4j/4.4.30", "Neo4j/5.9-aura"])
def test_a_server_that_is_too_old_is_refused(agent):
    driver = SimpleNamespace(get_server_info=lambda: SimpleNamespace(agent=agent))
    with pytest.raises(StoreTooOld) as raised:
        migrate(driver)
    assert raised.value.facts["version"] == agent.removeprefix("Neo4j/")


@pytest.mark.parametrize("agent", ["Neo4j/5.26.28", "Neo4j/5.27-aura", "Neo4j/2026.08.1"])
def test_a_server_that_is_new_enough_is_accepted(agent):
    driver = SimpleNamespace(get_server_info=lambda: SimpleNamespace(agent=agent))
    migrate_module._check_version(driver)


def test_comments_and_empty_lines_are_no_statements():
    text = "// one;\n\nCREATE (a);\n  // two\nCREATE (b)\n  SET b.x = 'a;b';\n"
    assert statements(text) == ["CREATE (a)", "CREATE (b)\n  SET b.x = 'a;b'"]
