"""What the cards of chains, pools, mixtures and gaps hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from symbiosis.presenters.gates import GateLine
from symbiosis.presenters.listing import ListingCard


@dataclass(frozen=True, slots=True)
class Money:
    """A line of money for one tonne of the output. `is_loss`: at the central figures."""

    label: str
    central: str
    ends: str
    is_loss: bool


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """What a coordinator said of a chain."""

    verdict: object
    reason: object | None
    note: str | None
    said_at: datetime
    who: str | None


@dataclass(frozen=True, slots=True)
class ChainCard:
    """A way through a processor. `first`, `second`: what is carried and how far; `cost`: by the book.

    `answers`: what coordinators said of it, newest first; `verdict`: the key of the latest.
    """

    id: str | None
    match_id: str | None
    output: ListingCard
    need: ListingCard
    giver: str
    taker: str
    who: str
    firm_id: str | None
    firm_name: str | None
    process: str
    product: str
    first: str
    second: str
    cost: str | None
    permit: str | None
    conditions: str | None
    questions: tuple[GateLine, ...]
    money: tuple[Money, ...]
    price: str | None
    unknown: tuple[str, ...]
    is_current: bool
    verdict: str | None
    answers: tuple[AnswerLine, ...]


@dataclass(frozen=True, slots=True)
class ShareLine:
    """What one output gives. `firm_id` and `name` are for coordinators."""

    tonnes: str
    who: str
    is_mine: bool
    firm_id: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class PoolCard:
    """Lots that fill a load. `months` is empty when all the year will do; `cost` is for coordinators."""

    need: ListingCard
    taker: str
    material: str
    tonnes: str
    km: str
    months: str
    shares: tuple[ShareLine, ...]
    questions: tuple[GateLine, ...]
    cost: str | None


@dataclass(frozen=True, slots=True)
class BlendCard:
    """A mixture within the limits of a need. `reached`: each limit with what the mixture comes to."""

    need: ListingCard
    taker: str
    tonnes: str
    covers: str
    reached: tuple[str, ...]
    shares: tuple[ShareLine, ...]
    questions: tuple[GateLine, ...]


@dataclass(frozen=True, slots=True)
class FlowLine:
    """What would flow through a missing process. `product` None: the material itself, prepared."""

    material: str
    product: str | None
    n_outputs: int
    tonnes: str


@dataclass(frozen=True, slots=True)
class GapLine:
    """A process that nobody does, with what waits for it. `unknown`: how many outputs say no amount."""

    process: str
    tonnes: str
    n_outputs: int
    unknown: str | None
    n_needs: str
    worth: str | None
    plant: str | None
    fills_a_plant: bool
    flows: tuple[FlowLine, ...] = ()
    n_flows_hidden: int = 0
