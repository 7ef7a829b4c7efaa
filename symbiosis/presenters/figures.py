"""The figures under the worth of a match, in plain words with units and sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from flask_babel import lazy_gettext as _l

from graph.change_records import AssumptionChange
from matching.impact import ROLES, About, Assumption
from matching.impact.roles import unit_of
from matching.reference_book import ReferenceBook
from matching.reference_records import Span
from symbiosis.presenters import numbers
from symbiosis.presenters.choices import Choice, Group
from symbiosis.presenters.saying import gettext as _
from symbiosis.presenters.sources import SourceLine, source

LABELS: Mapping[str, object] = {
    "amount": _l("Exchanged in a year"),
    "distance": _l("Distance by road"),
    "today": _l("What the giver pays today to be rid of it (below zero: what it earns)"),
    "truly-saved": _l("Share of that cost which is truly saved"),
    "price": _l("What the taker pays today for what this replaces"),
    "price-kept": _l("Share of the new price that secondary material keeps"),
    "market": _l("What the same material costs from others"),
    "processing": _l("Processing"),
    "ratio": _l("How much of the replaced product one unit saves"),
    "lost": _l("Lost on the way"),
    "freight": _l("Freight by road"),
    "hazard-surcharge": _l("Freight surcharge for hazardous goods, times"),
    "carriage": _l("Carriage by pipe, cable or tanker"),
    "handling": _l("Loading and unloading"),
    "transaction": _l("Finding, testing, paperwork"),
    "giver-share": _l("Share of loading, testing and paperwork that the giver bears"),
    "once": _l("Finding, testing and contract, once"),
    "split": _l("Share of the joint gain left to the giver"),
    "agreed-price": _l("Price the two speak of"),
    "primary": _l("Emission of making the replaced product new"),
    "secondary": _l("Emission of making it from this material"),
    "landfill": _l("Emission in a landfill"),
    "treatment": _l("Emission of burning, composting or digesting it"),
    "energy": _l("Energy bought for processing"),
    "grid": _l("Emission of electricity from the grid"),
    "freight-co2e": _l("Emission of freight"),
    "empty-return": _l("Share of the way back driven empty"),
    "anyway": _l("Share that would be recycled without this exchange"),
}
GROUPS: Mapping[About, object] = {
    "both": _l("Seen by both firms"),
    "giver": _l("Seen by the giver only"),
    "taker": _l("Seen by the taker only"),
    "broker": _l("Seen by coordinators only"),
}
BASES: Mapping[str, object] = {
    "stated": _l("as stated in the listing"),
    "reckoned": _l("from the places of both"),
    "coordinator": _l("said by the coordinator for this match"),
}
KA = {
    "GEL": "₾",
    "kg": "კგ",
    "kWh": "კვტ·სთ",
    "MWh": "მგვტ·სთ",
    "km": "კმ",
    "t": "ტ",
    "m3": "მ³",
    "year": "წელი",
}
EN = {"GEL": "₾", "m3": "m³"}


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure. `note`: how its entry in the book is called, with the year; `is_said`: by a coordinator."""

    id: str
    label: object
    value: str
    note: str
    source: SourceLine | None
    is_said: bool


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change of a figure. `value` None: put back to what the book has."""

    label: object
    value: str | None
    why: str | None
    when: datetime
    by: str | None


def line(one: Assumption, book: ReferenceBook, lang: str) -> FigureLine:
    """A figure in the reader's language."""
    factor = book.factors.get(one.factor_id or "")
    named = str(BASES[one.basis]) if one.basis in BASES else factor.name(lang) if factor else ""
    year = str(one.year) if one.year else ""
    return FigureLine(
        id=one.id,
        label=LABELS[one.id],
        value=value(one.span, one.unit, lang),
        note=", ".join(filter(None, (named, year))),
        source=source(one.source) if one.source else None,
        is_said=one.basis == "coordinator",
    )


def change(one: AssumptionChange, unit: str, lang: str) -> ChangeLine | None:
    """A change in the reader's language; None of a figure that is reckoned with no more."""
    if one.assumption_id not in ROLES:
        return None
    told = value(one.span, unit_of(one.assumption_id, unit), lang) if one.span else None
    return ChangeLine(LABELS[one.assumption_id], told, one.why, one.changed_at, one.user_email)


def value(span: Span, unit: str, lang: str) -> str:
    """As in `35 (0–70) ₾/t`; one number where nothing is uncertain."""
    low, central, high = (_number(one, lang) for one in span)
    told = central if low == high else f"{central} ({_to(low, high)})"
    return f"{told}\N{NO-BREAK SPACE}{shown_unit(unit, lang)}".strip()


def _to(low: str, high: str) -> str:
    if low.startswith("\N{MINUS SIGN}") or high.startswith("\N{MINUS SIGN}"):
        return _("%(low)s to %(high)s", low=low, high=high)
    return f"{low}–{high}"


def _number(value: float, lang: str) -> str:
    decimals = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 3
    return numbers.amount(value, lang, decimals).replace("-", "\N{MINUS SIGN}")


def shown_unit(unit: str, lang: str) -> str:
    """A unit of a figure as the reader's language writes it; a plain ratio has none."""
    if unit == "ratio":
        return ""
    words = KA if lang == "ka" else EN
    for sign in "/·":
        unit = unit.replace(sign, f" {sign} ")
    told = " ".join(words.get(part, part) for part in unit.split()).replace("CO2e", "CO₂e")
    return told.replace(" / ", "/").replace(" · ", "·")


def choices(unit: str, lang: str) -> tuple[Group, ...]:
    """All figures to choose from, by who sees them, each with its unit."""
    return tuple(
        Group(
            str(label),
            tuple(
                Choice(id, ", ".join(filter(None, (str(LABELS[id]), shown_unit(unit_of(id, unit), lang)))))
                for id, role in ROLES.items()
                if role.about == about
            ),
        )
        for about, label in GROUPS.items()
    )
