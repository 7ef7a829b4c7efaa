"""The reasons of a match as bars whose shown numbers add up to the shown sum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from symbiosis.presenters import numbers
from symbiosis.views import EvidenceView

LABELS: Mapping[str, object] = {
    "material": _l("Material"),
    "pathway": _l("Known way of use"),
    "code": _l("Waste code"),
    "wording": _l("Description"),
    "use_profile": _l("Uses, all together"),
    "material_profile": _l("Materials, all together"),
    "precedent": _l("Documented case"),
    "sector": _l("Sector"),
    "quantity": _l("Quantity"),
    "quality_margin": _l("Quality"),
    "timing": _l("Season and dates"),
    "distance": _l("Distance"),
    "completeness": _l("How much is known"),
    "prior": _l("Starting point"),
}
HALF = 50.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One reason. `x`, `width` place its bar between 0 and 100 with the zero line at 50.

    `state`: `for`, `against`, `even` (compared, moves nothing) or `unknown`.
    """

    name: str
    label: object
    state: str
    number: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Bars:
    bars: tuple[Bar, ...]
    total: str


@dataclass(frozen=True, slots=True)
class Chip:
    """What is known of a pair and what is not. `state` as in `Bar`."""

    label: object
    state: str


def bars(evidence: Sequence[EvidenceView], score: float, lang: str) -> Bars:
    """Bars in the ranker's order; hundredths are shared out so that the column adds up exactly."""
    widest = max((abs(one.contribution) for one in evidence), default=0.0) or 1.0
    shown = add_up([one.contribution for one in evidence], score)
    made = tuple(_bar(one, hundredths, widest, lang) for one, hundredths in zip(evidence, shown, strict=True))
    return Bars(made, numbers.fixed(round(score * 100) / 100, lang))


def add_up(contributions: Sequence[float], score: float) -> list[int]:
    """Each contribution in hundredths such that their sum is the score in hundredths (largest remainders)."""
    floors = [int(value * 100 // 1) for value in contributions]
    missing = round(score * 100) - sum(floors)
    by_remainder = sorted(
        range(len(floors)), key=lambda i: (contributions[i] == 0, -(contributions[i] * 100 - floors[i]), i)
    )
    step = 1 if missing > 0 else -1
    order = by_remainder if missing > 0 else by_remainder[::-1]
    for index in order[: abs(missing)]:
        floors[index] += step
    return floors


def chips(evidence: Sequence[EvidenceView], distance: str | None) -> tuple[Chip, ...]:
    """One chip for each thing compared, unknown ones last; the distance speaks for itself.

    There is none for what no firm can tell: whether somebody did the like.
    """
    found = [
        Chip(distance if one.name == "distance" and distance else LABELS[one.name], state_of(one))
        for one in evidence
        if one.name not in {"prior", "completeness", "precedent"}
    ]
    return tuple(sorted(found, key=lambda chip: chip.state == "unknown"))


def state_of(one: EvidenceView) -> str:
    if one.name == "prior":
        return "even"
    if one.value is None:
        return "unknown"
    if one.contribution == 0:
        return "even"
    return "for" if one.contribution > 0 else "against"


def _bar(one: EvidenceView, hundredths: int, widest: float, lang: str) -> Bar:
    width = round(abs(one.contribution) / widest * HALF, 2)
    return Bar(
        name=one.name,
        label=LABELS[one.name],
        state=state_of(one),
        number=numbers.fixed(hundredths / 100, lang),
        x=HALF if one.contribution >= 0 else HALF - width,
        width=width,
    )
