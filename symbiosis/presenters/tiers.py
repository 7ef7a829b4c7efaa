"""Who sees what, as a table made from the rules themselves (`access.FIELDS`), so that the page cannot lie."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from matching.records import Side
from symbiosis.access import Closeness, may_know, shows
from symbiosis.presenters.saying import gettext as _


@dataclass(frozen=True, slots=True)
class TierRow:
    """Words for one kind of information: what each reader gets."""

    what: str
    matched: str
    consented: str
    coordinator: str
    public: str


def table() -> tuple[TierRow, ...]:
    """What is public is counts only; everything else follows `FIELDS` and `FIGURES`."""
    rows = (
        (_("What you list: your words, amount, season, waste code"), "listing", "text", _("only as a count")),
        (_("Sector and municipality"), "listing", "municipality", _("only as a count")),
        (_("Name of the firm"), "firm", "name_ka", _("no")),
        (_("Identification code (9 digits)"), "firm", "identification_code", _("no")),
        (_("Contact: name, e-mail, phone"), "contact", "email", _("no")),
        (_("Exact place (pin)"), "listing", "lat", _("no")),
        (_("What you pay now"), "listing", "cost_gel_per_year", _("no")),
        (_("What you ask for a process that you do for others"), "process_offer", "price_gel_per_t", _("no")),
        (_("Personal number (11 digits)"), "firm", "personal_number_digest", _("no")),
    )
    worth = TierRow(
        _("What a match brings your side in money"),
        _told(may_know("giver", Side.NEED)),
        _told(may_know("giver", Side.NEED)),
        _told(may_know("giver", None)),
        _("no"),
    )
    return (*_rows(rows), worth)


def _rows(rows: Iterable[tuple[str, str, str, str]]) -> tuple[TierRow, ...]:
    return tuple(
        TierRow(
            what,
            _yes_no(record, field, Closeness.MATCHED),
            _yes_no(record, field, Closeness.CONSENTED),
            _yes_no(record, field, Closeness.OWNER),
            public,
        )
        for what, record, field, public in rows
    )


def _yes_no(record: str, field: str, closeness: Closeness) -> str:
    return _told(shows(record, field, closeness))


def _told(is_shown: bool) -> str:
    return _("yes") if is_shown else _("no")
