"""Which rules of law hold for an exchange, by what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from matching.hops import given, surest
from matching.reading import Reading, kept_with_reading
from matching.reference.rules import Condition, Rule
from matching.reference_book import ReferenceBook

SURE = 0.6
"""From this confidence on, what a text says is taken as said when a rule depends on it."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a rule may depend on. `materials` with everything broader; `codes` with six digits.

    `is_open`: the code is one of a mirror pair and nobody has said whether the waste is hazardous.
    """

    materials: frozenset[str] = frozenset()
    uses: frozenset[str] = frozenset()
    processes: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    is_hazardous: bool = False
    is_open: bool = False


def rules_holding(facts: Facts, book: ReferenceBook) -> tuple[Rule, ...]:
    """The rules that have conditions, all of which hold; in the order of the book."""
    return tuple(rule for rule in book.rules.values() if rule.when and holds(rule, facts))


def holds(rule: Rule, facts: Facts) -> bool:
    """Whether all conditions of a rule hold. A rule without conditions holds always."""
    return all(is_met(condition, facts) for condition in rule.when)


def is_met(condition: Condition, facts: Facts) -> bool:
    """Whether one condition holds."""
    if condition.values:
        return _is_one_of(condition, facts)
    # Every site is in Georgia, so nothing crosses the border.
    return {"hazardous": facts.is_hazardous, "mirror": facts.is_open}.get(condition.subject, False)


def _is_one_of(condition: Condition, facts: Facts) -> bool:
    if condition.subject == "code":
        return any(code.startswith(condition.values) for code in facts.codes)
    known = {"material": facts.materials, "use": facts.uses, "process": facts.processes}.get(
        condition.subject
    )
    # Of the sides, an exchange has both a giver and a taker.
    return known is None or not known.isdisjoint(condition.values)


def is_of_output(condition: Condition) -> bool:
    """Whether a condition can be judged by what is given, before anybody knows what becomes of it."""
    return condition.subject not in {"use", "process"}


@lru_cache(maxsize=4096)
def rules_open_to(output: Reading, book: ReferenceBook) -> tuple[Rule, ...]:
    """The rules that what is given does not rule out: a pair has then only its use and process to look at."""
    mine = _facts_of_output(output, book)
    return tuple(
        rule
        for rule in book.rules.values()
        if rule.when and all(is_met(one, mine) for one in rule.when if is_of_output(one))
    )


def rules_of_pair(output: Reading, need: Reading, book: ReferenceBook) -> tuple[str, ...]:
    """The ids of the rules that hold for two listings and the surest way between them."""
    facts = facts_of_pair(output, need, book)
    return tuple(
        rule.id
        for rule in rules_open_to(output, book)
        if all(is_met(one, facts) for one in rule.when if not is_of_output(one))
    )


def facts_of_way(material_id: str, use_id: str | None, process_id: str | None, book: ReferenceBook) -> Facts:
    """The facts of a documented way, before anybody lists anything."""
    material = book.materials[material_id]
    codes = frozenset(material.ewc_codes[:1])
    return Facts(
        materials=frozenset((material_id, *book.broader(material_id))),
        uses=frozenset((use_id,)) if use_id else frozenset(),
        processes=frozenset((process_id,)) if process_id else frozenset(),
        codes=codes,
        is_hazardous=any(book.waste_codes[code].is_hazardous for code in codes),
        is_open=any(book.waste_codes[code].twins for code in codes),
    )


def facts_of_pair(output: Reading, need: Reading, book: ReferenceBook) -> Facts:
    """The facts of two listings and of the surest way between them, which is the one that a match shows.

    What else a text may mean, and is not sure, is not a fact.
    """
    mine = _facts_of_output(output, book)
    hop = surest(output, need, book)
    reached = frozenset((hop.use_id,)) if hop and hop.use_id else frozenset()
    return Facts(
        materials=mine.materials,
        uses=sure_uses(need, book) | reached,
        processes=frozenset({hop.process_id} if hop and hop.process_id else set()),
        codes=mine.codes,
        is_hazardous=mine.is_hazardous,
        is_open=mine.is_open,
    )


@kept_with_reading
def sure_uses(need: Reading, book: ReferenceBook) -> frozenset[str]:
    """The uses that a need surely names."""
    return frozenset(use for use, sure in need.uses.items() if sure >= SURE)


@lru_cache(maxsize=4096)
def _facts_of_output(output: Reading, book: ReferenceBook) -> Facts:
    named = [material for material, sure in given(output, book).items() if sure >= SURE]
    entry = book.waste_codes.get(output.code) if output.code else None
    stated = output.listing.hazardous
    return Facts(
        materials=frozenset(name for one in named for name in (one, *book.broader(one))),
        codes=frozenset((output.code,)) if output.code else frozenset(),
        is_hazardous=stated is True or (entry is not None and entry.is_hazardous),
        is_open=stated is None and entry is not None and bool(entry.twins),
    )
