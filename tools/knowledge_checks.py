"""Whether what the book says is complete and possible: codes, processes, limits, law, figures, industries."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import get_args

from matching.reference.factors import Factor
from matching.reference.rules import Rule, Subject
from matching.reference_book import ReferenceBook
from matching.reference_records import Process

UNITS_OF_INPUT = {"t", "m3", "mwh"}
MOST_RATIO = 20.0
YEARS = range(2000, 2027)
ENTRY = 3
BASES = {"measured", "published", "judgement"}
_LINK = re.compile(r"https?://\S+")
_COUNTRY = re.compile(r"[A-Z]{2}")
_LETTERS = {"en": re.compile("[a-z]"), "ka": re.compile("[ა-ჰ]"), "ru": re.compile("[а-яё]")}


def knowledge_problems(book: ReferenceBook) -> Iterator[str]:
    """Every fault of the content, as `file: entry: what is wrong`."""
    checks: tuple[Callable[[ReferenceBook], Iterator[str]], ...] = (
        _codes, _phrases, _price_classes, _processes, _pathways, _rules, _factors, _precedents, _flows,
        _statistics,
    )  # fmt: skip
    for check in checks:
        yield from check(book)


def _is_source(source: str) -> bool:
    return source == "practice" or _LINK.match(source) is not None


def _codes(book: ReferenceBook) -> Iterator[str]:
    carried = {code for material in book.materials.values() for code in material.ewc_codes}
    said: dict[str, list[str]] = {}
    for code in book.waste_codes.values():
        if code.level == ENTRY and not code.is_hazardous and code.id not in carried:
            yield f"waste_codes.csv: {code.id}: is not hazardous, and no material goes under it"
        for phrase in dict.fromkeys(phrase.casefold() for phrase in code.phrases):
            said.setdefault(phrase, []).append(code.id)
    for phrase, codes in said.items():
        pair = {codes[0], *book.waste_codes[codes[0]].twins}
        if len(codes) > 1 and not set(codes) <= pair:
            yield f"waste_codes.csv: {phrase!r} is said of {', '.join(codes)}"
    for sector in book.code_sectors:
        if sector.codes not in book.waste_codes:
            yield f"code_sectors.csv: {sector.codes}: is not in the list"
        for activity in sector.nace:
            if activity[:2] not in book.nace:
                yield f"code_sectors.csv: {sector.codes}: activity {activity!r} is not in NACE"


def _phrases(book: ReferenceBook) -> Iterator[str]:
    for phrase in book.phrases:
        entry = f"phrases.csv: {phrase.text!r}"
        if phrase.lang not in _LETTERS:
            yield f"{entry}: language is {phrase.lang!r}"
        elif not _LETTERS[phrase.lang].search(phrase.text):
            yield f"{entry}: has no letters of its language"


def _price_classes(book: ReferenceBook) -> Iterator[str]:
    known = {factor.price_class for factor in book.factors.values() if factor.price_class}
    for material in book.materials.values():
        if material.kind == "material" and material.price_class not in known:
            yield f"materials.csv: {material.id}: price_class is {material.price_class!r}"
        if material.kind in {"energy", "water", "gas", "asset"} and material.price_class:
            yield f"materials.csv: {material.id}: {material.kind} has no price class"


def _processes(book: ReferenceBook) -> Iterator[str]:
    for process in book.processes.values():
        entry = f"processes.csv: {process.id}"
        yield from (f"{entry}: {problem}" for problem in _figures(process))
        if not process.inputs:
            yield f"{entry}: no input"
        if not _is_source(process.source):
            yield f"{entry}: source is a page that was seen, or practice"


def _figures(process: Process) -> Iterator[str]:
    if process.per not in UNITS_OF_INPUT:
        yield f"per is {process.per!r}"
    if process.cost_gel is None or process.cost_year is None:
        yield "a cost needs its year, and every process a cost"
    if process.maturity is None:
        yield "maturity is empty"
    if process.energy_kwh is not None and process.energy_kwh[0] < 0:
        yield "bought energy is not below 0"
    if process.yields is None:
        yield "no yield"
    elif process.yields[0] < 0 or (process.yields[2] > 1 and not process.note_en):
        yield f"yields {process.yields}: more than goes in needs a note that says what is added"


def _pathways(book: ReferenceBook) -> Iterator[str]:
    for pathway in book.pathways.values():
        entry = f"pathways: {pathway.id}"
        if pathway.ratio is not None and not (pathway.replaces and 0 < pathway.ratio <= MOST_RATIO):
            yield f"{entry}: a ratio is above 0 and has something it replaces"
        for limit in pathway.limits:
            bounded = book.properties[limit.property_id]
            if not bounded.low <= limit.value <= bounded.high:
                yield f"{entry}: {limit.property_id} {limit.value:g} {bounded.unit} is not possible"
        for rule in pathway.rule_ids:
            if rule not in book.rules:
                yield f"{entry}: rule {rule!r} is not there"


def _known_by_subject(book: ReferenceBook) -> Mapping[Subject, Mapping[str, object]]:
    return {"material": book.materials, "use": book.uses, "process": book.processes}


def _rules(book: ReferenceBook) -> Iterator[str]:
    for rule in book.rules.values():
        yield from (f"rules: {rule.id}: {problem}" for problem in _conditions(rule, book))
        if rule.lifts and rule.effect != "exempts":
            yield f"rules: {rule.id}: only what exempts lifts others"
        for lifted in rule.lifts:
            if lifted not in book.rules:
                yield f"rules: {rule.id}: lifts {lifted!r}, which is not there"
        if not _is_source(rule.source):
            yield f"rules: {rule.id}: source is a page that was seen, or practice"
        if rule.source == "practice" and rule.certainty == "settled":
            yield f"rules: {rule.id}: what nobody read is not settled"


def _conditions(rule: Rule, book: ReferenceBook) -> Iterator[str]:
    known = _known_by_subject(book)
    for condition in rule.when:
        if condition.subject not in get_args(Subject):
            yield f"{condition.subject!r} is no condition"
        for value in condition.values:
            if condition.subject in known and value not in known[condition.subject]:
                yield f"{condition.subject} {value!r} is not there"
            if condition.subject == "code" and not any(code.startswith(value) for code in book.waste_codes):
                yield f"no waste code begins with {value!r}"
            if condition.subject == "side" and value not in {"giver", "taker"}:
                yield f"side is {value!r}"


def _factors(book: ReferenceBook) -> Iterator[str]:
    for factor in book.factors.values():
        entry = f"factors/{factor.topic}.yaml: {factor.id}"
        yield from (f"{entry}: {problem}" for problem in _joins(factor, book))


def _joins(factor: Factor, book: ReferenceBook) -> Iterator[str]:
    if not _is_source(factor.source):
        yield "source is a page that was seen, or practice"
    if factor.source == "practice" and factor.basis != "judgement":
        yield f"basis is {factor.basis}, but nobody published it"
    if factor.year not in YEARS:
        yield f"year is {factor.year}"
    for what, named, known in (
        ("material", factor.material, book.materials),
        ("use", factor.use, book.uses),
        ("process", factor.process, book.processes),
    ):
        if named is not None and named not in known:
            yield f"{what} {named!r} is not there"


def _precedents(book: ReferenceBook) -> Iterator[str]:
    for precedent in book.precedents.values():
        entry = f"precedents.csv: {precedent.id}"
        for what, named, known in (
            ("material", precedent.material_id, book.materials),
            ("use", precedent.use_id, book.uses),
            ("process", precedent.process_id or "", {"": None, **book.processes}),
        ):
            if named not in known:
                yield f"{entry}: {what} {named!r} is not there"
        for activity in (precedent.giver_nace, precedent.taker_nace):
            if activity and activity[:2] not in book.nace:
                yield f"{entry}: activity {activity!r} is not in NACE"
        if not _COUNTRY.fullmatch(precedent.country):
            yield f"{entry}: country is {precedent.country!r}"
        if not _LINK.match(precedent.source):
            yield f"{entry}: source is no page"


def _flows(book: ReferenceBook) -> Iterator[str]:
    for flow in book.typical_flows:
        entry = f"typical_flows.csv: {flow.nace} {flow.item_id}"
        if flow.nace not in book.nace:
            yield f"{entry}: activity is not in industries.csv"
        if flow.item_id not in (book.materials if flow.side == "output" else book.uses):
            yield f"{entry}: {flow.side} is not there"
        if flow.driver_id not in book.drivers:
            yield f"{entry}: driver {flow.driver_id!r} is not there"
        if flow.unit not in book.units:
            yield f"{entry}: unit {flow.unit!r} is not there"
        if flow.basis not in BASES or not _is_source(flow.source):
            yield f"{entry}: basis {flow.basis!r} or source {flow.source!r} cannot be"
    for indicator in book.indicators.values():
        if indicator.driver_id is not None and indicator.driver_id not in book.drivers:
            yield f"indicators.csv: {indicator.id}: driver {indicator.driver_id!r} is not there"
        if bool(indicator.nace) != (indicator.driver_id is not None):
            yield f"indicators.csv: {indicator.id}: a driver and its activities go together"
        for nace in indicator.nace:
            told = {flow.driver_id for flow in book.typical_flows if flow.nace == nace}
            if indicator.driver_id not in told:
                yield f"indicators.csv: {indicator.id}: {nace} has no amount by {indicator.driver_id!r}"


def _statistics(book: ReferenceBook) -> Iterator[str]:
    for one in book.statistics.values():
        entry = f"statistics.csv: {one.place_id} {one.indicator_id}"
        if one.place_id not in book.municipalities and one.place_id not in book.regions:
            yield f"{entry}: is no place"
        if one.indicator_id not in book.indicators:
            yield f"{entry}: indicator is not there"
        if one.value < 0 or not one.source:
            yield f"{entry}: value or source cannot be"
