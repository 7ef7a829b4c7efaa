"""What can go wrong between the program and its graph."""

from __future__ import annotations

from matching.errors import SymbiosisError


class GraphUnavailable(SymbiosisError):
    """Neo4j cannot be reached or is starting. Nothing is known to be stored.

    The same call with the same ids may be repeated shortly, and stores everything once. Facts: `reason`.
    """

    code = "graph_unavailable"


class AlreadyThere(SymbiosisError):
    """A value that must be unique is taken. `field` names it. Facts: `label`."""

    code = "already_there"


class NotFound(SymbiosisError):
    """No such thing, or none that the viewer may know of. Facts: `what`, `id`."""

    code = "not_found"


class StillReferred(SymbiosisError):
    """Reference data that is in use cannot be removed.

    Facts: `what` (label), `ids`, `n_listings` (listings, sites or firms that refer to them).
    """

    code = "still_referred"


class StoreTooOld(SymbiosisError):
    """The server is older than Neo4j 5.26. Facts: `version`, `oldest`."""

    code = "store_too_old"


class MigrationChanged(SymbiosisError):
    """A migration that this database has seen was edited or removed. Facts: `name`, `is_missing`."""

    code = "migration_changed"


class MigrationsBusy(SymbiosisError):
    """Another process is migrating the database and does not come to an end. Facts: `waited_s`."""

    code = "migrations_busy"
