"""What people would otherwise use: words that occur on both sides, or pieces of words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log

from sklearn.feature_extraction.text import TfidfVectorizer

K1, B = 1.5, 0.75


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


class Bm25:
    """Okapi BM25 on whole words, made once for a list of texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        counts = [Counter(_tokens(text)) for text in texts]
        lengths = [counter.total() for counter in counts]
        average = sum(lengths) / max(len(lengths), 1) or 1
        found_in: Counter[str] = Counter(word for counter in counts for word in counter)
        self._n = len(texts)
        self._postings: dict[str, list[tuple[int, float]]] = {}
        for number, counter in enumerate(counts):
            for word, count in counter.items():
                idf = log(1 + (self._n - found_in[word] + 0.5) / (found_in[word] + 0.5))
                part = count * (K1 + 1) / (count + K1 * (1 - B + B * lengths[number] / average))
                self._postings.setdefault(word, []).append((number, idf * part))

    def scores(self, text: str) -> list[float]:
        """A score for each text of the list."""
        found = [0.0] * self._n
        for word in _tokens(text):
            for number, part in self._postings.get(word, ()):
                found[number] += part
        return found


class CharacterTfidf:
    """Cosine of TF-IDF over character 3- to 5-grams inside words."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
        self._matrix = self._vectors.fit_transform(texts)

    def scores(self, text: str) -> list[float]:
        """A score for each text of the list."""
        product = self._matrix @ self._vectors.transform([text]).T
        return [float(value) for value in product.toarray().ravel()]


def ranked(scores: Sequence[float], ids: Sequence[str], top: int) -> list[str]:
    """The ids of the best scores above 0, best first, equal ones by id."""
    order = sorted(range(len(ids)), key=lambda number: (-scores[number], ids[number]))
    return [ids[number] for number in order[:top] if scores[number] > 0]
