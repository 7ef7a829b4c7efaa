"""The gate of the law: what a rule of Georgia forbids or asks of a pair. European rules only inform."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache

from matching.hops import surest_way
from matching.law import SURE, rules_open_to, sure_uses
from matching.law_in_force import Law, is_lifting
from matching.reading import Reading
from matching.records import GateResult
from matching.reference.rules import Rule
from matching.reference_book import ReferenceBook


def law(
    output: Reading,
    need: Reading,
    book: ReferenceBook,
    today: date | None,
    as_now: Law,
    *,
    process_id: str | None = None,
) -> GateResult:
    """No rule of law in force forbids it, and none has a question to be answered first.

    Args:
        process_id: what surely will be done to the output; None: what the surest way does, where it is sure.
    """
    lifted: set[str] = set()
    asking: Rule | None = None
    for rule in _rules_for(output, book, as_now):
        if rule.id in lifted or not rule.is_in_force(today):
            continue
        if not _is_about(rule, output, need, book, process_id):
            continue
        if rule.effect == "exempts":
            lifted.update(rule.lifts)
        elif _refuses(rule, need, book):
            return _result("fail", rule.id)
        else:
            asking = asking or rule
    return _result("unknown", asking.id) if asking else _result("pass", None)


@cache
def _result(result: str, rule_id: str | None) -> GateResult:
    if result == "fail":
        return GateResult("law", "fail", reason=f"law.{rule_id}")
    if result == "unknown":
        return GateResult("law", "unknown", question=f"law.{rule_id}")
    return GateResult("law", "pass")


@lru_cache(maxsize=4096)
def _rules_for(output: Reading, book: ReferenceBook, as_now: Law) -> tuple[Rule, ...]:
    """The rules of Georgia that an output may meet: what lifts others first, then what says most of it."""
    open_ids = {rule.id for rule in rules_open_to(output, book)}
    return tuple(rule for rule in _gating(book, as_now) if rule.id in open_ids)


@lru_cache(maxsize=8)
def _gating(book: ReferenceBook, as_now: Law) -> tuple[Rule, ...]:
    """The rules of Georgia that may forbid or ask something of a pair, in the order in which they count."""
    ours = (as_now.rules[id] for id in book.rules)
    return tuple(sorted((rule for rule in ours if _is_for_gate(rule, book)), key=telling_order))


def _is_for_gate(rule: Rule, book: ReferenceBook) -> bool:
    if is_lifting(rule):
        return bool(rule.lifts)
    if rule.jurisdiction != "georgia":
        return False
    # Whether one of a mirror pair is hazardous is what the hazard gate asks.
    asks_anew = not any(one.subject == "mirror" for one in rule.when)
    asks_anew = asks_anew and not _is_general(rule, book)
    return rule.effect == "forbids" or (rule.effect == "asks" and asks_anew)


def _is_general(rule: Rule, book: ReferenceBook) -> bool:
    """Whether a rule is for most families of materials, whatever becomes of them.

    Who carries waste has to be registered, whoever takes it: that is told with the law of a match, and
    to ask it of every pair would drown the question that bears on this one.
    """
    families = {material.id for material in book.materials.values() if material.parent is None}
    about = [one for one in rule.when if one.subject != "side"]
    named = {value for one in about if one.subject == "material" for value in one.values} & families
    return all(one.subject == "material" for one in about) and 2 * len(named) > len(families)


def telling_order(rule: Rule) -> tuple[int, int, int, bool]:
    """Exempting before forbidding before asking; then what is for the fewest things, and settled, first."""
    kind = {"exempts": 0, "forbids": 1}.get(rule.effect, 2)
    conditions = [one for one in rule.when if one.subject != "side"]
    return kind, -len(conditions), sum(len(one.values) for one in conditions), rule.certainty != "settled"


def _is_about(
    rule: Rule, output: Reading, need: Reading, book: ReferenceBook, process_id: str | None
) -> bool:
    """Whether what surely becomes of the output is what the rule is about.

    A use on a sure way is one that the need surely names, so the way is looked for only for a process.
    """
    for one in rule.when:
        if one.subject == "use" and sure_uses(need, book).isdisjoint(one.values):
            return False
        if one.subject == "process" and (process_id or _process(output, need, book)) not in one.values:
            return False
    return True


def _process(output: Reading, need: Reading, book: ReferenceBook) -> str | None:
    way = surest_way(output, need, book)
    return way.hop.process_id if way is not None and way.confidence >= SURE else None


def _refuses(rule: Rule, need: Reading, book: ReferenceBook) -> bool:
    """Whether a rule that is about a pair rules it out: it is settled, and no sure use beside it is free."""
    if rule.effect != "forbids" or rule.certainty != "settled":
        return False
    banned = {use for one in rule.when if one.subject == "use" for use in one.values}
    return not banned or sure_uses(need, book) <= banned
