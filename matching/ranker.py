"""Ranks the counterparts of a listing: gates first, then evidence that adds up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from math import exp, fsum

from matching import gates
from matching.evidence.code import code
from matching.evidence.completeness import completeness
from matching.evidence.distance import distance, kilometres
from matching.evidence.material import material
from matching.evidence.pathway import pathway
from matching.evidence.quantity import quantity
from matching.evidence.sector import sector
from matching.evidence.timing import timing
from matching.evidence.wording import wording
from matching.hops import by_material, by_pathway
from matching.reading import Reading, read
from matching.records import Evidence, Hop, Listing, Match, Ranking, RuledOut, Side
from matching.reference_book import ReferenceBook
from matching.weighing import Weights

Result = Match | RuledOut | None
Function = Callable[[Reading, Reading, ReferenceBook], Evidence]

REASONS: tuple[Function, ...] = (material, pathway, code, wording)
"""Evidence that can make a match by itself."""

EVIDENCE: tuple[Function, ...] = (*REASONS, sector, quantity, timing, distance, completeness)
"""All evidence there is, in the order in which a match shows it."""

MIN_WORDING = 0.05
"""Texts less alike than this have no matter in common, only letters."""


class Ranker:
    """Ranks by one book and one set of weights. Holds no state beyond them, so threads can share it."""

    def __init__(self, book: ReferenceBook, weights: Weights | None = None) -> None:
        self._book = book
        self._weights = weights or Weights.read([function.__name__ for function in EVIDENCE])
        self._prior = self._weights.prior_evidence()

    @property
    def version(self) -> str:
        """Names the weights and the book by which a match was ranked; kept with every match."""
        return f"{self._weights.version}+{self._book.fingerprint}"

    @property
    def book(self) -> ReferenceBook:
        """The knowledge by which it ranks."""
        return self._book

    def rank(
        self,
        listing: Listing,
        others: Sequence[Listing],
        *,
        today: date | None = None,
        top: int | None = None,
    ) -> Ranking:
        """The counterparts of a listing, best first.

        Args:
            listing: an output or a need.
            others: listings of the other side; those of its own side are passed over.
            today: offers that ended before it are ruled out; None compares the two listings' dates only.
            top: how many matches to return at most; None returns all.
        Returns:
            Matches in the order of their scores (equal ones by id), and the refused pairs that would have
            been among them. A pair without a material reason is in neither.
        """
        is_output = listing.side == Side.OUTPUT
        mine = read(listing, self._book)
        matches: list[Match] = []
        refused: list[tuple[float, RuledOut]] = []
        for other in others:
            if other.side == listing.side:
                continue
            theirs = read(other, self._book)
            output, need = (mine, theirs) if is_output else (theirs, mine)
            result = self._compare(output, need, today)
            if isinstance(result, Match):
                matches.append(result)
            elif result is not None:
                refused.append(result)
        matches.sort(key=_match_order)
        refused.sort(key=lambda pair: (-pair[0], pair[1].output_id, pair[1].need_id))
        limit = len(matches) + len(refused) if top is None else top
        cut = matches[limit - 1].score if len(matches) >= limit > 0 else None
        among = tuple(ruled_out for score, ruled_out in refused if cut is None or score > cut)
        return Ranking(listing.id, tuple(matches[:limit]), among[:limit])

    def compare(self, output: Listing, need: Listing, *, today: date | None = None) -> Result:
        """One pair: a match, what ruled it out, or None when nothing material speaks for it."""
        result = self._compare(read(output, self._book), read(need, self._book), today)
        return result[1] if isinstance(result, tuple) else result

    def _compare(
        self, output: Reading, need: Reading, today: date | None
    ) -> Match | tuple[float, RuledOut] | None:
        plain = [function(output, need, self._book) for function in REASONS]
        if not _has_reason(plain):
            return None
        plain += [function(output, need, self._book) for function in EVIDENCE[len(REASONS) :]]
        weighed = (self._prior, *(self._weights.weighed(evidence) for evidence in plain))
        score = round(fsum(evidence.contribution for evidence in weighed), 4) + 0.0
        passed = gates.pass_through(output, need, self._book, today)
        for result in passed:
            if result.result == "fail":
                reason = result.reason or result.name
                return score, RuledOut(output.listing.id, need.listing.id, result.name, reason)
        return Match(
            output_id=output.listing.id,
            need_id=need.listing.id,
            score=score,
            probability=round(1 / (1 + exp(-score)), 4),
            evidence=weighed,
            gates=passed,
            pathway=self._way(output, need),
            distance_km=kilometres(output, need),
        )

    def _way(self, output: Reading, need: Reading) -> Hop | None:
        """The surest way; the same material wins over a pathway of equal confidence."""
        same, made = by_material(output, need, self._book), by_pathway(output, need, self._book)
        if same is not None and (made is None or same.confidence >= made.confidence):
            return same.hop
        return made.hop if made else None


def _has_reason(plain: Sequence[Evidence]) -> bool:
    """Whether anything material speaks for a pair: nearness or a fitting amount alone never makes a match."""
    values = {evidence.name: evidence.value or 0.0 for evidence in plain}
    by_knowledge = max(values["material"], values["pathway"], values["code"])
    return by_knowledge > 0 or values["wording"] >= MIN_WORDING


def _match_order(match: Match) -> tuple[float, str, str]:
    return (-match.score, match.output_id, match.need_id)
