"""What a match is worth, in words: money, how far it pays, greenhouse gas, what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor, log10

from flask_babel import lazy_gettext as _l

from matching.impact import Impact, Missing
from matching.records import Side
from matching.reference_book import ReferenceBook
from matching.reference_records import Span
from symbiosis.presenters import figures, numbers
from symbiosis.presenters.figures import ChangeLine, FigureLine
from symbiosis.presenters.saying import gettext as _
from symbiosis.views import WorthView

ALL = {
    "giver": _l("The giver, before any price"),
    "taker": _l("The taker, before any price"),
    "joint": _l("Both together"),
    "giver_paid": _l("The giver, at the suggested price"),
    "taker_paying": _l("The taker, at the suggested price"),
}
OWN = {
    Side.OUTPUT: {"giver": _l("What it saves you, before any price")},
    Side.NEED: {"taker": _l("What it saves you, before you pay for the goods")},
}
CASES = {
    "landfilled": _l("compared with the landfill, where it goes today"),
    "sold": _l("compared with its sale, where such goods usually go"),
    "unknown": _l("nobody has said where it goes today, so a part counts as recycled anyway"),
}


@dataclass(frozen=True, slots=True)
class Amount:
    """A line of money. `is_loss`: at the central figures."""

    label: object
    central: str
    ends: str
    is_loss: bool


@dataclass(frozen=True, slots=True)
class WorthCard:
    """All of it may be missing. `per`: what money is for, a year or a tonne. `hint`: what a loss means."""

    money: tuple[Amount, ...]
    per: str
    hint: str | None
    needs_support: str | None
    distance: str | None
    co2e: str | None
    co2e_case: object
    price: str | None
    once: str | None
    unknown: tuple[str, ...]
    ask_amount: bool
    figures: tuple[FigureLine, ...]
    changes: tuple[ChangeLine, ...]
    number: int

    @property
    def headline(self) -> str | None:
        """As in `about 1,600 ₾ a year (−2,000 to 4,300)`: the first line of money, for a card."""
        first = next(iter(self.money), None)
        return f"{first.central} {self.per} ({first.ends})" if first else None


def card(
    view: WorthView | None, distance_km: float | None, book: ReferenceBook, lang: str
) -> WorthCard | None:
    """The worth of a match in the reader's language; None for what has none by the unit."""
    if view is None:
        return None
    found, unit = view.impact, figures.shown_unit(view.impact.unit, lang)
    gains = found.per_unit if found.amount is None else found.per_year
    wanted = ALL if view.side is None else OWN[view.side]
    money = tuple(
        _amount(label, span, lang)
        for name, label in wanted.items()
        if (span := getattr(gains, name)) is not None
    )
    changes = (figures.change(one, found.unit, lang) for one in view.changes)
    return WorthCard(
        money=money,
        per=_("a year") if found.amount else _("for one %(unit)s", unit=unit),
        hint=_hint(view, unit, lang),
        needs_support=_support(found, unit, lang),
        distance=_distance(found, distance_km, lang),
        co2e=_co2e(found, unit, lang),
        co2e_case=CASES[found.reference],
        price=_price(found, unit, lang),
        once=_span(found.once_gel, "₾", lang) if found.once_gel and view.side is None else None,
        unknown=_unknown((*found.missing_money, *found.missing_co2e)),
        ask_amount=bool(found.missing_amount),
        figures=tuple(figures.line(one, book, lang) for one in found.assumptions),
        changes=tuple(one for one in changes if one),
        number=view.number,
    )


def _amount(label: object, span: Span, lang: str) -> Amount:
    return Amount(label, f"{about(span[1], lang)}\N{NO-BREAK SPACE}₾", ends(span, lang), span[1] < 0)


def _hint(view: WorthView, unit: str, lang: str) -> str | None:
    """What a loss before any price means to the firm that reads it."""
    per_unit = view.impact.per_unit
    if view.side is Side.OUTPUT and per_unit.giver and per_unit.giver[1] < 0:
        price = _per(-per_unit.giver[1], unit, lang)
        return _("It pays for you from a price of about %(price)s on.", price=price)
    if view.side is Side.NEED and per_unit.taker and per_unit.taker[1] < 0:
        more = _per(-per_unit.taker[1], unit, lang)
        return _("Even free of charge it costs you about %(money)s more than what you use today.", money=more)
    return None


def _support(found: Impact, unit: str, lang: str) -> str | None:
    if not found.needs_support:
        return None
    if found.per_unit.joint is None:
        return _("By these figures it does not pay for both together without support.")
    short = _per(-found.per_unit.joint[1], unit, lang)
    return _("By these figures both together lose about %(money)s: it needs support.", money=short)


def _distance(found: Impact, distance_km: float | None, lang: str) -> str | None:
    if found.break_even_km is None:
        return None
    low, central, high = (numbers.amount(rough(km), lang, 0) for km in found.break_even_km)
    if found.break_even_km[1] <= 0:
        return _("by these figures it does not pay even next door (0 to %(high)s km)", high=high)
    pays = _("pays up to about %(km)s km (%(low)s–%(high)s)", km=central, low=low, high=high)
    if distance_km is None:
        return pays
    return _("%(pays)s; the two lie %(far)s apart", pays=pays, far=numbers.kilometres(distance_km, lang))


def _co2e(found: Impact, unit: str, lang: str) -> str | None:
    if found.co2e_t_per_year is not None:
        per_year = figures.shown_unit("t", lang)
        return _("%(amount)s a year", amount=_span(found.co2e_t_per_year, f"{per_year} CO₂e", lang))
    if found.co2e_kg_per_unit is not None:
        kilos = figures.shown_unit("kg", lang)
        told = _span(found.co2e_kg_per_unit, f"{kilos} CO₂e", lang)
        return _("%(amount)s for one %(unit)s", amount=told, unit=unit)
    return None


def _price(found: Impact, unit: str, lang: str) -> str | None:
    if found.price is None:
        return None
    return _(
        "about %(suggested)s; the giver needs at least %(least)s, the taker can pay at most %(most)s",
        suggested=_per(found.price.suggested, unit, lang),
        least=_per(found.price.least[1], unit, lang),
        most=_per(found.price.most[1], unit, lang),
    )


def _unknown(missing: Iterable[Missing]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(figures.LABELS[one.id]) for one in missing))


def _per(gel: float, unit: str, lang: str) -> str:
    return f"{about(gel, lang)}\N{NO-BREAK SPACE}₾/{unit}"


def _span(span: Span, unit: str, lang: str) -> str:
    return f"{about(span[1], lang)}\N{NO-BREAK SPACE}{unit} ({ends(span, lang)})"


def ends(span: Span, lang: str) -> str:
    """As in `−2,000 to 4,300`."""
    return _("%(low)s to %(high)s", low=about(span[0], lang), high=about(span[2], lang))


def about(value: float, lang: str) -> str:
    """A number as far as an estimate is worth telling it."""
    near = rough(value)
    decimals = 0 if abs(near) >= 10 else 2
    return numbers.amount(near, lang, decimals).replace("-", "\N{MINUS SIGN}")


def rough(value: float) -> float:
    """A number with the two digits that an estimate is worth."""
    if value == 0:
        return 0.0
    return round(value, 1 - floor(log10(abs(value)))) + 0.0
