"""One short sentence why: the three strongest reasons for a pair, and the strongest against it."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l

from matching.explanation import strongest
from matching.records import Evidence, Match
from matching.reference_book import ReferenceBook
from symbiosis.presenters import numbers
from symbiosis.presenters.names import in_sentence
from symbiosis.presenters.pathway import in_words
from symbiosis.presenters.saying import gettext as _
from symbiosis.views import MatchView

NEARLY = 0.25  # from here on the smaller amount is a quarter of the larger or more

FOR: Mapping[str, object] = {
    "material": _l("both speak of the same material"),
    "pathway": _l("there is a known way to use it"),
    "code": _l("the waste codes agree"),
    "wording": _l("the descriptions resemble each other"),
    "use_profile": _l("what it can serve is, all in all, what is sought"),
    "material_profile": _l("it is among what usually serves such a need"),
    "precedent": _l("an exchange like it is documented"),
    "sector": _l("this sector usually takes such material"),
    "quantity": _l("the quantities suit each other"),
    "quality_margin": _l("its figures are better than asked for"),
    "timing": _l("the seasons coincide"),
    "distance": _l("it is near"),
    "completeness": _l("much is known about both"),
}
AGAINST: Mapping[str, object] = {
    "material": _l("the materials differ"),
    "pathway": _l("the way to use it is little tried"),
    "code": _l("the waste codes differ"),
    "wording": _l("the descriptions differ"),
    "use_profile": _l("all in all other uses are sought"),
    "material_profile": _l("other materials usually serve such a need"),
    "precedent": _l("no exchange like it is documented"),
    "sector": _l("this sector seldom takes such material"),
    "quantity": _l("the quantities differ widely"),
    "quality_margin": _l("its figures are worse than asked for"),
    "timing": _l("the seasons hardly coincide"),
    "distance": _l("it is far"),
    "completeness": _l("little is known about the listings"),
}


def sentence(match: MatchView, book: ReferenceBook, lang: str) -> str:
    """As in `Both speak of grape pomace and it is near (about 12 km). Against it: the seasons differ.`"""
    told = strongest(as_ranked(match))
    if not told.positives:
        text = _("Little speaks for this pair so far.")
    else:
        text = _capital(_joined([_for(one, match, book, lang) for one in told.positives])) + "."
    if told.negative is not None:
        text += " " + _("Against it: %(reason)s.", reason=_against(told.negative, match, lang))
    return text


def as_ranked(view: MatchView) -> Match:
    """The match as the ranker gave it, as far as its reasons go."""
    evidence = tuple(Evidence(one.name, one.value, one.contribution) for one in view.evidence)
    return Match(view.id, view.id, view.score, view.probability, evidence, gates=())


def _for(one: Evidence, match: MatchView, book: ReferenceBook, lang: str) -> str:
    if one.name == "distance" and match.distance_km is not None:
        return _("it is near (%(distance)s)", distance=numbers.kilometres(match.distance_km, lang))
    if one.name == "material" and match.pathway is not None and match.pathway.strength == "same":
        material = book.materials.get(match.pathway.material_id)
        if material is not None:
            return _(
                "both speak of the same material (%(material)s)", material=in_sentence(material.name(lang))
            )
    if one.name == "pathway" and match.pathway is not None and match.pathway.strength != "same":
        return _("there is a known way to use it (%(way)s)", way=in_words(match.pathway, book, lang))
    return str(FOR[one.name])


def _against(one: Evidence, match: MatchView, lang: str) -> str:
    if one.name == "distance" and match.distance_km is not None:
        return _("it is far (%(distance)s)", distance=numbers.kilometres(match.distance_km, lang))
    if one.name == "quantity" and one.value is not None and one.value >= NEARLY:
        return _("the quantities differ")
    return str(AGAINST[one.name])


def _joined(parts: list[str]) -> str:
    if len(parts) == 1:
        return parts[0]
    return _("%(first)s and %(last)s", first=", ".join(parts[:-1]), last=parts[-1])


def _capital(text: str) -> str:
    """A capital letter where the script has one for sentences: Georgian has none."""
    return text[:1].upper() + text[1:] if text[:1].isascii() else text
