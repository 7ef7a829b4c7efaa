"""How much a query reads, as Neo4j counts it: the same on every machine, where a time is not."""

from __future__ import annotations

from typing import Any

from neo4j import Driver

from graph.store import query_text
from graph.values import to_graph


def db_hits(driver: Driver, query: str, **params: Any) -> int:
    """Nodes, relationships, properties and index entries that a query of `graph/cypher/` touches.

    Args:
        query: named as in `graph.store.Store`. It is run, so that one that writes does write.
    """
    with driver.session() as session:
        given = {name: to_graph(value) for name, value in params.items()}
        result = session.run(f"PROFILE {query_text(query)}", given)
        for _row in result:
            pass  # what is not fetched is not counted
        profile: Any = result.consume().profile
    return _hits(profile)


def _hits(step: Any) -> int:
    return int(step.get("dbHits", 0)) + sum(_hits(child) for child in step.get("children", ()))
