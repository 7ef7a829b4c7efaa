"""The nouns of worth: what is assumed, what is missing for it, and what an exchange brings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from matching.reference_records import Span

About = Literal["giver", "taker", "both", "broker"]
"""Whose figure it is. What is about one side is no business of the other; `broker`: of neither."""

Basis = Literal["measured", "published", "judgement", "stated", "coordinator", "reckoned"]
"""As in `reference/factors`; `stated` in a listing, said by the `coordinator`, `reckoned` from places."""

Reference = Literal["landfilled", "sold", "unknown"]
"""What happens to the material without the exchange: the case that CO2e is compared with."""


@dataclass(frozen=True, slots=True)
class Assumption:
    """A figure that an estimate rests on. `factor_id`: of `reference/factors`; None for what is not there.

    `source`: an address, or `practice`, or empty where `basis` says it all.
    """

    id: str
    about: About
    span: Span
    unit: str
    basis: Basis
    factor_id: str | None = None
    year: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """A figure that nobody knows, for want of which something cannot be told. `unit`: in which to say it."""

    id: str
    about: About
    unit: str


@dataclass(frozen=True, slots=True)
class Gains:
    """GEL, low, central and high; below zero is a loss. None: a figure is missing.

    `giver`, `taker`: before anything is paid for the goods. `giver_paid`, `taker_paying`: at the suggested
    price. `joint`: of both together, whatever the price.
    """

    giver: Span | None
    taker: Span | None
    joint: Span | None
    giver_paid: Span | None = None
    taker_paying: Span | None = None


@dataclass(frozen=True, slots=True)
class Price:
    """GEL for one unit of the goods at the giver's gate; below zero the giver pays.

    `least`: below it the giver is better off without. `most`: above it the taker is. `suggested` lies
    between.
    """

    least: Span
    most: Span
    suggested: float


@dataclass(frozen=True, slots=True)
class Impact:
    """What an exchange would bring, by estimate. `unit`: t, m3 or MWh, of what is given.

    `amount`: units exchanged in a year; None: not known, then nothing is told for a year.
    `once_gel`: what finding, testing and the contract cost once; in no other figure.
    `break_even_km`: how far the goods may travel before freight eats the gain; None: not by road, not known.
    `needs_support`: together they gain nothing, not even by the high figures; None: not known.
    `co2e_kg_per_unit`: greenhouse gas saved, screening estimate; below zero more is emitted than saved.
    `missing_money`, `missing_co2e`, `missing_amount`: what must be known before each can be told.
    """

    unit: str
    amount: Span | None
    per_unit: Gains
    per_year: Gains
    once_gel: Span | None
    price: Price | None
    break_even_km: Span | None
    needs_support: bool | None
    reference: Reference
    co2e_kg_per_unit: Span | None
    co2e_t_per_year: Span | None
    assumptions: tuple[Assumption, ...]
    missing_money: tuple[Missing, ...]
    missing_co2e: tuple[Missing, ...]
    missing_amount: tuple[Missing, ...]
