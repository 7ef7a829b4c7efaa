"""What one statement more would change, as a sentence: `If …, the match rises from 62% to 71%.`"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from matching.proposals import limit_of
from matching.records import Quantity
from matching.reference_book import ReferenceBook
from symbiosis.presenters import gates, names, numbers, properties, words
from symbiosis.presenters.listing import season
from symbiosis.presenters.material import code_line
from symbiosis.presenters.saying import gettext as _
from symbiosis.views import MatchView, WhatIfView

_Case = Callable[[WhatIfView, ReferenceBook, str], str]


@dataclass(frozen=True, slots=True)
class WhatIfLine:
    """`whose`: the side of the listing that it is about. `settles`: what would be clear, None for nothing."""

    whose: object
    sentence: str
    settles: str | None


def lines(view: MatchView, book: ReferenceBook, lang: str) -> tuple[WhatIfLine, ...]:
    """One line for each change, in the reader's language."""
    return tuple(_line(one, view.probability, book, lang) for one in view.what_ifs)


def _line(one: WhatIfView, probability: float, book: ReferenceBook, lang: str) -> WhatIfLine:
    case = _CASES[one.input](one, book, lang)
    before, after = numbers.percent(probability, lang), numbers.percent(one.probability, lang)
    if before == after:
        sentence = _("%(case)s, the match stays at %(after)s.", case=case, after=after)
    elif one.probability > probability:
        sentence = _(
            "%(case)s, the match rises from %(before)s to %(after)s.", case=case, before=before, after=after
        )
    else:
        sentence = _(
            "%(case)s, the match goes from %(before)s to %(after)s.", case=case, before=before, after=after
        )
    settled = ", ".join(str(gates.LABELS[name]) for name in one.settles)
    return WhatIfLine(
        whose=words.SIDES[one.side.value],
        sentence=sentence,
        settles=_("Then this is clear: %(rules)s.", rules=settled) if settled else None,
    )


def _code(one: WhatIfView, book: ReferenceBook, lang: str) -> str:
    line = code_line(one.fields["ewc_code"], book, lang)
    return _("If the waste code is %(code)s and the listing states it", code=f"{line.display} ({line.name})")


def _hazard(one: WhatIfView, book: ReferenceBook, lang: str) -> str:
    return _("If it is not hazardous and the listing says so")


def _permit(one: WhatIfView, book: ReferenceBook, lang: str) -> str:
    return _("If a permit to take hazardous material is held and the listing says so")


def _amount(one: WhatIfView, book: ReferenceBook, lang: str) -> str:
    amount = numbers.quantity(one.fields["quantity"], book, lang)
    if one.about == "lot":
        return _("If the amount reaches the smallest lot (%(amount)s) and is stated", amount=amount)
    if one.about == "given":
        return _("If about as much is needed as is offered (%(amount)s) and it is stated", amount=amount)
    return _("If there is about as much as is needed (%(amount)s) and it is stated", amount=amount)


def _lot(one: WhatIfView, book: ReferenceBook, lang: str) -> str:
    amount = numbers.quantity(Quantity(float(one.words), one.about, ""), book, lang)
    return _("If smaller lots are taken, too (from %(amount)s on)", amount=amount)


def _months(one: WhatIfView, book: ReferenceBook, lang: str) -> str:
    return _(
        "If the months are those of the other side (%(months)s) and the listing states them",
        months=season(one.fields["season_months"]),
    )


def _activity(one: WhatIfView, book: ReferenceBook, lang: str) -> str:
    return _(
        "If the firm’s sector is “%(sector)s” and it is stated",
        sector=names.sector(one.fields["nace"], book, lang),
    )


def _material(one: WhatIfView, book: ReferenceBook, lang: str) -> str:
    (id,) = one.fields["material_ids"]
    name = book.materials[id].name(lang)
    return _("If it is indeed “%(material)s” and that is confirmed", material=names.in_sentence(name))


def _figure(one: WhatIfView, book: ReferenceBook, lang: str) -> str:
    limit = limit_of(one.about)
    told = properties.limit(limit, book, lang) if limit else one.about
    return _(
        "If this holds: %(limit)s, and the description says so (“%(words)s”)", limit=told, words=one.words
    )


def _form(one: WhatIfView, book: ReferenceBook, lang: str) -> str:
    if one.about == "dry":
        return _("If it is dry and the description says so (“%(words)s”)", words=one.words)
    return _("If it is liquid and the description says so (“%(words)s”)", words=one.words)


_CASES: Mapping[str, _Case] = {
    "code": _code,
    "hazard": _hazard,
    "permit": _permit,
    "amount": _amount,
    "lot": _lot,
    "months": _months,
    "activity": _activity,
    "material": _material,
    "figure": _figure,
    "form": _form,
}
