"""The weights of the ranker in words and numbers: as they stand, beside an offer, and if they still hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from babel.dates import format_date
from flask_babel import lazy_gettext as _l

from matching.drift import ENOUGH, BandShare, Drift
from matching.evaluation import Bin
from matching.weighing import Weights
from symbiosis.presenters import numbers
from symbiosis.presenters.evidence import LABELS
from symbiosis.presenters.saying import gettext as _
from symbiosis.presenters.saying import ngettext
from symbiosis.views import OfferView, WeightsView

FIGURES: Mapping[str, object] = {
    "brier": _l("Brier score"),
    "ece": _l("Calibration error"),
    "log_loss": _l("Log-loss"),
}
RANKS: Mapping[str, object] = {
    "hit_1": _l("the right need first"),
    "hit_10": _l("among the first ten"),
    "mrr": _l("mean of 1 / place"),
}
DROPPED: Mapping[str, object] = {
    "demonstration": _l("of the demonstration"),
    "disputed": _l("the two sides tell different outcomes"),
    "later": _l("answered “later”"),
    "no_label": _l("a no whose reason says nothing of the evidence"),
    "not_kept": _l("nothing was kept of what was shown"),
    "waiting": _l("only one side has said yes"),
}
BANDS: Mapping[str, object] = {
    "low": _l("low (under 10%)"),
    "medium": _l("medium (10–30%)"),
    "high": _l("high (over 30%)"),
}


@dataclass(frozen=True, slots=True)
class WeightLine:
    """One kind of evidence. `offered`: None without an offer; `is_moved`: it differs from the present."""

    label: object
    default: str
    present: str
    offered: str | None
    is_moved: bool
    is_flipped: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A label and what is said of it, in as many cells as the table has."""

    label: object
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfferCard:
    """The offer that is looked at. `facts`: what it was learned from; `figures`: defaults and offer."""

    version: str
    when: str
    fits: bool
    is_present: bool
    facts: tuple[Line, ...]
    figures: tuple[Line, ...]
    table: tuple[Line, ...]
    benchmark: tuple[Line, ...]


def lines(view: WeightsView, offer: OfferView | None, lang: str) -> tuple[WeightLine, ...]:
    """Where every pair starts, then each kind of evidence in the ranker's order."""
    offered = offer.weights if offer else None
    flipped = set(offer.card["flipped"]) if offer else set()
    found = []
    for name in ("prior", *view.defaults.by_name):
        values = [_weight(name, each) for each in (view.defaults, view.present)]
        new = _weight(name, offered) if offered else None
        found.append(
            WeightLine(
                label=LABELS.get(name, name),
                default=numbers.fixed(values[0], lang),
                present=numbers.fixed(values[1], lang),
                offered=numbers.fixed(new, lang) if new is not None else None,
                is_moved=new is not None and round(new, 2) != round(values[1], 2),
                is_flipped=name in flipped,
            )
        )
    return tuple(found)


def _weight(name: str, weights: Weights) -> float:
    return weights.intercept + weights.shift if name == "prior" else weights.by_name[name].weight


def offer_card(offer: OfferView, present: Weights, lang: str) -> OfferCard:
    """An offer with what it was learned from and how good it was on firms that it had not seen."""
    card = offer.card
    first, last = (
        numbers.day(datetime.fromisoformat(card[name]).astimezone(numbers.TBILISI), lang)
        for name in ("first", "last")
    )
    trained = sorted(fold["n_train"] for fold in card["folds"])
    facts = [
        Line(_("Labelled pairs"), (numbers.amount(card["n"], lang, 0),)),
        Line(_("Of them worth contacting"), (numbers.amount(card["n_positive"], lang, 0),)),
        Line(_("Firms"), (numbers.amount(card["n_firms"], lang, 0),)),
        Line(_("Answered"), (f"{first} – {last}",)),
        Line(
            _("Tested"),
            (
                _(
                    "in %(n)s parts, each learned from %(low)s to %(high)s pairs of other firms",
                    n=len(trained),
                    low=trained[0],
                    high=trained[-1],
                ),
            ),
        ),
        *_follow_through(card.get("follow_through"), lang),
        *(Line(_("Left out"), (said,)) for said in dropped(card["dropped"])),
    ]
    return OfferCard(
        version=offer.version,
        when=numbers.moment(offer.created_at, lang),
        fits=offer.weights is not None,
        is_present=offer.version == present.version,
        facts=tuple(facts),
        figures=_figures(card, lang),
        table=reliability([Bin(**one) for one in card["reliability"]], lang),
        benchmark=_benchmark(card["benchmark"], lang),
    )


def _follow_through(found: Mapping[str, Any] | None, lang: str) -> tuple[Line, ...]:
    """How many of the pairs with two yeses are worked on, and how well it is foreseen; none while too few."""
    if found is None:
        return ()
    told = _(
        "%(part)s of %(all)s; Brier score on other firms: %(after)s by the reasons, %(share)s without",
        part=numbers.amount(found["n_worked_on"], lang, 0),
        all=numbers.amount(found["n"], lang, 0),
        after=_decimals(found["after"]["brier"], lang),
        share=_decimals(found["share"]["brier"], lang),
    )
    return (Line(_("Worked on, of those both sides said yes to"), (told,)),)


def _benchmark(measured: Mapping[str, Any] | None, lang: str) -> tuple[Line, ...]:
    """How the defaults, the weights of that day and the offer rank the exchanges written by hand."""
    by = measured["by"] if measured else {}
    return tuple(
        Line(label, tuple(_decimals(by[name][key], lang) for name in ("defaults", "present", "offer")))
        for key, label in RANKS.items()
        if by
    )


def _figures(card: Mapping[str, Any], lang: str) -> tuple[Line, ...]:
    return tuple(
        Line(label, (_decimals(card["before"][key], lang), _decimals(card["after"][key], lang)))
        for key, label in FIGURES.items()
    )


def dropped(counted: Mapping[str, int]) -> tuple[str, ...]:
    """How many answered pairs have no label, and why."""
    return tuple(
        ngettext("%(num)s pair: %(why)s", "%(num)s pairs: %(why)s", n, why=str(DROPPED[why]))
        for why, n in counted.items()
    )


def reliability(table: Sequence[Bin], lang: str) -> tuple[Line, ...]:
    """What was said and what came, where anything was said."""
    return tuple(
        Line(
            f"{numbers.whole_percent(one.low, lang)} – {numbers.whole_percent(one.high, lang)}",
            (
                numbers.amount(one.n, lang, 0),
                numbers.whole_percent(one.said, lang),
                numbers.whole_percent(one.came, lang) if one.n >= ENOUGH else _("too few to say"),
            ),
        )
        for one in table
        if one.said is not None and one.came is not None
    )


def bands(shares: Sequence[BandShare], lang: str) -> tuple[Line, ...]:
    """By month and band: how many were answered, and the share worth contacting."""
    return tuple(
        Line(
            _month(one.month, lang),
            (
                str(BANDS[one.band]),
                numbers.amount(one.n, lang, 0),
                _("too few to say") if one.share is None else numbers.whole_percent(one.share, lang),
            ),
        )
        for one in shares
    )


def _month(month: str, lang: str) -> str:
    return str(format_date(datetime.fromisoformat(f"{month}-01"), format="LLLL y", locale=lang))


def means(found: Drift, lang: str) -> tuple[Line, ...]:
    """The mean of each evidence then and now."""
    return tuple(
        Line(
            LABELS.get(one.name, one.name),
            tuple(
                _("too few to say") if value is None else _decimals(value, lang)
                for value in (one.then, one.now)
            ),
        )
        for one in found.means
    )


def since(found: Drift, lang: str) -> tuple[Line, ...]:
    """The figures of the present weights on what was answered since they were learned."""
    if found.since is None:
        return ()
    values = {"brier": found.since.brier, "ece": found.since.ece, "log_loss": found.since.log_loss}
    return tuple(Line(label, (_decimals(values[key], lang),)) for key, label in FIGURES.items())


def history(view: WeightsView, lang: str) -> tuple[Line, ...]:
    """Who switched to what, newest first."""
    return tuple(
        Line(
            numbers.moment(one.switched_at, lang),
            (one.version or _("the defaults"), one.by or _("a former user")),
        )
        for one in view.switches
    )


def _decimals(value: float, lang: str) -> str:
    return numbers.amount(value, lang, 3)
