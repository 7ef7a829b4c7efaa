"""Waste codes on both sides."""

from __future__ import annotations

from matching.reading import Reading, kept_with_reading
from matching.records import Evidence
from matching.reference_book import ReferenceBook

_BY_SHARED_DIGITS = {6: 1.0, 4: 0.5, 2: 0.1}
"""The ratio 10 : 5 : 1 of the deepest shared level, as used by EAST-CITIES (urban-industrial-symbiosis)."""


def code(output: Reading, need: Reading, book: ReferenceBook) -> Evidence:
    """How near the waste code of the output is to the codes that the need accepts.

    Args:
        output, need: listings as read. A need that states no code accepts the usual codes of the materials
            it names; an output that states none has no code.
        book: the usual codes of materials.
    Returns:
        `value` in [0, 1]: 1 for the same six digits, 0.5 for four, 0.1 for the chapter, else 0, times the
        confidence of the material a code comes from; None when either side has no code.
    """
    codes = accepted(need, book)
    if output.code is None or not codes:
        return Evidence("code", None, 0.0)
    best = max(likeness(output.code, other) * sure for other, sure in codes.items())
    return Evidence("code", round(best, 4), 0.0)


@kept_with_reading
def accepted(need: Reading, book: ReferenceBook) -> dict[str, float]:
    """Code -> how surely a need takes what goes under it."""
    if need.code is not None:
        return {need.code: 1.0}
    codes: dict[str, float] = {}
    for name, sure in need.materials.items():
        entry = book.materials.get(name)
        for usual in entry.ewc_codes if entry else ():
            codes[usual] = max(codes.get(usual, 0.0), sure)
    return codes


def likeness(one: str, other: str) -> float:
    """How near two codes are by the digits they share, 0..1."""
    shared = (n for n in _BY_SHARED_DIGITS if len(one) >= n and one[:n] == other[:n])
    return _BY_SHARED_DIGITS.get(next(shared, 0), 0.0)
