"""How good each of many needs can be for an output at most, worked out for all of them at once.

Most pairs have so little in common that they need not be compared one by one. The bound of a pair is never
below its score, so that who compares the pairs by falling bounds, until the next bound lies below what is
found, has compared all that matter.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from matching.bags import Bags
from matching.evidence.code import accepted, likeness
from matching.evidence.distance import HALF_AT
from matching.evidence.precedent import given_like, sought_like
from matching.evidence.sector import bought_by
from matching.evidence.wording import ACROSS_ALPHABETS
from matching.evidence.wording import OTHER_THINGS as OTHER_WORDS
from matching.gates.specification import asked_by, told_by, uses_told_of
from matching.hops import (
    FOR_ANOTHER,
    OTHER_THINGS,
    RELATED,
    given,
    is_sure_of_materials,
    named_or_related,
    reachable,
    related,
    serving_itself,
    sought,
)
from matching.places import Places
from matching.postings import Postings
from matching.profiles import materials_given, materials_taken, uses_served, uses_sought
from matching.reading import FACTS, Reading, letters
from matching.reference_book import ReferenceBook
from matching.weighing import Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Flags = NDArray[np.bool_]

SLACK = 0.001
"""What rounding to four decimals in each of the parts, and sums in another order, can make at most."""

CHAPTER = 2


@dataclass(frozen=True, slots=True)
class Bounds:
    """For each need: what its score can be at most, and what its strongest material reason can be."""

    scores: Numbers
    reasons: Numbers
    wording: Numbers


@dataclass(frozen=True, eq=False, slots=True)
class _Activities:
    """The activities of the needs, and which uses (by their row) each buys for (by its column)."""

    row_of: Mapping[str, int]
    buys: Numbers
    column_of_need: NDArray[np.int64]
    is_known: Flags

    @staticmethod
    def of(activities: Sequence[str | None], book: ReferenceBook) -> _Activities:
        row_of = {use: row for row, use in enumerate(book.uses)}
        columns = {nace: column for column, nace in enumerate(dict.fromkeys(activities))}
        buys = np.zeros((len(row_of), len(columns)))
        for nace, column in columns.items():
            if nace is not None:
                buys[[row_of[use] for use in bought_by(nace, book)], column] = 1.0
        is_known = np.array([nace is not None for nace in activities], dtype=bool)
        return _Activities(row_of, buys, np.array([columns[nace] for nace in activities]), is_known)

    def best(self, confidence: Mapping[str, float]) -> Numbers:
        """For each need the surest of the uses that its activity buys for."""
        if not confidence:
            return np.zeros(len(self.column_of_need))
        rows = [self.row_of[use] for use in confidence]
        sure = np.array(list(confidence.values()))
        found: Numbers = (self.buys[rows] * sure[:, None]).max(axis=0)[self.column_of_need]
        return found


class Shortlist:
    """Needs made ready to be bounded against one output after the other."""

    def __init__(self, needs: Sequence[Reading], book: ReferenceBook, weights: Weights) -> None:
        self._book = book
        self._weights = weights
        self._prior = weights.prior_evidence().contribution
        self._materials = Postings.of([need.materials for need in needs])
        self._uses = Postings.of([sought(need, book) for need in needs])
        self._precedents = Postings.of([sought_like(need, book) for need in needs])
        self._asks_figures = np.array([bool(asked_by(need, book)) for need in needs], dtype=bool)
        self._uses_if_another = Postings.of([_sought_of_another(need, book) for need in needs])
        self._named = Postings.of([need.named for need in needs])
        self._is_sure = np.array([is_sure_of_materials(need) for need in needs], dtype=bool)
        self._codes = Postings.of([accepted(need, book) for need in needs])
        self._letters = Bags.of([letters(need, book) for need in needs])
        self._meanings = Bags.of([need.meanings for need in needs])
        self._uses_sought = Bags.of([uses_sought(need, book) for need in needs])
        self._materials_taken = Bags.of([materials_taken(need, book) for need in needs])
        self._has_words = np.array([bool(need.meanings) for need in needs], dtype=bool)
        self._by_scripts = _grouped([need.scripts for need in needs])
        self._activities = _Activities.of([need.nace for need in needs], book)
        seasons = [set(need.listing.season_months) for need in needs]
        self._has_month = np.array([[month in season for month in range(1, 13)] for season in seasons])
        self._n_months = np.array([len(season) for season in seasons])
        self._by_dimension = _grouped([need.per_year and need.per_year[1] for need in needs])
        self._per_year = np.array([need.per_year[0] if need.per_year else 0.0 for need in needs])
        self._places = Places.of(needs, book)
        self._stated = np.array([need.n_stated for need in needs], dtype=float)
        self._n = len(needs)

    def bounds(self, output: Reading) -> Bounds:
        """What each need, in the order in which they were given, can be for an output at most."""
        is_given = bool(given(output, self._book))
        material = self._materials.best(
            (name, way.confidence) for name, way in related(output, self._book).items()
        )
        ways = reachable(output, self._book)
        another = self._asks_for_another(output)
        sure = [(use, way.confidence) for use, way in ways.items()]
        pathway = np.where(another, self._uses_if_another.best(sure), self._uses.best(sure))
        code = self._code(output)
        words_of_another = another & ~self._uses.any_of(ways)
        wording = self._wording(output) * np.where(words_of_another, OTHER_WORDS, 1.0)
        profile = np.where(another, OTHER_THINGS, 1.0)
        served, wanted = self._uses_sought.alike(uses_served(output, self._book))
        alike, is_told = self._materials_taken.alike(materials_given(output, self._book))
        everything = np.ones(self._n, dtype=bool)
        parts = (
            ("material", material, self._materials.has_any & is_given),
            ("pathway", pathway, self._uses.has_any & is_given),
            ("code", code, self._codes.has_any & (output.code is not None)),
            ("wording", wording, self._has_words & bool(output.meanings)),
            ("use_profile", served * profile, wanted),
            ("material_profile", alike * profile, is_told),
            ("precedent", self._precedent(output), self._uses.has_any & is_given),
            ("sector", *self._sector(output)),
            ("quantity", *self._quantity(output)),
            ("quality_margin", *self._quality_margin(output)),
            ("timing", *self._timing(output)),
            ("distance", *self._distance(output)),
            ("completeness", (output.n_stated + self._stated) / (2 * FACTS), everything),
        )
        scores = np.full(self._n, self._prior + SLACK)
        for name, values, is_known in parts:
            scores += np.where(is_known, self._at_most(name, values), 0.0)
        reasons = np.maximum(np.maximum(material, pathway), code)
        return Bounds(scores, reasons, wording)

    def _asks_for_another(self, output: Reading) -> Flags:
        """As `matching.hops.asks_for_another`."""
        if not is_sure_of_materials(output):
            return np.zeros(self._n, dtype=bool)
        kin = self._named.best(named_or_related(output, self._book).items())
        return self._is_sure & (kin < RELATED)

    def _at_most(self, name: str, values: Numbers) -> Numbers:
        """The contribution of a value that is at most so high. A weight below 0 likes low values best."""
        weight = self._weights.by_name[name]
        return weight.weight * ((values if weight.weight >= 0 else np.zeros(self._n)) - weight.centre)

    def _code(self, output: Reading) -> Numbers:
        if output.code is None:
            return np.zeros(self._n)
        chapter = output.code[:CHAPTER]
        alike = ((key, likeness(output.code, key)) for key in self._codes.by_key if key[:CHAPTER] == chapter)
        return self._codes.best(alike)

    def _wording(self, output: Reading) -> Numbers:
        """The wording, as if every two texts meant the same thing."""
        meanings = self._meanings.cosines(output.meanings)
        spelt = self._letters.cosines(letters(output, self._book))
        shares = np.zeros(self._n, dtype=bool)
        for scripts, numbers in self._by_scripts.items():
            shares[numbers] = bool(scripts & output.scripts)
        return np.where(shares, (spelt + meanings) / 2, ACROSS_ALPHABETS * meanings)

    def _precedent(self, output: Reading) -> Numbers:
        return self._precedents.best(given_like(output, self._book).items())

    def _quality_margin(self, output: Reading) -> tuple[Numbers, Flags]:
        """As if every figure were as good as can be, where any limit may meet one."""
        values = np.full(self._n, max(1.0, self._weights.by_name["quality_margin"].centre))
        if not told_by(output, self._book):
            return values, np.zeros(self._n, dtype=bool)
        uses = ((use, 1.0) for use in uses_told_of(output, self._book))
        return values, self._asks_figures | (self._uses.best(uses) > 0)

    def _sector(self, output: Reading) -> tuple[Numbers, Flags]:
        ways = reachable(output, self._book)
        values = self._activities.best({use: way.confidence for use, way in ways.items()})
        return values, self._activities.is_known & bool(ways)

    def _quantity(self, output: Reading) -> tuple[Numbers, Flags]:
        is_known = np.zeros(self._n, dtype=bool)
        if output.per_year is None or output.per_year[1] not in self._by_dimension or output.per_year[0] <= 0:
            return np.zeros(self._n), is_known
        is_known[self._by_dimension[output.per_year[1]]] = True
        is_known &= self._per_year > 0
        mine = output.per_year[0]
        larger = np.maximum(self._per_year, mine)
        return np.minimum(self._per_year, mine) / larger, is_known

    def _timing(self, output: Reading) -> tuple[Numbers, Flags]:
        mine = set(output.listing.season_months)
        if not mine:
            return np.zeros(self._n), np.zeros(self._n, dtype=bool)
        common = self._has_month[:, [month - 1 for month in mine]].sum(axis=1)
        return common / np.maximum(len(mine), self._n_months), self._n_months > 0

    def _distance(self, output: Reading) -> tuple[Numbers, Flags]:
        """By the farthest reach of all that the output may be, as if no road were ever shut."""
        reaches = [self._book.reach(name) for name in given(output, self._book)]
        farthest = max((reach.km for reach in reaches if reach), default=None)
        if output.coordinates is None or farthest is None:
            return np.zeros(self._n), np.zeros(self._n, dtype=bool)
        km = self._places.at_least_km(output, self._book)
        values = 1 / (1 + (km / (HALF_AT * farthest)) ** 2)
        if None in reaches:  # by that way the distance is unknown and weighs nothing
            values = np.maximum(values, self._weights.by_name["distance"].centre)
        return values, ~np.isnan(km)


def _sought_of_another(need: Reading, book: ReferenceBook) -> dict[str, float]:
    """What a need is after, as it counts for a material that it does not name."""
    itself = serving_itself(need, book)
    return {use: sure * (FOR_ANOTHER if use in itself else 1.0) for use, sure in sought(need, book).items()}


def _grouped(keys: Sequence[Hashable]) -> dict[Any, NDArray[np.int64]]:
    found: dict[Hashable, list[int]] = {}
    for number, key in enumerate(keys):
        found.setdefault(key, []).append(number)
    return {key: np.array(numbers) for key, numbers in found.items()}
