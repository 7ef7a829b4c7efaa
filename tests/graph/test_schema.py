"""SCHEMA.md, the migrations, the queries and what the modules really write say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.migrate import MIGRATIONS, migrate, statements
from graph.store import CYPHER
from tests.graph.world import a_world

SCHEMA = (Path(__file__).resolve().parents[2] / "graph" / "SCHEMA.md").read_text(encoding="utf-8")
QUERIES = {str(file.relative_to(CYPHER).with_suffix("")): file for file in sorted(CYPHER.rglob("*.cypher"))}
SIDES = ("Output", "Need")
NOTHING_MORE = {"LIST<NOTHING>"}  # an empty list beside others


def nodes_in_schema():
    """label -> property -> type, as the page tells."""
    sections = re.findall(r"^### (\w+)\n(.*?)(?=^##|\Z)", SCHEMA, flags=re.MULTILINE | re.DOTALL)
    return {
        label: dict(re.findall(r"^\| `(\w+)` \| ([\w <>]+) \|", body, flags=re.MULTILINE))
        for label, body in sections
    }


def links_in_schema():
    """(from, relationship, to) -> property -> type, as the page tells."""
    rows = re.findall(r"^\| (\w+) \| `([A-Z_]+)` \| (\w+) \| (.*?) \|", SCHEMA, flags=re.MULTILINE)
    return {
        (start, link, end): dict(re.findall(r"`(\w+)` ([\w<>]+)", properties))
        for start, link, end, properties in rows
    }


@pytest.fixture
def world(store):
    """A graph that holds everything, also its own migrations."""
    migrate(store.driver)
    store.write("migrate/take_lease", holder="a process", lease_s=60)
    a_world(store)
    return store.driver


def properties_found(driver, pattern, thing, ends):
    """What a pattern finds in the graph: `ends` -> property -> type of its values."""
    query = (
        f"MATCH {pattern} UNWIND (CASE keys({thing}) WHEN [] THEN [null] ELSE keys({thing}) END) AS name"
        f" RETURN DISTINCT {ends} AS ends, name, valueType({thing}[name]) AS kind"
    )
    found = {}
    for ends_found, name, kind in driver.execute_query(query).records:
        properties = found.setdefault(tuple(ends_found), {})
        if name is not None:
            properties.setdefault(name, set()).add(kind.replace(" NOT NULL", ""))
    return {
        key: {name: " or ".join(sorted(kinds - NOTHING_MORE)) for name, kinds in properties.items()}
        for key, properties in found.items()
    }


def test_nodes_have_the_properties_and_types_of_the_page(world):
    label = "[label IN labels(n) WHERE NOT label IN ['Output', 'Need']]"
    found = properties_found(world, "(n)", "n", label)
    assert {ends[0]: properties for ends, properties in found.items()} == nodes_in_schema()


def test_relationships_have_the_ends_and_properties_of_the_page(world):
    sided = ["OF_OUTPUT", "FOR_NEED", "LEADS_FROM", "LEADS_TO"]
    end = f"CASE WHEN type(r) IN {sided} THEN labels(b)[-1] ELSE labels(b)[0] END"
    found = properties_found(world, "(a)-[r]->(b)", "r", f"[labels(a)[0], type(r), {end}]")
    assert found == links_in_schema()


def test_the_sides_of_a_listing_are_on_the_page():
    assert all(f":{side}`" in SCHEMA or f":{side})" in SCHEMA for side in SIDES)


def migration_targets():
    """(statement, label, property) for everything that a migration guards or indexes."""
    for file in sorted(MIGRATIONS.glob("*.cypher")):
        for statement in statements(file.read_text(encoding="utf-8")):
            if statement.startswith("MATCH"):
                continue  # moves what is stored
            (label,) = re.findall(r"FOR (?:\(n:(?=\w+\))|\(\)-\[n:(?=\w+\]))(\w+)", statement)
            for name in re.findall(r"\bn\.(\w+)", statement):
                yield pytest.param(statement, label, name, id=f"{label}.{name}")


@pytest.mark.parametrize(("statement", "label", "name"), list(migration_targets()))
def test_what_a_migration_guards_is_what_modules_write(statement, label, name):
    links = {link: properties for (_, link, _), properties in links_in_schema().items()}
    assert name in (nodes_in_schema() | links)["Listing" if label in SIDES else label]
    assert "IF NOT EXISTS" in statement


MISSING_PARAMETER = "01N60"


@pytest.fixture(scope="module")
def explanations():
    """Filled by the first test that asks: planning all queries takes some seconds."""
    return []


@pytest.fixture
def explained(explanations, world, driver):
    """For each query: its name, text, plan, the parameters it takes, and what else the server tells of it."""
    if not explanations:
        explanations.extend(explain_all(driver))
    return explanations


def explain_all(driver):
    for name, file in QUERIES.items():
        text = file.read_text(encoding="utf-8")
        summary = driver.execute_query("EXPLAIN " + text).summary
        notices = [status for status in summary.gql_status_objects if status.is_notification]
        takes: set[str] = set()
        told = []
        for notice in notices:
            if notice.gql_status == MISSING_PARAMETER:
                takes |= set(re.findall(r"\$`(\w+)`", notice.status_description))
            else:
                told.append(notice.status_description)
        yield name, text, summary.plan, takes, told


def test_the_header_of_a_query_says_what_it_is_for_takes_and_gives(explained):
    for name, text, _, takes, _ in explained:
        header = "\n".join(line for line in text.splitlines() if line.startswith("//"))
        parts = re.fullmatch(r"// .+\n// takes  (.+)\n// gives  (.+)", header, flags=re.DOTALL)
        assert parts is not None, name
        assert set(re.findall(r"\$(\w+)", parts[1])) == takes, name


def test_every_query_can_be_planned_without_a_notice(explained):
    """No name that is never written, no cartesian product, nothing outdated, no index that is missing."""
    assert {name: told for name, _, _, _, told in explained if told} == {}


SCANS_ALLOWED = {
    "accounts/list_users",
    "chain_answers/answered",
    "demo/is_empty",
    "demo/remove_chains",
    "demo/remove_firms",
    "demo/remove_listings",
    "demo/remove_matches",
    "demo/remove_users",
    "exchanges/disclosures",
    "firms/list_firms",
    "labels/answered",
    "listings/all_listings",
    "migrate/applied",
    "offers/changed",
    "network/counts_by_municipality",
    "network/totals",
    "opt_outs/listed",
    "rule_changes/latest",
    "seed/known",
    "synonyms/latest",
    "synonyms/proposed",
    "showing/promised",
    "showing/spread",
}


def operators(plan):
    yield plan["operatorType"].split("@")[0]
    for child in plan.get("children", ()):
        yield from operators(child)


def test_a_query_that_asks_for_few_reads_few(explained):
    """It starts from an index; only queries that ask for all of something may walk through all of it."""
    scanning = {
        name
        for name, _, plan, _, _ in explained
        if any(one.endswith("Scan") and "Index" not in one for one in operators(plan or {"operatorType": ""}))
    }
    assert scanning == SCANS_ALLOWED


def test_every_query_is_used_by_the_module_of_its_folder():
    modules = CYPHER.parent
    for name in QUERIES:
        module = (modules / f"{name.split('/')[0]}.py").read_text(encoding="utf-8")
        is_named = f'"{name}"' in module
        is_one_of_a_kind = name.startswith(("seed/put_", "seed/link_"))
        is_read_by_another = name == "listings/by_ids"
        assert is_named or is_one_of_a_kind or is_read_by_another, name
