"""Rules of law as they stand."""

from __future__ import annotations

from marshmallow import fields

from symbiosis.schemas.answers.matches import MatchAnswer, WhatIfAnswer
from symbiosis.schemas.answers.parts import a_text, maybe_text
from symbiosis.schemas.answers.worth import ImpactAnswer
from symbiosis.schemas.base import Answer


class ConditionAnswer(Answer):
    """One thing that must hold. `values`: ids, or first digits of waste codes; one of them is enough."""

    subject = a_text()
    values = fields.List(fields.String())


class RuleAnswer(Answer):
    """A rule in plain words; information, and no legal advice. All of `when` must hold.

    `effect`: `forbids`, `permit`, `asks`, `duty` or `exempts`. `certainty`: `unclear` needs a lawyer's look.
    `lifts`: rules that do not hold where this one exempts. `is_changed`: an administrator changed it.
    """

    id = a_text()
    title_en = a_text()
    title_ka = a_text()
    jurisdiction = a_text()
    act_en = a_text()
    act_ka = a_text()
    article = maybe_text()
    requires_en = a_text()
    requires_ka = a_text()
    question_en = maybe_text()
    question_ka = maybe_text()
    note_en = maybe_text()
    note_ka = maybe_text()
    effect = a_text()
    certainty = a_text()
    when = fields.List(fields.Nested(ConditionAnswer))
    lifts = fields.List(fields.String())
    in_force_from = fields.Date(allow_none=True)
    source = a_text()
    checked = fields.Date()
    is_off = fields.Boolean()
    is_changed = fields.Boolean()


class MatchWithLawAnswer(MatchAnswer):
    """A ranked pair with the rules of law that hold for it today, its worth, and what one statement more
    would change.
    """

    rules = fields.List(fields.Nested(RuleAnswer))
    impact = fields.Nested(ImpactAnswer, allow_none=True)
    what_ifs = fields.List(
        fields.Nested(WhatIfAnswer),
        metadata={"description": "What your side could still state; for coordinators both sides."},
    )
