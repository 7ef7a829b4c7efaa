"""Fixtures of all tests. The real Neo4j comes from `tests/graph/neo4j_fixture.py`.

No test judges speed: a busy machine makes an example slow, not wrong.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.graph.neo4j_fixture"]

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
