"""Ranks a documented exchange as if nobody had told of its site: without the precedents that are about it.

The library of precedents holds exchanges that a set for measuring may hold too. Ranked with its own
precedent, an exchange is found by what was written down of it, not by what was understood.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from matching.evidence.precedent import nearest
from matching.ranker import Ranker
from matching.reading import read
from matching.records import Evidence, Listing, Match
from matching.reference.precedents import Precedent
from matching.reference_book import ReferenceBook

TELLING = 4
"""A word of a place says something from so many letters on."""


def about_site(row: Mapping[str, Any], book: ReferenceBook) -> frozenset[str]:
    """The precedents that rest on the page of an exchange, or whose place is named as its site is.

    One shared word makes two sites the same: rather one precedent too many is left out than one too few.
    """
    site = _words(row.get("park_or_programme"))
    return frozenset(
        one.id for one in book.precedents.values() if _is_about(one, site, str(row.get("source_url") or ""))
    )


def _is_about(one: Precedent, site: Collection[str], source: str) -> bool:
    return one.source == source or bool(_words(one.place_en) & set(site))


def _words(name: str | None) -> set[str]:
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    return {word for word in re.findall(r"[a-z]+", plain) if len(word) >= TELLING}


def ranked_without(
    ranker: Ranker, output: Listing, needs: Sequence[Listing], without: Collection[str], top: int
) -> list[str]:
    """The ids of the first `top` needs for an output when some precedents are taken as unknown."""
    by_id = {need.id: need for need in needs}
    scored = [
        (-_score(ranker, match, output, by_id[match.need_id], without), match.need_id)
        for match in ranker.rank(output, needs).matches
    ]
    return [need_id for _, need_id in sorted(scored)[:top]]


def _score(ranker: Ranker, match: Match, output: Listing, need: Listing, without: Collection[str]) -> float:
    """The score of a match with its precedent weighed anew."""
    shown = next(part for part in match.evidence if part.name == "precedent")
    if shown.value is None:
        return match.score
    book = ranker.book
    _, alike = nearest(read(output, book), read(need, book), book, without)
    left = ranker.weights.weighed(Evidence("precedent", round(alike, 4), 0.0))
    return round(match.score - shown.contribution + left.contribution, 4)
