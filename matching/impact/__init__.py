"""What an exchange would bring, by estimate: money for both sides, how far it pays, greenhouse gas saved."""

from __future__ import annotations

from collections.abc import Callable

from matching.impact import carbon, money
from matching.impact.basis import Basis
from matching.impact.deal import deal
from matching.impact.ranges import Values, spread
from matching.impact.records import About, Assumption, Gains, Impact, Missing, Price, Reference
from matching.impact.roles import ROLES, Overrides, check
from matching.reading import Reading
from matching.records import Hop, Listing
from matching.reference_book import ReferenceBook
from matching.reference_records import Span

__all__ = [
    "ROLES",
    "About",
    "Assumption",
    "Gains",
    "Impact",
    "Missing",
    "Overrides",
    "Price",
    "Reference",
    "check",
    "impact",
]

KILOGRAMS = 1000.0
GIVER = ("today", "truly-saved", "giver-share")
TAKER = ("price", "lost", "giver-share")


def impact(
    output: Listing,
    need: Listing,
    book: ReferenceBook,
    overrides: Overrides | None = None,
    *,
    hop: Hop | None = None,
    distance_km: float | None = None,
    reading: Callable[[Listing], Reading] | None = None,
    giver_pays_gel_per_year: float | None = None,
    taker_pays_gel_per_year: float | None = None,
) -> Impact | None:
    """What an exchange of the two would bring, by estimate.

    Args:
        output, need: the listings; their amounts make the figures of a year.
        overrides: figures as somebody who knows better says them, by id (`ROLES`).
        hop, distance_km: as the ranker found them; looked for when None.
        reading: how the ranker reads a listing; None: by the book alone.
        giver_pays_gel_per_year: what the output costs its holder today (below zero: what it brings).
        taker_pays_gel_per_year: what the taker pays today for what it needs.
        Both are private: pass only what the reader of the result may know.
    Returns:
        None for shared assets, whose worth is not reckoned. A figure for want of which something cannot be
        told is named, never guessed.
    Raises:
        BadValue: an override that cannot be.
        UnknownUnit, UnknownPeriod, UnknownMunicipality: what was stated is not in the book.
    Source: docs/explanation/worth.md
    """
    if output.kind == "asset" or need.kind == "asset":
        return None
    check(overrides or {})
    what = deal(output, need, book, hop=hop, distance_km=distance_km, reading=reading)
    basis = Basis(what, book, overrides or {})
    if not basis.take("amount", None if what.amount is None else (what.amount,) * 3):
        basis.lacks("amount", "amount")
    reference = money.gather_giver(basis, giver_pays_gel_per_year, what.given_a_year)
    money.gather_taker(basis, taker_pays_gel_per_year, what.sought_a_year)
    money.gather_way(basis)
    carbon.gather(basis, reference)
    basis.by_id("split", "assumption-transfer-split")
    basis.take("agreed-price", None)
    return _told(basis, reference)


def _told(basis: Basis, reference: Reference) -> Impact:
    gain = _Sums(basis)
    return Impact(
        unit=basis.deal.unit,
        amount=basis.spans().get("amount"),
        per_unit=gain.gains(per_year=False),
        per_year=gain.gains(per_year=True),
        once_gel=basis.spans().get("once"),
        price=gain.price(),
        break_even_km=gain.break_even(),
        needs_support=gain.needs_support(),
        reference=reference,
        co2e_kg_per_unit=gain.co2e(per_year=False),
        co2e_t_per_year=gain.co2e(per_year=True),
        assumptions=tuple(basis.figures.values()),
        missing_money=basis.missing_for("money"),
        missing_co2e=basis.missing_for("co2e"),
        missing_amount=basis.missing_for("amount"),
    )


class _Sums:
    """What can be told of a basis: each sum only when all that it takes is known."""

    def __init__(self, basis: Basis) -> None:
        self.spans = basis.spans()
        lacking = {one.id: one.about for one in basis.missing_for("money")}
        self.knows_giver = money.known(self.spans, *GIVER)
        self.knows_gate = money.known(self.spans, *TAKER) and not lacking.keys() & {"ratio", "processing"}
        self.knows_taker = self.knows_gate and not lacking.keys() & {"distance", "carriage"}
        self.knows_joint = self.knows_giver and self.knows_taker
        self.knows_co2e = not basis.missing_for("co2e")
        self.has_amount = "amount" in self.spans

    def gains(self, *, per_year: bool) -> Gains:
        if per_year and not self.has_amount:
            return Gains(None, None, None)
        times = "amount" if per_year else None
        paid = self._central(money.suggested_price) if self.knows_joint else 0.0

        def sum_of(reckon: Callable[[Values], float], is_known: bool) -> Span | None:
            return self._spread(reckon, times) if is_known else None

        return Gains(
            giver=sum_of(money.giver, self.knows_giver),
            taker=sum_of(money.taker, self.knows_taker),
            joint=sum_of(money.joint, self.knows_joint),
            giver_paid=sum_of(lambda v: money.giver(v) + paid, self.knows_joint),
            taker_paying=sum_of(lambda v: money.taker(v) - paid, self.knows_joint),
        )

    def price(self) -> Price | None:
        """None where nothing is gained: then there is no price at which both are better off."""
        if not self.knows_joint or self._central(money.joint) <= 0:
            return None
        return Price(
            least=self._spread(lambda v: -money.giver(v)),
            most=self._spread(money.taker),
            suggested=self._central(money.suggested_price),
        )

    def break_even(self) -> Span | None:
        if not (self.knows_giver and self.knows_gate and "freight" in self.spans):
            return None
        low, central, high = self._spread(money.break_even_km)
        return max(0.0, low), central, high

    def needs_support(self) -> bool | None:
        return self._spread(money.joint)[2] <= 0 if self.knows_joint else None

    def co2e(self, *, per_year: bool) -> Span | None:
        if not self.knows_co2e or (per_year and not self.has_amount):
            return None
        if not per_year:
            return self._spread(carbon.saved)
        low, central, high = self._spread(carbon.saved, "amount")
        return low / KILOGRAMS, central / KILOGRAMS, high / KILOGRAMS

    def _central(self, reckon: Callable[[Values], float]) -> float:
        return reckon({name: span[1] for name, span in self.spans.items()})

    def _spread(self, reckon: Callable[[Values], float], times: str | None = None) -> Span:
        if times is None:
            return spread(reckon, self.spans)
        low, central, high = self.spans[times]
        if low < high:
            return spread(lambda v: v[times] * reckon(v), self.spans)
        of_one = spread(reckon, self.spans)
        return of_one[0] * central, of_one[1] * central, of_one[2] * central
