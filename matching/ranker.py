"""Ranks the counterparts of a listing: gates first, then evidence that adds up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heappush, heappushpop
from math import exp, fsum, inf

import numpy as np

from matching import gates
from matching.evidence.distance import kilometres
from matching.evidence.kinds import EVIDENCE, MIN_WORDING, NAMES, REASONS, has_reason
from matching.evidence.precedent import worth_naming
from matching.glance import sketch_of
from matching.hops import surest
from matching.law import rules_of_pair
from matching.law_in_force import Law, law_of
from matching.leads import leads_of
from matching.reading import Reading, read
from matching.records import Evidence, GateResult, Leads, Listing, Match, Ranking, RuledOut, Side, Trace
from matching.reference_book import ReferenceBook
from matching.shortlist import SLACK, Shortlist
from matching.synonyms import NONE as NO_SYNONYMS
from matching.synonyms import Synonyms
from matching.traces import traces_of
from matching.weighing import Weights

Result = Match | RuledOut | None
_Score = tuple[float, list[Evidence]]

CERTAIN = 0.9999
"""No pair is surer than this."""


@dataclass(frozen=True, slots=True)
class _Compared:
    """A pair with its score, before it is known whether anybody will see it."""

    output: Reading
    need: Reading
    score: float
    evidence: tuple[Evidence, ...]
    gates: tuple[GateResult, ...]

    def refusals(self) -> list[GateResult]:
        """The gates that do not let the pair through."""
        return [gate for gate in self.gates if gate.result == "fail"]


class Ranker:
    """Ranks by one book, the law as it stands and one set of weights. Holds no state beyond them, so threads
    can share it.
    """

    def __init__(
        self,
        book: ReferenceBook,
        weights: Weights | None = None,
        as_now: Law | None = None,
        synonyms: Synonyms = NO_SYNONYMS,
    ) -> None:
        self._book = book
        self._synonyms = synonyms
        self._law = as_now or law_of(book)
        self._weights = weights or Weights.read(NAMES)
        self._prior = self._weights.prior_evidence()

    @property
    def version(self) -> str:
        """Names the weights, the book, the changes of law and the synonyms by which a match was ranked; kept
        with every match.
        """
        parts = (
            self._weights.version,
            self._book.fingerprint,
            self._law.version,
            self._synonyms.version,
        )
        return "+".join(part for part in parts if part)

    def under(self, as_now: Law) -> Ranker:
        """The same ranker under another state of the law."""
        return self if as_now is self._law else Ranker(self._book, self._weights, as_now, self._synonyms)

    def weighing(self, weights: Weights) -> Ranker:
        """The same ranker by other weights."""
        return self if weights is self._weights else Ranker(self._book, weights, self._law, self._synonyms)

    def knowing(self, synonyms: Synonyms) -> Ranker:
        """The same ranker with other words of firms that name things beside those of the book."""
        if synonyms is self._synonyms:
            return self
        return Ranker(self._book, self._weights, self._law, synonyms)

    def reading(self, listing: Listing) -> Reading:
        """A listing as this ranker reads it."""
        if not self._synonyms.entries:
            return read(listing, self._book)  # what others read of it is kept under these arguments
        return read(listing, self._book, self._synonyms)

    @property
    def synonyms(self) -> Synonyms:
        """The words of firms by which it reads listings beside those of the book."""
        return self._synonyms

    @property
    def weights(self) -> Weights:
        """How much each kind of evidence counts."""
        return self._weights

    @property
    def law(self) -> Law:
        """The state of the law under which it judges."""
        return self._law

    @property
    def book(self) -> ReferenceBook:
        """The knowledge by which it ranks."""
        return self._book

    def leads_of(self, listing: Listing) -> Leads:
        """Where to look for what would rank high beside a listing."""
        return leads_of(self.reading(listing), self._book, self._weights)

    def traces_of(self, listing: Listing) -> tuple[Trace, ...]:
        """By what the counterparts of a listing find it."""
        return traces_of(self.reading(listing), self._book)

    def sketch_of(self, listing: Listing, traces: Iterable[Trace]) -> bytes:
        """By what a listing is put in its place among all that its counterparts find."""
        return sketch_of(self.reading(listing), traces, self._book)

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
        mine = self.reading(listing)
        found: list[tuple[Reading, Reading, _Score]] = []
        for other in others:
            if other.side == listing.side:
                continue
            theirs = self.reading(other)
            output, need = (mine, theirs) if is_output else (theirs, mine)
            scored = self._scored(output, need)
            if scored is not None:
                found.append((output, need, scored))
        limit = len(found) if top is None else top
        pairs: list[_Compared] = []
        n_kept = 0
        for output, need, scored in sorted(found, key=lambda one: (-one[2][0], *_ids(*one[:2]))):
            if n_kept == limit:
                break
            pairs.append(self._judged(output, need, scored, today))
            n_kept += not pairs[-1].refusals()
        return self._ranking(listing.id, pairs, limit)

    def rank_all(
        self, outputs: Iterable[Listing], needs: Sequence[Listing], *, today: date | None = None, top: int
    ) -> Iterator[Ranking]:
        """The same rankings as `rank` gives, one output after the other, in a fraction of the time.

        Only pairs that may come among the first `top` are compared in full (`matching.shortlist`).
        """
        if not needs:
            yield from (Ranking(output.id, (), ()) for output in outputs)
            return
        among = self.among(needs)
        yield from (among.rank(output, today=today, top=top) for output in outputs)

    def among(self, needs: Sequence[Listing]) -> Among:
        """At least one need, made ready for one output after the other."""
        readings = [self.reading(need) for need in needs]
        return Among(self, readings, Shortlist(readings, self._book, self._weights))

    def rank_among(self, output: Listing, among: Among, today: date | None, top: int) -> Ranking:
        """The ranking of an output among needs that were made ready."""
        return self._ranking(output.id, self._best_pairs(self.reading(output), among, today, top), top)

    def _best_pairs(self, output: Reading, among: Among, today: date | None, top: int) -> list[_Compared]:
        """All pairs that may be among the `top` best or score as high, by falling bounds."""
        needs, bounds = among.needs, among.shortlist.bounds(output)
        pairs: list[_Compared] = []
        kept, refused = _Best(top), _Best(top)
        numbers = np.flatnonzero((bounds.reasons > 0) | (bounds.wording >= MIN_WORDING - SLACK))
        for number in numbers[np.argsort(-bounds.scores[numbers], kind="stable")]:
            need, bound = needs[number], bounds.scores[number]
            if bound < kept.least:
                break
            # Nobody is told of more refused pairs than of matches. Most are refused for their kind, at once.
            if bound < refused.least and (
                need.listing.kind != output.listing.kind
                or gates.is_refused(output, need, self._book, today, self._law)
            ):
                continue
            scored = self._scored(output, need)
            # What scores less is no match of the first, and refused pairs are told of only above the last.
            if scored is None or scored[0] < kept.least:
                continue
            compared = self._judged(output, need, scored, today)
            pairs.append(compared)
            (refused if compared.refusals() else kept).add(compared.score)
        return pairs

    def _ranking(self, listing_id: str, pairs: Iterable[_Compared], limit: int) -> Ranking:
        """The first matches of compared pairs, and the refused ones that would have been among them."""
        kept: list[_Compared] = []
        refused: list[_Compared] = []
        for pair in sorted(pairs, key=_order):
            (refused if pair.refusals() else kept).append(pair)
        cut = kept[limit - 1].score if len(kept) >= limit > 0 else None
        among = [pair for pair in refused if cut is None or pair.score > cut]
        matches = tuple(self._match(pair) for pair in kept[:limit])
        return Ranking(listing_id, matches, tuple(_ruled_out(pair) for pair in among[:limit]))

    def compare(self, output: Listing, need: Listing, *, today: date | None = None) -> Result:
        """One pair: a match, what ruled it out, or None when nothing material speaks for it."""
        compared = self._compare(self.reading(output), self.reading(need), today)
        if compared is None:
            return None
        return _ruled_out(compared) if compared.refusals() else self._match(compared)

    def _compare(self, output: Reading, need: Reading, today: date | None) -> _Compared | None:
        scored = self._scored(output, need)
        return None if scored is None else self._judged(output, need, scored, today)

    def _scored(self, output: Reading, need: Reading) -> _Score | None:
        """The score of a pair and its evidence, not yet weighed; None when nothing material speaks for it."""
        plain = [function(output, need, self._book) for function in REASONS]
        if not has_reason(plain):
            return None
        plain += [function(output, need, self._book) for function in EVIDENCE[len(REASONS) :]]
        added = [self._weights.contribution(evidence) for evidence in plain]
        return round(fsum([self._prior.contribution, *added]), 4) + 0.0, plain

    def _judged(self, output: Reading, need: Reading, scored: _Score, today: date | None) -> _Compared:
        score, plain = scored
        weighed = (self._prior, *[self._weights.weighed(evidence) for evidence in plain])
        results = gates.pass_through(output, need, self._book, today, self._law)
        return _Compared(output, need, score, weighed, results)

    def _match(self, pair: _Compared) -> Match:
        return Match(
            output_id=pair.output.listing.id,
            need_id=pair.need.listing.id,
            score=pair.score,
            probability=min(CERTAIN, round(1 / (1 + exp(-pair.score)), 4)),
            evidence=pair.evidence,
            gates=pair.gates,
            pathway=surest(pair.output, pair.need, self._book),
            distance_km=kilometres(pair.output, pair.need, self._book),
            rule_ids=rules_of_pair(pair.output, pair.need, self._book),
            precedent_id=worth_naming(pair.output, pair.need, self._book),
        )


@dataclass(frozen=True, eq=False, slots=True)
class Among:
    """Needs made ready by a ranker to be ranked for one output after the other."""

    ranker: Ranker
    needs: Sequence[Reading]
    shortlist: Shortlist

    def rank(self, output: Listing, *, today: date | None = None, top: int) -> Ranking:
        """The ranking of an output."""
        return self.ranker.rank_among(output, self, today, top)


class _Best:
    """The best `most` scores so far. `least`: what a further one must reach to be among them."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._scores: list[float] = []

    @property
    def least(self) -> float:
        return self._scores[0] if len(self._scores) == self._most else -inf

    def add(self, score: float) -> None:
        (heappush if len(self._scores) < self._most else heappushpop)(self._scores, score)


def _order(pair: _Compared) -> tuple[float, str, str]:
    return (-pair.score, *_ids(pair.output, pair.need))


def _ids(output: Reading, need: Reading) -> tuple[str, str]:
    return (output.listing.id, need.listing.id)


def _ruled_out(pair: _Compared) -> RuledOut:
    gate = pair.refusals()[0]
    return RuledOut(pair.output.listing.id, pair.need.listing.id, gate.name, gate.reason or gate.name)
