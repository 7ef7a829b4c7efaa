"""Rules of law: what they ask, of whom, when they hold, and how sure that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

from matching.tables import Row, read_yaml_list

Jurisdiction = Literal["georgia", "eu"]
Effect = Literal["forbids", "permit", "asks", "duty", "exempts"]
Certainty = Literal["settled", "unclear"]
Subject = Literal["hazardous", "mirror", "material", "use", "process", "code", "side", "crosses-border"]

_BARE: frozenset[str] = frozenset({"hazardous", "mirror", "crosses-border"})
_BOTH = ("title", "act", "requires")
_NEEDED = frozenset(
    ("id", "jurisdiction", "effect", "source", "checked", "certainty", *(f"{part}_en" for part in _BOTH))
).union(f"{part}_ka" for part in _BOTH)
_MAY = frozenset(("article", "when", "question_en", "question_ka", "from", "note_en", "note_ka", "lifts"))


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that must hold: a bare one (`hazardous`), or one of `values` (ids, or prefixes of codes)."""

    subject: Subject
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of law in plain words. All of `when` must hold; without conditions it is information.

    `effect`: `forbids`, needs a `permit`, `asks` (its question resolves it), is a `duty`, or `exempts`.
    `certainty`: `unclear` is to be asked of a lawyer. `checked`: when somebody last read the source.
    `lifts`: ids of the rules that do not hold where this one exempts. `is_off`: no longer in force.
    """

    id: str
    title_en: str
    title_ka: str
    jurisdiction: Jurisdiction
    act_en: str
    act_ka: str
    requires_en: str
    requires_ka: str
    effect: Effect
    source: str
    checked: date
    certainty: Certainty
    article: str | None = None
    when: tuple[Condition, ...] = ()
    question_en: str | None = None
    question_ka: str | None = None
    in_force_from: date | None = None
    note_en: str | None = None
    note_ka: str | None = None
    lifts: tuple[str, ...] = ()
    is_off: bool = False

    def title(self, lang: str) -> str:
        """The title, in Georgian or English."""
        return self.title_ka if lang == "ka" else self.title_en

    def requires(self, lang: str) -> str:
        """What it asks, in Georgian or English."""
        return self.requires_ka if lang == "ka" else self.requires_en

    def act(self, lang: str) -> str:
        """The act it stands in, in Georgian or English."""
        return self.act_ka if lang == "ka" else self.act_en

    def question(self, lang: str) -> str | None:
        """What to ask so that it is settled, in Georgian or English."""
        return self.question_ka if lang == "ka" else self.question_en

    def note(self, lang: str) -> str | None:
        """What else to know, in Georgian or English."""
        return self.note_ka if lang == "ka" else self.note_en

    def is_in_force(self, today: date | None) -> bool:
        """Whether it holds on a day; None leaves open which day, and then only `is_off` counts."""
        begins = self.in_force_from
        return not self.is_off and (begins is None or today is None or begins <= today)


def rules(folder: Path) -> dict[str, Rule]:
    """All files of `rules/`. Raises BadReference, naming file and line."""
    found: dict[str, Rule] = {}
    for path in sorted((folder / "rules").glob("*.yaml")):
        for row in read_yaml_list(path, _NEEDED, _NEEDED | _MAY):
            rule = rule_of(row)
            if rule.id in found:
                raise row.fail(f"{rule.id} is there twice")
            found[rule.id] = rule
    return found


def rule_of(row: Row) -> Rule:
    """The rule of one entry. Raises BadReference for a value that cannot be."""
    effect: Effect = _one_of(row, "effect", get_args(Effect))
    if effect == "asks" and not (row.cells["question_en"] and row.cells["question_ka"]):
        raise row.fail("a rule that asks needs question_en and question_ka")
    return Rule(
        id=row.text("id"),
        title_en=row.text("title_en"),
        title_ka=row.text("title_ka"),
        jurisdiction=_one_of(row, "jurisdiction", get_args(Jurisdiction)),
        act_en=row.text("act_en"),
        act_ka=row.text("act_ka"),
        requires_en=row.text("requires_en"),
        requires_ka=row.text("requires_ka"),
        effect=effect,
        source=row.text("source"),
        checked=_day(row, "checked") or date.min,
        certainty=_one_of(row, "certainty", get_args(Certainty)),
        article=row.maybe("article"),
        when=tuple(_condition(row, part) for part in row.many("when")),
        question_en=row.maybe("question_en"),
        question_ka=row.maybe("question_ka"),
        in_force_from=_day(row, "from"),
        note_en=row.maybe("note_en"),
        note_ka=row.maybe("note_ka"),
        lifts=row.many("lifts"),
    )


def _one_of(row: Row, column: str, known: tuple[str, ...]) -> Any:
    value = row.text(column)
    if value not in known:
        raise row.fail(f"{column} is {value!r}, expected one of {list(known)}")
    return value


def _day(row: Row, column: str) -> date | None:
    value = row.maybe(column)
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError as error:
        raise row.fail(f"{column} is {value!r}, expected a day as YYYY-MM-DD") from error


_CONDITION = re.compile(r"([a-z-]+)(?::(.+))?")


def _condition(row: Row, part: str) -> Condition:
    seen = _CONDITION.fullmatch(part)
    subject: Any = seen[1] if seen else part
    if seen is None or subject not in get_args(Subject) or (seen[2] is None) != (subject in _BARE):
        raise row.fail(f"{part!r} is no condition; write `hazardous` or `material:sawdust|bark`")
    values = tuple(value.strip() for value in seen[2].split("|")) if seen[2] else ()
    return Condition(subject, values)
