"""Work on many things of which one may fail: it holds up none of the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from graph.errors import GraphUnavailable

T = TypeVar("T")


def done_one_by_one(things: Sequence[T], do: Callable[[T], object]) -> int:
    """Does it with each, and says with how many. What fails is passed over; the first failure is raised once
    all the others are done.

    Raises:
        GraphUnavailable: at once, as the others would fail too.
    """
    failures: list[Exception] = []
    for thing in things:
        try:
            do(thing)
        except GraphUnavailable:
            raise
        except Exception as failure:
            failures.append(failure)
    if failures:
        raise failures[0]
    return len(things)
