"""The law as it stands: the rules of the reference book, with what administrators changed laid over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache
from hashlib import sha256
from types import MappingProxyType

from matching.reference.rules import Rule
from matching.reference_book import ReferenceBook

Told = Mapping[str, str | bool | None]
"""Fields of a rule as plain values (days as YYYY-MM-DD): those of `EDITABLE` that differ from the file."""

DAYS = frozenset(("in_force_from", "checked"))
GATING = ("effect", "certainty", "in_force_from", "is_off")
"""Fields by which a rule asks for or refuses a pair. Which pairs it is for is said in the files alone."""

EDITABLE = (
    *("title_ka", "title_en", "requires_ka", "requires_en", "question_ka", "question_en"),
    *("effect", "certainty", "in_force_from", "source", "checked", "is_off"),
)


@dataclass(frozen=True, eq=False)
class Law:
    """All rules by id. `changed`: what is told otherwise than in the files, by the id of the rule.

    Two are equal only when they are the same object, as with books; a changed one shares its book, so that
    nothing that was made ready from the book has to be made again.
    """

    rules: Mapping[str, Rule]
    changed: Mapping[str, Told] = field(default_factory=dict)

    @cached_property
    def version(self) -> str:
        """Eight signs that change with every change by which pairs are judged; empty without any."""
        gating = {
            id: {name: told[name] for name in GATING if name in told} for id, told in self.changed.items()
        }
        plain = sorted((id, sorted(told.items())) for id, told in gating.items() if told)
        return sha256(repr(plain).encode("utf-8")).hexdigest()[:8] if plain else ""


@lru_cache(maxsize=8)
def law_of(book: ReferenceBook) -> Law:
    """The law as the files have it."""
    return Law(book.rules)


def changed_law(book: ReferenceBook, changed: Mapping[str, Told]) -> Law:
    """The law with changes. What a change says wins over the file, also over a file that is newer.

    Args:
        changed: by the id of the rule; rules that the book no longer has are passed over.
    """
    known = {id: told for id, told in changed.items() if told and id in book.rules}
    if not known:
        return law_of(book)
    rules = {id: with_fields(rule, known.get(id, {})) for id, rule in book.rules.items()}
    return Law(MappingProxyType(rules), MappingProxyType(known))


def rules_in_force(rule_ids: Sequence[str], law: Law, today: date | None) -> tuple[Rule, ...]:
    """Of the rules that a pair touches, those that hold on a day and are lifted by none of the others."""
    known = [law.rules[id] for id in rule_ids if id in law.rules]
    holding = [rule for rule in known if rule.is_in_force(today)]
    lifted = {id for rule in holding if is_lifting(rule) for id in rule.lifts}
    return tuple(rule for rule in holding if rule.id not in lifted)


def is_lifting(rule: Rule) -> bool:
    """Whether a rule takes others away: it is settled law of Georgia, and exempts."""
    return rule.effect == "exempts" and rule.certainty == "settled" and rule.jurisdiction == "georgia"


def with_fields(rule: Rule, told: Told) -> Rule:
    """The rule with some fields told otherwise."""
    values = {name: _value(name, value) for name, value in told.items() if name in EDITABLE}
    return replace(rule, **values)  # type: ignore[arg-type]


def plain_fields(rule: Rule) -> dict[str, str | bool | None]:
    """The editable fields of a rule as plain values."""
    return {name: _plain(getattr(rule, name)) for name in EDITABLE}


def _value(name: str, value: str | bool | None) -> object:
    return date.fromisoformat(value) if name in DAYS and isinstance(value, str) else value


def _plain(value: str | bool | date | None) -> str | bool | None:
    return value.isoformat() if isinstance(value, date) else value
