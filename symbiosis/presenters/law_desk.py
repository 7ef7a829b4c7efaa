"""The rules of law as an administrator looks them through, opens one and reads what was changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l

from matching.law_in_force import plain_fields
from symbiosis.presenters import numbers
from symbiosis.presenters.rules import RuleLine, line
from symbiosis.presenters.saying import gettext as _
from symbiosis.views import RuleChangeView, RuleHistory, RuleView

EFFECTS: Mapping[str, object] = {
    "forbids": _l("forbids"),
    "permit": _l("needs a permit"),
    "asks": _l("asks"),
    "duty": _l("is a duty"),
    "exempts": _l("exempts"),
}
CERTAINTIES: Mapping[str, object] = {
    "settled": _l("settled"),
    "unclear": _l("needs a lawyer’s look"),
}
JURISDICTIONS: Mapping[str, object] = {"georgia": _l("Georgia"), "eu": _l("European Union")}
STATES: Mapping[str, object] = {
    "unclear": _l("needs a lawyer’s look"),
    "changed": _l("changed here"),
    "off": _l("out of force"),
}
IN_OR_OUT: Mapping[str, object] = {"no": _l("in force"), "yes": _l("out of force")}
LABELS: Mapping[str, object] = {
    "title_ka": _l("Title in Georgian"),
    "title_en": _l("Title in English"),
    "requires_ka": _l("What it requires, in Georgian"),
    "requires_en": _l("What it requires, in English"),
    "question_ka": _l("Question in Georgian"),
    "question_en": _l("Question in English"),
    "effect": _l("What it does"),
    "certainty": _l("How sure it is"),
    "in_force_from": _l("In force from"),
    "source": _l("Source"),
    "checked": _l("Source read on"),
    "is_off": _l("Out of force"),
}


@dataclass(frozen=True, slots=True)
class DeskLine:
    """A rule in the list. `is_changed`: it is told otherwise than in the reference files."""

    line: RuleLine
    effect: object
    is_off: bool
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A field before and after."""

    label: object
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangeLine:
    number: int
    when: str
    by: str
    said: tuple[Said, ...]


def found(rules: Iterable[RuleView], asked: Mapping[str, str], lang: str) -> tuple[DeskLine, ...]:
    """The rules that fit what was asked: words `q` in either language, `effect`, `jurisdiction`, `state`."""
    return tuple(_desk_line(view, lang) for view in rules if _fits(view, asked))


def _fits(view: RuleView, asked: Mapping[str, str]) -> bool:
    rule = view.rule
    texts = (
        rule.id,
        rule.title_ka,
        rule.title_en,
        rule.requires_ka,
        rule.requires_en,
        rule.act_ka,
        rule.act_en,
    )
    whole = " ".join(texts).casefold()
    of_state = {
        "unclear": rule.certainty == "unclear",
        "changed": view.in_file is not None,
        "off": rule.is_off,
    }
    return (
        all(word in whole for word in asked.get("q", "").casefold().split())
        and asked.get("effect", "") in {"", rule.effect}
        and asked.get("jurisdiction", "") in {"", rule.jurisdiction}
        and of_state.get(asked.get("state", ""), True)
    )


def _desk_line(view: RuleView, lang: str) -> DeskLine:
    rule = view.rule
    return DeskLine(line(rule, lang), EFFECTS[rule.effect], rule.is_off, view.in_file is not None)


def typed(view: RuleView) -> dict[str, Any]:
    """The form as the rule stands."""
    plain = plain_fields(view.rule)
    return {
        name: _yes_or_no(value) if isinstance(value, bool) else value or "" for name, value in plain.items()
    }


def differences(view: RuleView) -> tuple[Said, ...]:
    """What the reference files say otherwise: (the file, as it stands)."""
    if view.in_file is None:
        return ()
    in_file, now = plain_fields(view.in_file), plain_fields(view.rule)
    return tuple(_said(name, (in_file[name], now[name])) for name in now if in_file[name] != now[name])


def history(found: RuleHistory, lang: str) -> tuple[ChangeLine, ...]:
    """What was changed, newest first."""
    return tuple(_change(change, lang) for change in found.changes)


def _change(change: RuleChangeView, lang: str) -> ChangeLine:
    return ChangeLine(
        number=change.number,
        when=numbers.moment(change.changed_at, lang),
        by=change.by or _("a former user"),
        said=tuple(_said(name, pair) for name, pair in change.fields.items()),
    )


def _said(name: str, pair: tuple[str | bool | None, str | bool | None]) -> Said:
    before, after = (_in_words(name, value) for value in pair)
    return Said(LABELS[name], before, after)


def _in_words(name: str, value: str | bool | None) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    table = {"effect": EFFECTS, "certainty": CERTAINTIES}.get(name, {})
    return str(table.get(value or "", value or "–"))


def _yes_or_no(value: bool) -> str:
    return "yes" if value else "no"
