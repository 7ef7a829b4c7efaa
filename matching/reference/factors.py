"""Figures that worth and carbon are reckoned with: low, central and high, each with unit, year and source."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from matching.reference_records import Span
from matching.tables import Row, read_yaml_list

Basis = Literal["measured", "published", "judgement"]

_NEEDED = frozenset(
    ("id", "name_en", "name_ka", "low", "central", "high", "unit", "year", "region", "basis", "source")
)
_JOINS = ("material", "use", "process", "treatment", "vehicle", "stage", "price_class", "currency")
_MAY = frozenset(("note_en", "note_ka", *_JOINS))


@dataclass(frozen=True, slots=True)
class Factor:
    """A figure with its range. `topic` is its file: `co2e`, `freight`, `prices`, `disposal`, `assumptions` …

    The ids it is joined on are None where it is not about such a thing.
    """

    id: str
    topic: str
    name_en: str
    name_ka: str
    span: Span
    unit: str
    year: int
    region: str
    basis: Basis
    source: str
    note_en: str | None = None
    note_ka: str | None = None
    material: str | None = None
    use: str | None = None
    process: str | None = None
    treatment: str | None = None
    vehicle: str | None = None
    stage: str | None = None
    price_class: str | None = None
    currency: str | None = None

    @property
    def central(self) -> float:
        """The figure to reckon with."""
        return self.span[1]

    def name(self, lang: str) -> str:
        """The name, in Georgian or English."""
        return self.name_ka if lang == "ka" else self.name_en

    def note(self, lang: str) -> str | None:
        """What to know of it, in Georgian or English."""
        return self.note_ka if lang == "ka" else self.note_en


def factors(folder: Path) -> dict[str, Factor]:
    """All files of `factors/`. Raises BadReference, naming file and line."""
    found: dict[str, Factor] = {}
    for path in sorted((folder / "factors").glob("*.yaml")):
        for row in read_yaml_list(path, _NEEDED, _NEEDED | _MAY):
            factor = _factor(row, path.stem)
            if factor.id in found:
                raise row.fail(f"{factor.id} is there twice")
            found[factor.id] = factor
    return found


def _factor(row: Row, topic: str) -> Factor:
    low, central, high = (row.number(column) for column in ("low", "central", "high"))
    if not low <= central <= high:
        raise row.fail("low, central and high are out of order")
    basis = row.text("basis")
    if basis not in get_args(Basis):
        raise row.fail(f"basis is {basis!r}, expected one of {list(get_args(Basis))}")
    joins: dict[str, Any] = {name: row.maybe(name) for name in _JOINS}
    return Factor(
        id=row.text("id"),
        topic=topic,
        name_en=row.text("name_en"),
        name_ka=row.text("name_ka"),
        span=(low, central, high),
        unit=row.text("unit"),
        year=int(row.number("year")),
        region=row.text("region"),
        basis=basis,  # type: ignore[arg-type]  # checked above
        source=row.text("source"),
        note_en=row.maybe("note_en"),
        note_ka=row.maybe("note_ka"),
        **joins,
    )
