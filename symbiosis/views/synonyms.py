"""What firms proposed as synonyms, for coordinators: with the listings and firms that it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graph.correction_records import Proposal, Sort, SynonymDecision
from matching.synonym_doubts import Doubt


@dataclass(frozen=True, slots=True)
class SynonymProposal:
    """A phrase that firms said names a material or use. `doubt`: what speaks against it as it stands."""

    phrase: str
    lang: str
    sort: Sort
    entry_id: str
    proposed_at: datetime
    correction_ids: tuple[str, ...]
    sources: tuple[Proposal, ...]
    doubt: Doubt | None


@dataclass(frozen=True, slots=True)
class SynonymDesk:
    """What waits, and what is in force."""

    proposals: tuple[SynonymProposal, ...]
    in_force: tuple[SynonymDecision, ...]
