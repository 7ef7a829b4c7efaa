"""A match as its card and its page show it."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from matching.law_in_force import Law
from matching.reference_book import ReferenceBook
from symbiosis.presenters import (
    cases,
    evidence,
    gates,
    listing,
    names,
    numbers,
    pathway,
    what_if,
    why,
    worth,
)
from symbiosis.presenters.cases import CaseLine
from symbiosis.presenters.evidence import Bars, Chip
from symbiosis.presenters.gates import GateLine
from symbiosis.presenters.listing import ListingCard
from symbiosis.presenters.pathway import Way
from symbiosis.presenters.what_if import WhatIfLine
from symbiosis.presenters.worth import WorthCard
from symbiosis.views import MatchView

STRONG, MEDIUM = 0.75, 0.4
LEARNED = ".learned-"
"""Stands in the version of weights that answers of firms were learned from (`matching.training`)."""

STRENGTHS = {"strong": _l("Strong match"), "medium": _l("Medium match"), "weak": _l("Weak match")}


@dataclass(frozen=True, slots=True)
class MatchCard:
    """`who`: sector and municipality, never a name. `probability` in [0, 1] for the meter. `case`: the
    documented exchange most like it, None where none is much like it. `is_learned`: the probability rests on
    what firms answered, not on judgement alone.
    """

    id: str
    mine: ListingCard
    other: ListingCard
    who: str
    where: str
    sentence: str
    strength: object
    probability: float
    probability_text: str
    distance: str | None
    bars: Bars
    chips: tuple[Chip, ...]
    obstacles: tuple[GateLine, ...]
    gates: tuple[GateLine, ...]
    way: Way | None
    case: CaseLine | None
    is_learned: bool
    worth: WorthCard | None = None
    what_ifs: tuple[WhatIfLine, ...] = ()


def card(
    view: MatchView, book: ReferenceBook, law: Law, lang: str, mine: ListingCard | None = None
) -> MatchCard:
    """All words, bars and questions of a match, in the reader's language.

    Args:
        mine: the card of `view.mine` where it was made already, for the first of many matches.
    """
    distance = None if view.distance_km is None else numbers.kilometres(view.distance_km, lang)
    return MatchCard(
        id=view.id,
        mine=mine or listing.card(view.mine, book, lang),
        other=listing.card(view.other, book, lang),
        who=names.someone(view.other.nace_division, view.other.municipality, book, lang),
        where=names.in_municipality(view.other.municipality, book, lang),
        sentence=why.sentence(view, book, lang),
        strength=STRENGTHS[strength(view.probability)],
        probability=view.probability,
        probability_text=numbers.percent(view.probability, lang),
        distance=distance,
        bars=evidence.bars(view.evidence, view.score, lang),
        chips=evidence.chips(view.evidence, distance),
        obstacles=gates.obstacles(view.gates, law, book, lang),
        gates=gates.lines(view.gates, law, book, lang),
        way=None if view.pathway is None else pathway.way(view.pathway, book, lang),
        case=cases.of_id(view.precedent_id, book, lang),
        is_learned=LEARNED in view.ranker_version,
        worth=worth.card(view.worth, view.distance_km, book, lang),
        what_ifs=what_if.lines(view, book, lang),
    )


def strength(probability: float) -> str:
    """`strong`, `medium` or `weak`."""
    return "strong" if probability >= STRONG else "medium" if probability >= MEDIUM else "weak"
