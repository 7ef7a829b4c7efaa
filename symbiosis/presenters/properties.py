"""What a material is like and what is asked of it, in plain words with units."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l

from matching.reference_book import ReferenceBook
from matching.reference_records import Limit, Material, Span
from symbiosis.presenters import numbers
from symbiosis.presenters.saying import gettext as _

FORMS: Mapping[str, object] = {
    "solid": _l("solid"),
    "granular": _l("loose grains or pieces"),
    "powder": _l("powder or dust"),
    "liquid": _l("liquid"),
    "sludge": _l("sludge"),
    "paste": _l("paste"),
    "item": _l("whole pieces"),
    "gas": _l("gas"),
    "heat": _l("heat or cold"),
}
PRICES: Mapping[str, object] = {
    "burden": _l("a burden: whoever has it usually pays for taking it away"),
    "free": _l("usually changes hands free of charge"),
    "low": _l("low price"),
    "middle": _l("middling price"),
    "high": _l("high price"),
    "precious": _l("precious"),
}
UNITS: Mapping[str, object] = {
    "percent": "%",
    "mg-per-kg": _l("mg/kg"),
    "mg-per-l": _l("mg/l"),
    "mg-per-m3": _l("mg/m³"),
    "mmol-per-l": _l("mmol/l"),
    "mj-per-kg": _l("MJ/kg"),
    "mm": _l("mm"),
    "celsius": "°C",
    "day": _l("days"),
    "ratio": "",
    "ph": "",
}
"""Units of properties. A ratio and a pH value have none."""

PER: Mapping[str, object] = {"t": _l("per tonne"), "m3": _l("per m³"), "mwh": _l("per MWh")}
PER_UNIT: Mapping[str, object] = {"t": _l("t"), "m3": _l("m³"), "mwh": _l("MWh")}


def facts(material: Material, book: ReferenceBook, lang: str) -> tuple[tuple[str, str], ...]:
    """What a material is like, as (what, how); what nobody knows is left out."""
    found = []
    if material.form and material.form in FORMS:
        found.append((_("How it comes"), str(FORMS[material.form])))
    if material.density_t_per_m3 is not None:
        low, high = material.density_t_per_m3_low, material.density_t_per_m3_high
        told = ends(low or material.density_t_per_m3, high or material.density_t_per_m3, lang)
        found.append((_("A cubic metre weighs"), _("%(tonnes)s t as it is moved", tonnes=told)))
    if material.moisture_percent is not None:
        told = f"{numbers.amount(material.moisture_percent, lang, 0)}\N{NO-BREAK SPACE}%"
        found.append((_("Water in it"), _("usually about %(percent)s by weight", percent=told)))
    if material.price_class and material.price_class in PRICES:
        found.append((_("Price"), _price(material.price_class, book, lang)))
    return tuple(found)


def _price(price_class: str, book: ReferenceBook, lang: str) -> str:
    """In words, and roughly in GEL a tonne. Of a burden that is what its holder pays."""
    words = str(PRICES[price_class])
    span = next((each.span for each in book.factors.values() if each.price_class == price_class), None)
    if span is None or span[0] < 0 < span[2]:
        return words
    low, central, high = (abs(value) for value in sorted(span, key=abs))
    money = money_span((low, central, high), lang)
    return _("%(price)s (about %(money)s per tonne, estimate)", price=words, money=money)


def limit(one: Limit, book: ReferenceBook, lang: str) -> str:
    """As in `Moisture: at most 15 %`."""
    entry = book.properties[one.property_id]
    value = " ".join(
        filter(None, (numbers.amount(one.value, lang, 3), str(UNITS.get(entry.unit, entry.unit))))
    )
    told = value.replace(" ", "\N{NO-BREAK SPACE}")
    name = entry.name(lang)
    if one.bound == "most":
        return _("%(property)s: at most %(value)s", property=name, value=told)
    return _("%(property)s: at least %(value)s", property=name, value=told)


def ends(low: float, high: float, lang: str, decimals: int = 2) -> str:
    """As in `0.4–0.75`; one number where both ends are the same."""
    one, other = numbers.amount(low, lang, decimals), numbers.amount(high, lang, decimals)
    return one if one == other else f"{one}–{other}"


def money_span(span: Span, lang: str) -> str:
    """Low to high in GEL, rounded as far as it is known: to tens from a hundred on."""
    low, high = (_rounded(value) for value in (span[0], span[2]))
    if low < 0:
        joined = _("%(low)s to %(high)s", low=_minus(low, lang), high=_minus(high, lang))
    else:
        joined = ends(low, high, lang)
    return f"{joined}\N{NO-BREAK SPACE}₾"


def _minus(value: float, lang: str) -> str:
    return numbers.amount(value, lang, 2).replace("-", "\N{MINUS SIGN}")


def _rounded(value: float) -> float:
    size = abs(value)
    return round(value, -1) if size >= 100 else round(value) if size >= 10 else round(value, 2)
