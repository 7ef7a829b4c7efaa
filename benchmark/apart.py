"""How well scores tell pairs that make sense from pairs of things that only sound alike.

A pair that is ruled out or no match counts as lower than every match.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from benchmark.baselines import CharacterTfidf
from benchmark.hand_written import LANGUAGES, TEXTS, listings_of, markdown, pair_of, read_rows
from benchmark.never import LOOK_ALIKE
from matching.ranker import Ranker
from matching.records import Listing, Match

Pair = tuple[Listing, Listing]


def share_above(right: Sequence[float], wrong: Sequence[float]) -> float:
    """How often a right one lies above a wrong one, over all pairs of the two; equal ones count half."""
    above = sum((one > other) + (one == other) / 2 for one in right for other in wrong)
    return above / (len(right) * len(wrong))


def _score(pair: Pair, ranker: Ranker) -> float:
    found = ranker.compare(*pair)
    return found.score if isinstance(found, Match) else -inf


def _likeness(pairs: Sequence[Pair]) -> list[float]:
    """What character n-grams say of each pair."""
    index = CharacterTfidf([need.text for _, need in pairs])
    return [index.scores(output.text)[number] for number, (output, _) in enumerate(pairs)]


def report(split: str, ranker: Ranker) -> str:
    """A row per language. 0.5 is what tossing a coin gives."""
    exchanges = read_rows("exchanges", split)
    alike = [row for row in read_rows("never", split).values() if row["expect"] == LOOK_ALIKE]
    lines = []
    for language in LANGUAGES:
        n, pairs = len(exchanges), list(zip(*listings_of(exchanges, language, TEXTS), strict=True))
        pairs += [pair_of(row, language) for row in alike]
        ours, theirs = [_score(pair, ranker) for pair in pairs], _likeness(pairs)
        shares = [share_above(scores[:n], scores[n:]) for scores in (ours, theirs)]
        cells = [n, ours[:n].count(-inf), len(alike)]
        lines.append([language.name, *map(str, cells), *(f"{share:.3f}" for share in shares)])
    head = ["texts only", "right pairs", "of them no match", "alike in sound", "right above wrong"]
    return markdown([*head, "the same by character n-grams"], lines)
