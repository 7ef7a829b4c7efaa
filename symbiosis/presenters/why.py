"""One short sentence why: the three strongest reasons for a pair, and the strongest against it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from matching.reference_book import ReferenceBook
from symbiosis.presenters import numbers
from symbiosis.presenters.pathway import in_words
from symbiosis.views import EvidenceView, MatchView

N_FOR = 3
Clause = Callable[[MatchView, ReferenceBook, str], str | None]

FOR: Mapping[str, object] = {
    "material": _l("both speak of the same material"),
    "pathway": _l("there is a known way to use it"),
    "code": _l("the waste codes agree"),
    "wording": _l("the descriptions resemble each other"),
    "sector": _l("this sector usually takes such material"),
    "quantity": _l("the quantities suit each other"),
    "timing": _l("the seasons coincide"),
    "distance": _l("it is near"),
    "completeness": _l("much is known about both"),
}
AGAINST: Mapping[str, object] = {
    "material": _l("the materials differ"),
    "pathway": _l("the way to use it is little tried"),
    "code": _l("the waste codes differ"),
    "wording": _l("the descriptions differ"),
    "sector": _l("this sector seldom takes such material"),
    "quantity": _l("the quantities differ widely"),
    "timing": _l("the seasons hardly coincide"),
    "distance": _l("it is far"),
    "completeness": _l("little is known about the listings"),
}


def sentence(match: MatchView, book: ReferenceBook, lang: str) -> str:
    """As in `Both speak of grape pomace and it is near (about 12 km). Against it: the seasons hardly coincide.`"""
    weighed = [one for one in match.evidence if one.name != "prior" and one.value is not None]
    strongest = sorted((one for one in weighed if one.contribution > 0), key=lambda one: -one.contribution)[
        :N_FOR
    ]
    against = min(
        (one for one in weighed if one.contribution < 0), key=lambda one: one.contribution, default=None
    )
    if not strongest:
        text = _("Little speaks for this pair so far.")
    else:
        text = _capital(_joined([_for(one, match, book, lang) for one in strongest])) + "."
    if against is not None:
        text += " " + _("Against it: %(reason)s.", reason=_against(against, match, lang))
    return text


def _for(one: EvidenceView, match: MatchView, book: ReferenceBook, lang: str) -> str:
    if one.name == "distance" and match.distance_km is not None:
        return _("it is near (%(distance)s)", distance=numbers.kilometres(match.distance_km, lang))
    if one.name == "material" and match.pathway is not None and match.pathway.strength == "same":
        material = book.materials.get(match.pathway.material_id)
        if material is not None:
            return _("both speak of the same material (%(material)s)", material=material.name(lang))
    if one.name == "pathway" and match.pathway is not None and match.pathway.strength != "same":
        return _("there is a known way to use it (%(way)s)", way=in_words(match.pathway, book, lang))
    return str(FOR[one.name])


def _against(one: EvidenceView, match: MatchView, lang: str) -> str:
    if one.name == "distance" and match.distance_km is not None:
        return _("it is far (%(distance)s)", distance=numbers.kilometres(match.distance_km, lang))
    return str(AGAINST[one.name])


def _joined(parts: list[str]) -> str:
    if len(parts) == 1:
        return parts[0]
    return _("%(first)s and %(last)s", first=", ".join(parts[:-1]), last=parts[-1])


def _capital(text: str) -> str:
    """A capital letter where the script has one for sentences: Georgian has none."""
    return text[:1].upper() + text[1:] if text[:1].isascii() else text
