"""What the law has to say to the two sides of a match: what is asked, and who has to do what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from flask_babel import lazy_gettext as _l

from matching.gates.law import telling_order
from matching.law_in_force import Law, rules_in_force
from matching.reference.rules import Rule
from symbiosis.presenters import rules
from symbiosis.presenters.gates import of_rule
from symbiosis.presenters.rules import RuleLine
from symbiosis.views import MatchView

Part = Literal["asked", "giver", "taker", "both", "free", "eu"]

HEADINGS: dict[Part, object] = {
    "asked": _l("To be answered first"),
    "giver": _l("What the giver has to do"),
    "taker": _l("What the taker has to do"),
    "both": _l("What both have to do"),
    "free": _l("What the law leaves free"),
    "eu": _l("For comparison: the European Union"),
}
KINDS = {"permit": _l("Permit"), "duty": _l("Duty")}


@dataclass(frozen=True, slots=True)
class MatchRule:
    """A rule with what it asks here. `kind`: `Permit` or `Duty`, where it is one."""

    line: RuleLine
    question: str | None
    kind: object | None


@dataclass(frozen=True, slots=True)
class LawPart:
    key: Part
    heading: object
    rules: tuple[MatchRule, ...]


def section(view: MatchView, law: Law, today: date, lang: str) -> tuple[LawPart, ...]:
    """The rules of a match, as they stand today, by what they ask of whom; parts without any are left out."""
    found: dict[Part, list[Rule]] = {part: [] for part in HEADINGS}
    for rule in rules_in_force(view.rule_ids, law, today):
        found[_part(rule)].append(rule)
    found["asked"].sort(key=telling_order)  # what the gate asks stands first
    return tuple(
        LawPart(part, HEADINGS[part], tuple(_shown(rule, part, lang) for rule in of_part))
        for part, of_part in found.items()
        if of_part
    )


def _part(rule: Rule) -> Part:
    if rule.jurisdiction == "eu":
        return "eu"
    if rule.effect in {"asks", "forbids"}:
        return "asked"
    if rule.effect == "exempts":
        return "free"
    sides = {side for one in rule.when if one.subject == "side" for side in one.values}
    if sides == {"giver"}:
        return "giver"
    return "taker" if sides == {"taker"} else "both"


def _shown(rule: Rule, part: Part, lang: str) -> MatchRule:
    return MatchRule(
        line=rules.line(rule, lang),
        question=of_rule(rule, lang) if part == "asked" else None,
        kind=KINDS.get(rule.effect),
    )
