"""The Neo4j graph: knows Cypher, nothing of HTTP."""
