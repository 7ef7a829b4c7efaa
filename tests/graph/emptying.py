"""Emptying the test graph: of everything, or of everything but what every installation has."""

from __future__ import annotations

import neo4j

from graph.seed_kinds import KINDS

REFERENCE = [*(kind.label for kind in KINDS), "Migration"]


def empty(driver: neo4j.Driver) -> None:
    """Take every node away; constraints and indexes stay."""
    _delete(driver, kept=[])


def empty_of_people(driver: neo4j.Driver) -> None:
    """Take away all that people put in; the reference book and the record of migrations stay."""
    _delete(driver, kept=REFERENCE)


def _delete(driver: neo4j.Driver, kept: list[str]) -> None:
    query = """
    MATCH (n) WHERE none(label IN labels(n) WHERE label IN $kept)
    CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS
    """
    with driver.session() as session:
        session.run(query, kept=kept).consume()
