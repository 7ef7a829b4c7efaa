"""The nouns of the ranking: what is compared, and what comes back.

All records are frozen. Units are in the names; money never appears here (it is private to a firm
and plays no part in the score).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

Kind = Literal["material", "energy", "water", "gas", "asset"]
KINDS: tuple[Kind, ...] = ("material", "energy", "water", "gas", "asset")


class Side(StrEnum):
    """Which of the two kinds of listing: what a firm gives, or what it seeks."""

    OUTPUT = "output"
    NEED = "need"


class Verdict(StrEnum):
    """What a firm answered to a match."""

    YES = "yes"
    NO = "no"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a listing is: a municipality of `reference/places.csv`, a point, or both.

    `lat`, `lon` are WGS 84 degrees; both or neither are given.
    """

    municipality: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount in a unit of `reference/units.csv`, repeated by a period of `reference/periods.csv`."""

    amount: float
    unit: str
    period: str = "once"


@dataclass(frozen=True, slots=True)
class Listing:
    """An output or a need, as far as the ranker may see it.

    `hazardous`: True or False as stated, None when nobody knows. On a need it says whether the firm is
    authorised to take hazardous material. `season_months`: 1..12, empty = all year or unknown.
    `material_ids`, `use_ids`: what a person confirmed; what the text alone says is found by the ranker.
    `understood`: the latter as an earlier reading kept it (`matching.understood`); saves time, says nothing.
    `not_ids`: materials and uses that a person said are not meant, whatever the text sounds like.
    `declines`: firms that its firm is not to be matched with; said on either side, it holds for both.
    """

    id: str
    side: Side
    text: str
    kind: Kind = "material"
    ewc_code: str | None = None
    nace: str | None = None
    hazardous: bool | None = None
    tonnes_per_year: float | None = None
    quantity: Quantity | None = None
    place: Place = field(default_factory=Place)
    lang: str | None = None
    firm_id: str | None = None
    season_months: tuple[int, ...] = ()
    starts_on: date | None = None
    ends_on: date | None = None
    material_ids: tuple[str, ...] = ()
    use_ids: tuple[str, ...] = ()
    understood: str | None = field(default=None, compare=False, repr=False)
    not_ids: tuple[str, ...] = ()
    declines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hop:
    """One documented way from what is given to what is sought: material, process (if any), use.

    `use_id` is None where the need asks for the material itself.
    """

    material_id: str
    process_id: str | None
    use_id: str | None
    strength: Literal["same", "proven", "practised", "possible"]
    pathway_id: str | None = None


Thing = Literal["material", "use", "code"]


@dataclass(frozen=True, slots=True)
class Wait:
    """A listing that waits for a process which nobody does for it. `for_ids`: counterparts that wait as well.

    Of an output: `material_id`, `product_id` (None: the material itself, prepared) and `pathway_id` of its
    surest way through the process, and `tonnes_per_year` (None when nobody said). All None of a need.
    """

    listing_id: str
    firm_id: str
    process_id: str
    for_ids: tuple[str, ...] = ()
    material_id: str | None = None
    product_id: str | None = None
    pathway_id: str | None = None
    tonnes_per_year: float | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """Something that a listing is read as, by which its counterparts find it.

    `sure`: in (0, 1]. `use_share`, `material_share`: the same, over the length of the vector of all uses and
    of all materials by which the listing as a whole is compared (`matching.profiles`).
    """

    thing: Thing
    id: str
    sure: float
    use_share: float = 0.0
    material_share: float = 0.0


LEADING = ("material", "pathway", "precedent", "use", "code", "wording")
"""What leads to counterparts, by the evidence that it counts for."""


@dataclass(frozen=True, slots=True)
class Lead:
    """A material, use or waste code by which counterparts of a listing may be found.

    All in log-odds. `worth`: what it adds to a pair when the counterpart surely is that thing.
    `by_use_share`, `by_material_share`: what it adds for such a share that the counterpart has of it.
    `besides`: what such a counterpart usually adds by other things. `way`: what it is called when it leads to
    a candidate, of `LEADING`.
    """

    thing: Thing
    id: str
    worth: float
    way: str
    by_use_share: float = 0.0
    by_material_share: float = 0.0
    besides: float = 0.0


@dataclass(frozen=True, slots=True)
class Seen:
    """What a listing has in common with each of many others at a glance (`matching.glance`).

    `worth`: in log-odds, without what all pairs start from. `wording`: what of that is for their words.
    `ways`: how they are linked, none for what is only worded alike.
    """

    worth: Sequence[float]
    wording: Sequence[float]
    ways: Sequence[frozenset[str]]


def _sees_nothing(sketches: Sequence[bytes]) -> Seen:
    n = len(sketches)
    return Seen([0.0] * n, [0.0] * n, [frozenset()] * n)


@dataclass(frozen=True, slots=True)
class Leads:
    """Where to look for the counterparts of a listing: `leads`, most worth first; `nearness`: municipality
    -> log-odds that its distance adds; `wording`: what the likest text adds; `glance`:
    what the listing has in common with others, by their sketches.
    """

    leads: tuple[Lead, ...] = ()
    nearness: Mapping[str, float] = field(default_factory=dict)
    wording: float = 0.0
    glance: Callable[[Sequence[bytes]], Seen] = _sees_nothing


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair worth comparing.

    `found_by` holds the ways: `material`, `pathway`, `precedent`, `use`, `code`, `wording`, `text`, or
    nothing but the `kind`.
    """

    output: Listing
    need: Listing
    found_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason. `value` is None when it could not be known, and then contributes exactly 0.

    `contribution` is in log-odds, rounded to 4 decimals; the contributions of a match add up to its score.
    """

    name: str
    value: float | None
    contribution: float


@dataclass(frozen=True, slots=True)
class GateResult:
    """Whether one rule lets the pair through. `question`: key of what to ask when the answer is unknown."""

    name: str
    result: Literal["pass", "unknown", "fail"]
    question: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A ranked pair. `score` in log-odds = sum of the contributions; `probability` = 1 / (1 + e^-score).

    `rule_ids`: the rules of law that an exchange of the two would touch, as `matching.law.rules_of_pair`.
    `precedent_id`: the documented exchange most like it, None where none is much like it.
    """

    output_id: str
    need_id: str
    score: float
    probability: float
    evidence: tuple[Evidence, ...]
    gates: tuple[GateResult, ...]
    pathway: Hop | None = None
    distance_km: float | None = None
    rule_ids: tuple[str, ...] = ()
    precedent_id: str | None = None


@dataclass(frozen=True, slots=True)
class RuledOut:
    """A pair that would have been among the matches had `gate` not refused it. `reason` is a key."""

    output_id: str
    need_id: str
    gate: str
    reason: str


@dataclass(frozen=True, slots=True)
class Ranking:
    """All that the ranker says of one listing: `matches` best first, then what the gates refused."""

    listing_id: str
    matches: tuple[Match, ...]
    ruled_out: tuple[RuledOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The latest answer of one side to a match, with what it was shown.

    `values`: evidence by name as shown, None where unknown; empty when nothing was kept. `probability`: as
    shown. `reason`: a key, given with a no. `propensity`: how likely it was to be shown first; None when the
    reader went to look for it.
    """

    side: Side
    verdict: Verdict
    decided_at: datetime
    reason: str | None = None
    values: Mapping[str, float | None] = field(default_factory=dict)
    probability: float | None = None
    propensity: float | None = None


@dataclass(frozen=True, slots=True)
class OutcomeSaid:
    """What one side said last of an exchange: whether it happened, else the key of why not."""

    side: Side
    happened: bool
    recorded_at: datetime
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """A pair that somebody answered. `stage`: of the exchange that both sides opened, None without one."""

    output_id: str
    need_id: str
    output_firm_id: str
    need_firm_id: str
    answers: tuple[Answer, ...]
    is_demo: bool = False
    stage: str | None = None
    outcomes: tuple[OutcomeSaid, ...] = ()
