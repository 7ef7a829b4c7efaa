"""Rules of law that touch a material or a way, in a few words with their act."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from matching.law import Facts, facts_of_way, rules_holding
from matching.law_in_force import Law
from matching.reference.rules import Rule
from matching.reference_book import ReferenceBook
from matching.reference_records import Pathway
from symbiosis.presenters import numbers
from symbiosis.presenters.saying import gettext as _
from symbiosis.presenters.sources import SourceLine, source


@dataclass(frozen=True, slots=True)
class RuleLine:
    """`act`: the law and article it stands in. `is_unclear`: to be asked of a lawyer before relying on it.

    `question`: what to ask so that it is settled. `since`: the day from which it holds, where that is known.
    """

    id: str
    title: str
    requires: str
    act: str
    is_unclear: bool
    checked: str
    source: SourceLine
    question: str | None = None
    since: str | None = None
    note: str | None = None


def of_material(material_id: str, book: ReferenceBook, law: Law, lang: str) -> tuple[RuleLine, ...]:
    """The rules that hold for a material whatever becomes of it, beyond those for every handing over."""
    return _lines(_of_material(material_id, book), law, lang)


def of_way(
    pathway: Pathway, material_id: str, book: ReferenceBook, law: Law, lang: str
) -> tuple[RuleLine, ...]:
    """The rules that a use or a process of a material brings with it, beyond those for the material."""
    return _lines(ids_of_way(pathway, material_id, book), law, lang)


def line(rule: Rule, lang: str) -> RuleLine:
    """A rule in the reader's language."""
    place = f"{rule.act(lang)}, {rule.article}" if rule.article else rule.act(lang)
    return RuleLine(
        id=rule.id,
        title=rule.title(lang),
        requires=rule.requires(lang),
        act=_("European Union: %(act)s", act=place) if rule.jurisdiction == "eu" else place,
        is_unclear=rule.certainty == "unclear",
        checked=numbers.day(rule.checked, lang),
        source=source(rule.source),
        question=rule.question(lang),
        since=numbers.day(rule.in_force_from, lang) if rule.in_force_from else None,
        note=rule.note(lang),
    )


def told(ids: Iterable[str], law: Law) -> tuple[Rule, ...]:
    """The rules of these ids that are not switched off, as they stand now."""
    return tuple(law.rules[id] for id in ids if id in law.rules and not law.rules[id].is_off)


def _lines(ids: Iterable[str], law: Law, lang: str) -> tuple[RuleLine, ...]:
    return tuple(line(rule, lang) for rule in told(ids, law))


@lru_cache(maxsize=8)
def _of_everything(book: ReferenceBook) -> tuple[str, ...]:
    return tuple(rule.id for rule in rules_holding(Facts(), book))


@lru_cache(maxsize=4096)
def _of_material(material_id: str, book: ReferenceBook) -> tuple[str, ...]:
    everything = set(_of_everything(book))
    facts = facts_of_way(material_id, None, None, book)
    return tuple(rule.id for rule in rules_holding(facts, book) if rule.id not in everything)


@lru_cache(maxsize=16384)
def ids_of_way(pathway: Pathway, material_id: str, book: ReferenceBook) -> tuple[str, ...]:
    """The ids of the rules that `of_way` tells; those that the way names come first."""
    facts = facts_of_way(material_id, pathway.use_id, pathway.process_id, book)
    known = {*_of_everything(book), *_of_material(material_id, book)}
    ids = dict.fromkeys((*pathway.rule_ids, *(rule.id for rule in rules_holding(facts, book))))
    return tuple(id for id in ids if id not in known)
