"""A listing as a card shows it, whoever reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from matching.reference_book import ReferenceBook
from symbiosis.presenters import names, numbers, words
from symbiosis.presenters.saying import gettext as _
from symbiosis.views import CounterpartView, ListingView

SOON_DAYS = 14


@dataclass(frozen=True, slots=True)
class ListingCard:
    """The words of a listing. What is not known is None, never a guess."""

    side: str
    side_label: object
    text: str
    lang: str
    kind_label: object
    quantity: str | None
    tonnes: str | None
    season: str | None
    dates: str | None
    code: str | None
    code_name: str | None
    hazard: object
    hazard_key: str
    place: str
    sector: str
    materials: tuple[str, ...]
    uses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListingStatus:
    """How it stands with the reader's own listing."""

    key: str
    label: object
    days_left: int
    ends_soon: bool


def card(view: ListingView | CounterpartView, book: ReferenceBook, lang: str) -> ListingCard:
    """What both the owner and a matched stranger may read."""
    entry = book.waste_codes.get(view.ewc_code or "")
    hazard = words.hazard_key(view.hazardous)
    return ListingCard(
        side=view.side.value,
        side_label=words.SIDES[view.side.value],
        text=view.text,
        lang=view.lang,
        kind_label=words.KINDS[view.kind],
        quantity=numbers.quantity(view.quantity, book, lang),
        tonnes=None if _says_tonnes(view) else numbers.tonnes(view.tonnes_per_year, lang),
        season=season(view.season_months),
        dates=span(view.starts_on, view.ends_on, lang),
        code=spaced(view.ewc_code, entry.is_hazardous if entry else False) if view.ewc_code else None,
        code_name=entry.name(lang) if entry else None,
        hazard=(words.HAZARDS if view.side.value == "output" else words.PERMITS)[hazard],
        hazard_key=hazard,
        place=names.municipality(view.municipality, book, lang),
        sector=names.sector(view.nace_division, book, lang),
        materials=tuple(book.materials[id].name(lang) for id in view.material_ids if id in book.materials),
        uses=tuple(book.uses[id].name(lang) for id in view.use_ids if id in book.uses),
    )


def _says_tonnes(view: ListingView | CounterpartView) -> bool:
    """Whether the amount as given is the tonnes a year already, so that they need not be said twice."""
    given = view.quantity
    return given is not None and given.unit == "t" and given.amount == view.tonnes_per_year


def status(view: ListingView, now: datetime) -> ListingStatus:
    """State and the days until it expires; an active listing past its day is called expired."""
    key = "expired" if view.is_expired and view.state.value == "active" else view.state.value
    left = numbers.days_until(view.expires_at, now)
    return ListingStatus(key, words.STATES[key], left, key == "active" and left <= SOON_DAYS)


def spaced(code: str, is_hazardous: bool = False) -> str:
    """`020304` as the List of Waste prints it: `02 03 04`, with * when hazardous."""
    pairs = "\N{NO-BREAK SPACE}".join(code[i : i + 2] for i in range(0, len(code), 2))
    return f"{pairs}*" if is_hazardous else pairs


def season(months: Sequence[int]) -> str | None:
    """Months as ranges, over the turn of the year too: 11, 12, 1 are November–January. None for all year."""
    present = {month for month in months if 1 <= month <= 12}
    if not present or len(present) == 12:
        return None
    starts = [month for month in sorted(present) if (month - 2) % 12 + 1 not in present]
    ranges = []
    for start in starts:
        end = start
        while end % 12 + 1 in present:
            end = end % 12 + 1
        first, last = str(words.MONTHS[start - 1]), str(words.MONTHS[end - 1])
        ranges.append(first if start == end else f"{first}–{last}")
    return ", ".join(ranges)


def span(starts_on: date | None, ends_on: date | None, lang: str) -> str | None:
    """From and until when, as far as said."""
    if starts_on and ends_on:
        return f"{numbers.day(starts_on, lang)} – {numbers.day(ends_on, lang)}"
    if starts_on:
        return _("from %(day)s", day=numbers.day(starts_on, lang))
    if ends_on:
        return _("until %(day)s", day=numbers.day(ends_on, lang))
    return None
