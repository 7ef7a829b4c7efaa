"""What can go wrong between the program and its graph."""

from __future__ import annotations

from matching.errors import SymbiosisError


class GraphUnavailable(SymbiosisError):
    """Neo4j cannot be reached or is starting. Nothing was stored; the same call may work again shortly."""

    code = "graph_unavailable"


class AlreadyThere(SymbiosisError):
    """A value that must be unique is taken. `field` names it."""

    code = "already_there"


class NotFound(SymbiosisError):
    """No such thing, or none that the viewer may know of. Facts: `what`, `id`."""

    code = "not_found"


class StillReferred(SymbiosisError):
    """Reference data that listings refer to cannot be removed. Facts: `what`, `ids`, `n_listings`."""

    code = "still_referred"


class StoreTooOld(SymbiosisError):
    """The server is older than Neo4j 5.26. Facts: `version`."""

    code = "store_too_old"
