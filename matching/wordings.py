"""Texts as weighted parts: which of many documents, each of one owner, a text is most alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
    """Documents, each of one owner, by their weighted parts (pieces of words and meanings).

    `documents_of`: a row for each part, a column for each document: a text of a hundred parts is compared
    with the documents that share one, a tenth of them all.
    """

    owners: tuple[str, ...]
    texts: tuple[str, ...]
    documents_of: csr_matrix
    columns: dict[str, int]
    idf: tuple[float, ...]
    rarest: float

    def likeness(self, text: str, book: ReferenceBook, at_least: float = 0.0) -> dict[str, tuple[float, str]]:
        """Owner -> how alike its most alike document is, 0..1 rounded to four digits, and that document.

        Args:
            at_least: owners whose documents are all less alike are left out; so is what is not alike at all.
        """
        counts = _counts(in_georgian_letters(text, book), book)
        columns, weights = _weighed(counts, self.columns, self.idf, self.rarest)
        asked = csr_matrix((weights, columns, [0, len(columns)]), shape=(1, len(self.columns)))
        alike = asked @ self.documents_of
        # The last digits of a sum differ between machines.
        values = np.round(alike.data, 4)
        is_near = values >= at_least
        rows, near = alike.indices[is_near], values[is_near]
        in_order = np.argsort(rows)
        found: dict[str, tuple[float, str]] = {}
        for row, value in zip(rows[in_order].tolist(), near[in_order].tolist(), strict=True):
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
    both: tuple[Counts, Counts], columns: Mapping[str, int], idf: Sequence[float], rarest: float
) -> tuple[list[int], list[float]]:
    """The columns of a text, and their weights. What no document has counts for the length as the rarest."""
    found: list[int] = []
    scaled: list[float] = []
    for counts, share in zip(both, (SPELT, MEANT), strict=True):
        known = [columns.get(part) for part in counts]
        weights = [
            (1 + log(n)) * (rarest if column is None else idf[column])
            for column, n in zip(known, counts.values(), strict=True)
        ]
        length = sqrt(sum([weight * weight for weight in weights])) or 1.0
        scale = sqrt(share) / length
        for column, weight in zip(known, weights, strict=True):
            if column is not None:
                found.append(column)
                scaled.append(weight * scale)
    return found, scaled


def wordings_of(documents: Iterable[tuple[str, str]], book: ReferenceBook) -> Wordings:
    """The parts of documents given as (owner, text); order kept."""
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
        parts, weights = _weighed(both, columns, idf, rarest)
        indices += parts
        data += weights
        ends.append(len(indices))
    rows = csr_matrix((data, indices, ends), shape=(len(texts), len(columns)))
    return Wordings(owners, texts, rows.T.tocsr(), columns, idf, rarest)
