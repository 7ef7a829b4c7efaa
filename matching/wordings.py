"""Texts as rows of a matrix: which of many documents, each of one owner, a text is most alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

import numpy as np
from scipy.sparse import csr_matrix

from matching.latin_letters import in_georgian_letters
from matching.reference_book import ReferenceBook
from matching.vectors import meanings, pieces

SPELT, MEANT = 0.45, 0.55
"""What likeness of spelling and likeness of meaning count for, of 1."""


@dataclass(frozen=True, eq=False)
class Wordings:
    """Documents, each of one owner, as rows of a matrix of weighted parts (pieces of words and meanings)."""

    owners: tuple[str, ...]
    texts: tuple[str, ...]
    rows: csr_matrix
    columns: dict[str, int]
    idf: tuple[float, ...]
    rarest: float

    def likeness(self, text: str, book: ReferenceBook, at_least: float = 0.0) -> dict[str, tuple[float, str]]:
        """Owner -> how alike its most alike document is, 0..1 rounded to four digits, and that document.

        Args:
            at_least: owners whose documents are all less alike are left out; so is what is not alike at all.
        """
        asked = np.zeros(len(self.columns))
        written = in_georgian_letters(text, book)
        for part, weight in _weighed(_counts(written, book), self.columns, self.idf, self.rarest):
            asked[part] = weight
        found: dict[str, tuple[float, str]] = {}
        alike = self.rows @ asked
        # The last digits of a sum differ between machines.
        values = np.round(alike, 4)
        rows = np.flatnonzero((alike > 0) & (values >= at_least))
        for row, value in zip(rows.tolist(), values[rows].tolist(), strict=True):
            owner = self.owners[row]
            if owner not in found or value > found[owner][0]:
                found[owner] = (value, self.texts[row])
        return found


Counts = dict[str, int]


@lru_cache(maxsize=256)
def _counts(text: str, book: ReferenceBook) -> tuple[Counts, Counts]:
    """How often each piece and each meaning occurs; kept, for a text is compared with several matrices."""
    return _counted(pieces(text)), _counted(f"={part}" for part in meanings(text, book))


def _counted(parts: Iterable[str]) -> Counts:
    counts: Counts = {}
    for part in parts:
        counts[part] = counts.get(part, 0) + 1
    return counts


def _weighed(
    both: tuple[Counts, Counts], columns: dict[str, int], idf: Sequence[float], rarest: float
) -> list[tuple[int, float]]:
    """The columns of a text with their weights. What no document has counts for the length as the rarest."""
    found: list[tuple[int, float]] = []
    for counts, share in zip(both, (SPELT, MEANT), strict=True):
        weights = {
            part: (1 + log(n)) * (idf[columns[part]] if part in columns else rarest)
            for part, n in counts.items()
        }
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        scale = sqrt(share) / length
        found += ((columns[part], weight * scale) for part, weight in weights.items() if part in columns)
    return found


def wordings_of(documents: Iterable[tuple[str, str]], book: ReferenceBook) -> Wordings:
    """The matrix of documents given as (owner, text); order kept."""
    listed = list(documents)
    owners, texts = tuple(owner for owner, _ in listed), tuple(text for _, text in listed)
    columns: dict[str, int] = {}
    frequency: list[int] = []
    counted = [_counts(text, book) for text in texts]
    for spelt, meant in counted:
        for part in (*spelt, *meant):
            number = columns.setdefault(part, len(columns))
            if number == len(frequency):
                frequency.append(0)
            frequency[number] += 1
    shares = np.log((1 + len(texts)) / (1 + np.array(frequency))) + 1
    idf = tuple(np.round(shares, 6).tolist())
    rarest = max(idf, default=1.0)
    data: list[float] = []
    indices: list[int] = []
    ends = [0]
    for both in counted:
        for column, weight in _weighed(both, columns, idf, rarest):
            indices.append(column)
            data.append(weight)
        ends.append(len(indices))
    rows = csr_matrix((data, indices, ends), shape=(len(texts), len(columns)))
    return Wordings(owners, texts, rows, columns, idf, rarest)
