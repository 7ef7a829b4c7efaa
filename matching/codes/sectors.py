"""Which parts of the List of Waste fit a firm's activity: the list goes by where a waste comes from."""

from __future__ import annotations

from functools import lru_cache

from matching.reference_book import ReferenceBook


@lru_cache(maxsize=4)
def _by_code(book: ReferenceBook) -> dict[str, tuple[str, ...]]:
    """Code or sub-chapter -> activities, digits only, that usually make it."""
    return {entry.codes: entry.nace for entry in book.code_sectors}


def sector_fit(code: str, nace: str | None, book: ReferenceBook) -> float | None:
    """How well an entry fits an activity.

    Args:
        code: six digits.
        nace: the activity of the firm, digits only, or None.
    Returns:
        1 for an activity named for the entry or its sub-chapter (0.6 where only its division agrees), 0 for
        another one, None where the activity is unknown or nothing is said of the sub-chapter.
    """
    if not nace:
        return None
    named = _by_code(book).get(code) or _by_code(book).get(code[:4])
    if named is None:
        return None
    if any(nace.startswith(activity) or activity.startswith(nace) for activity in named):
        return 1.0
    return 0.6 if any(nace[:2] == activity[:2] for activity in named) else 0.0
