"""What can keep the program's own Neo4j from running, told to whoever starts it, with the next step."""

from __future__ import annotations


class ServerProblem(Exception):
    """Something stands in the way. The message says what happened; `next_step` what to do about it."""

    def __init__(self, happened: str, next_step: str) -> None:
        self.happened = happened
        self.next_step = next_step
        super().__init__(f"{happened}\nNext step: {next_step}")


class JarMismatch(ServerProblem):
    """A jar is not the one that `jars.lock` names."""


class JarsUnreachable(ServerProblem):
    """Jars could not be fetched."""


class AlreadyRunning(ServerProblem):
    """Another process owns the store."""


class OtherVersion(ServerProblem):
    """The store was written by another version of Neo4j."""


class PasswordLost(ServerProblem):
    """There is a store, but no password that opens it."""


class DidNotStart(ServerProblem):
    """Neo4j ended, or gave no answer in time."""


class BadBackup(ServerProblem):
    """A backup could not be written, or a file is not a backup that can be loaded."""
