"""Misspelt words: what a word was probably meant to be, among words that are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

MIN_LENGTH = 6
"""Shorter words are never corrected: `glass` and `grass` are one letter apart."""

LONG = 9
"""From this length on two slips are forgiven."""

MOST_SLIPS = 2


_PREVERBS = ("გადმო", "გადა", "გამო", "შემო", "წამო", "ჩამო", "და", "გა", "ამო", "მო", "ჩა", "შე", "წა", "მი")
"""Longest first: what Georgian verbs and participles begin with; their root comes after."""


@dataclass(frozen=True, eq=False)
class Speller:
    """Known words by what is left of them when a letter is dropped, and the stem that each stands for."""

    by_rest: dict[str, tuple[str, ...]]
    stem_of: Mapping[str, str]
    longest: int
    """Letters of the longest word that may be near a known one; what is longer costs no search."""

    @staticmethod
    def of(stem_of: Mapping[str, str]) -> Speller:
        """A speller for words in lower case with their stems; those too short are left out."""
        by_rest: dict[str, list[str]] = {}
        for word in sorted(stem_of):
            if len(word) >= MIN_LENGTH:
                for rest in _rests(word):
                    by_rest.setdefault(rest, []).append(word)
        longest = max((len(rest) for rest in by_rest), default=0) + MOST_SLIPS
        return Speller({rest: tuple(words) for rest, words in by_rest.items()}, stem_of, longest)

    def corrections(self, word: str) -> tuple[tuple[str, int], ...]:
        """Stems of the known words near a word, with the number of slips between, nearest first.

        One slip is a letter added, left out, replaced or swapped with its neighbour. First letters agree, and
        so do those after a Georgian preverb: დაუხარისხებელი (unsorted) is not დამხარისხებელი (sorting).
        """
        if not MIN_LENGTH <= len(word) <= self.longest:
            return ()
        allowed = MOST_SLIPS if len(word) >= LONG else 1
        near = {candidate for rest in _rests(word) for candidate in self.by_rest.get(rest, ())}
        found: dict[str, int] = {}
        for candidate in near:
            if _begin_alike(candidate, word):
                slips = distance(word, candidate)
                if slips <= allowed and (slips < 2 or len(candidate) >= LONG):
                    meant = self.stem_of[candidate]
                    found[meant] = min(slips, found.get(meant, slips))
        return tuple(sorted(found.items(), key=lambda pair: (pair[1], pair[0])))


def _begin_alike(one: str, other: str) -> bool:
    if one[0] != other[0]:
        return False
    preverb = next((known for known in _PREVERBS if one.startswith(known) and other.startswith(known)), "")
    return one[len(preverb) : len(preverb) + 1] == other[len(preverb) : len(preverb) + 1]


def _rests(word: str) -> Iterator[str]:
    yield word
    for gap in range(len(word)):
        once = word[:gap] + word[gap + 1 :]
        yield once
        if len(word) >= LONG:
            for second in range(gap, len(once)):
                yield once[:second] + once[second + 1 :]


def distance(one: str, other: str) -> int:
    """Slips between two words (optimal string alignment: add, leave out, replace, swap neighbours)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, sign in enumerate(one, 1):
        before, above, row = row, before, [i]
        for j, other_sign in enumerate(other, 1):
            cost = sign != other_sign
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + cost)
            if i > 1 and j > 1 and sign == other[j - 2] and one[i - 2] == other_sign:
                best = min(best, above[j - 2] + 1)
            row.append(best)
    return row[-1]
