"""The Neo4j that `make run` and the tests start for themselves when nobody names another one.

A real Neo4j Community, kept as a child process: its jars are fetched once and checked (`jars`), Java comes
from a wheel (`java`), its home lies under `var/neo4j` (`home`), one process owns it (`owner`), starts and
stops it (`process`), and writes or loads backups (`backup`).
"""
