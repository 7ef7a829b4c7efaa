"""A score taken apart for a reader: what speaks for a match, what against it, what would settle doubts.

Only keys and values; whoever shows them makes sentences in the reader's language.
"""

from __future__ import annotations

from dataclasses import dataclass

from matching.records import Evidence, Match

MAX_POSITIVES = 3


@dataclass(frozen=True, slots=True)
class Explanation:
    """The strongest reasons of a match.

    `positives`: at most three, strongest first. `negative`: the strongest reason against it, None when there
    is none. `questions`: keys of what to ask, in the order of the gates.
    """

    positives: tuple[Evidence, ...]
    negative: Evidence | None
    questions: tuple[str, ...]


def strongest(match: Match) -> Explanation:
    """The reasons worth a sentence. The prior is where every pair starts and so is no reason."""
    reasons = [evidence for evidence in match.evidence if evidence.name != "prior"]
    positive = sorted((e for e in reasons if e.contribution > 0), key=lambda e: (-e.contribution, e.name))
    negative = sorted((e for e in reasons if e.contribution < 0), key=lambda e: (e.contribution, e.name))
    questions = tuple(gate.question for gate in match.gates if gate.question is not None)
    return Explanation(tuple(positive[:MAX_POSITIVES]), negative[0] if negative else None, questions)
