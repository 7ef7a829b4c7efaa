"""Fixtures of all tests. The real Neo4j comes from `tests/graph/neo4j_fixture.py`."""

from __future__ import annotations

pytest_plugins = ["tests.graph.neo4j_fixture"]
