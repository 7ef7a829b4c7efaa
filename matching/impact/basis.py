"""The figures that an estimate of a deal rests on: from the listings, the book, and whoever knows better."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from matching.impact.deal import Deal
from matching.impact.records import Assumption, Missing
from matching.impact.roles import ROLES, Overrides, unit_of
from matching.reference.factors import Factor
from matching.reference_book import ReferenceBook
from matching.reference_records import Span

Told = Literal["money", "co2e", "amount"]


@dataclass(slots=True)
class Basis:
    """Figures as they are gathered. What nobody knows is written down as missing for what it is needed."""

    deal: Deal
    book: ReferenceBook
    overrides: Overrides
    figures: dict[str, Assumption] = field(default_factory=dict)
    missing: dict[str, set[Told]] = field(default_factory=dict)

    def factor(self, id: str, factor: Factor | None, *, times: float = 1.0) -> bool:
        """Take a figure from a factor of the book; `times` turns it into the unit of the goods."""
        if factor is None:
            return self.take(id, None)
        low, central, high = sorted(times * value for value in factor.span)
        return self._keep(
            Assumption(
                id,
                ROLES[id].about,
                (low, central, high),
                unit_of(id, self.deal.unit),
                factor.basis,
                factor.id,
                factor.year,
                factor.source,
            )
        )

    def by_id(self, id: str, factor_id: str) -> bool:
        """Take a figure from the factor with an id."""
        return self.factor(id, self.book.factors.get(factor_id))

    def take(
        self,
        id: str,
        span: Span | None,
        basis: Literal["stated", "reckoned", "judgement"] = "stated",
        *,
        source: str = "",
        year: int | None = None,
    ) -> bool:
        """Take a figure that no factor holds; None where only an override could tell it.

        Returns:
            Whether the figure is known now.
        """
        unit = unit_of(id, self.deal.unit)
        if span is None and id not in self.overrides:
            return False
        span = span or self.overrides[id]
        return self._keep(Assumption(id, ROLES[id].about, span, unit, basis, year=year, source=source))

    def lacks(self, id: str, *told: Told) -> None:
        """Write down that a figure is missing, and for what."""
        self.missing.setdefault(id, set()).update(told)

    def spans(self) -> Mapping[str, Span]:
        return {id: one.span for id, one in self.figures.items()}

    def missing_for(self, told: Told) -> tuple[Missing, ...]:
        """What must be known before `told` can be."""
        return tuple(
            Missing(id, ROLES[id].about, unit_of(id, self.deal.unit))
            for id, needed in self.missing.items()
            if told in needed
        )

    def _keep(self, one: Assumption) -> bool:
        said = self.overrides.get(one.id)
        if said is not None:
            one = Assumption(one.id, one.about, said, one.unit, "coordinator")
        self.figures[one.id] = one
        return True
