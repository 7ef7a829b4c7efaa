"""How far the comparing of listings is, in sentences."""

from __future__ import annotations

from dataclasses import dataclass

from symbiosis.presenters import numbers
from symbiosis.presenters.saying import gettext as _
from symbiosis.presenters.saying import ngettext
from symbiosis.views import ComparingView


@dataclass(frozen=True, slots=True)
class Told:
    """What is left to do. `is_at_work`: the program that does it in the background is there."""

    sentences: tuple[str, ...]
    is_at_work: bool


def told(view: ComparingView, lang: str) -> Told | None:
    """None when nothing is left to do."""
    said = []
    if view.n_to_compare:
        said.append(
            ngettext(
                "%(n)s listing is still to be compared.",
                "%(n)s listings are still to be compared.",
                view.n_to_compare,
                n=numbers.amount(view.n_to_compare, lang, 0),
            )
        )
    if view.n_to_chain:
        said.append(
            ngettext(
                "For %(n)s listing, chains through processors are still to be worked out.",
                "For %(n)s listings, chains through processors are still to be worked out.",
                view.n_to_chain,
                n=numbers.amount(view.n_to_chain, lang, 0),
            )
        )
    if not said:
        return None
    if view.n_failed:
        said.append(
            ngettext(
                "%(n)s of them could not be done: it is tried again every minute, and the log says why.",
                "%(n)s of them could not be done: they are tried again every minute, and the log says why.",
                view.n_failed,
                n=numbers.amount(view.n_failed, lang, 0),
            )
        )
    return Told((*said, _does_it(is_at_work=view.is_at_work)), view.is_at_work)


def _does_it(*, is_at_work: bool) -> str:
    if is_at_work:
        return _("A program in the background is working on it: you need not do anything.")
    return _(
        "The program that does this in the background is not running: please tell an administrator. Until it "
        "runs, a part can be done here, some seconds’ worth at a time."
    )


def gaps_to_come(n_to_do: int, lang: str) -> str | None:
    """What is said beside gaps while listings are still to be looked at; None when none is."""
    if not n_to_do:
        return None
    return ngettext(
        "This is still being worked out: %(n)s listing is still to be looked at, more may come of it.",
        "This is still being worked out: %(n)s listings are still to be looked at, more may come of them.",
        n_to_do,
        n=numbers.amount(n_to_do, lang, 0),
    )


def compared(n: int, lang: str) -> str:
    """What was done just now."""
    return ngettext(
        "%(n)s listing was compared just now.",
        "%(n)s listings were compared just now.",
        n,
        n=numbers.amount(n, lang, 0),
    )
