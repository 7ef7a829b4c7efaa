"""Matches, answers to them, exchanges and the log of showings."""

from __future__ import annotations

from marshmallow import fields

from matching.exposure import SLOTS
from matching.records import Side, Verdict
from symbiosis.schemas.answers.firms import ContactAnswer
from symbiosis.schemas.answers.listings import CounterpartAnswer
from symbiosis.schemas.answers.parts import a_text, a_time, maybe_number, maybe_text
from symbiosis.schemas.base import Answer


class EvidenceAnswer(Answer):
    name = a_text()
    value = maybe_number()
    contribution = fields.Float(metadata={"description": "Log-odds; all of them add up to the score."})


class GateAnswer(Answer):
    name = a_text()
    result = fields.String(metadata={"enum": ["pass", "unknown"]})
    question = maybe_text()


class PathwayAnswer(Answer):
    material_id = a_text()
    process_id = maybe_text()
    use_id = maybe_text()
    strength = a_text()
    pathway_id = maybe_text()


class MatchAnswer(Answer):
    """A ranked pair, as the reader's side sees it."""

    id = a_text()
    my_side = fields.Enum(Side, by_value=True, allow_none=True)
    my_listing_id = maybe_text()
    output = fields.Nested(CounterpartAnswer)
    need = fields.Nested(CounterpartAnswer)
    score = fields.Float()
    probability = fields.Float()
    evidence = fields.List(fields.Nested(EvidenceAnswer))
    gates = fields.List(fields.Nested(GateAnswer))
    pathway = fields.Nested(PathwayAnswer, allow_none=True)
    distance_km = maybe_number()
    rule_ids = fields.List(
        fields.String(), metadata={"description": "Rules of law that it touches; see /rules/{rule_id}."}
    )
    precedent_id = fields.String(
        allow_none=True,
        metadata={"description": "The documented exchange most like it, one of the `cases` of its material."},
    )
    ranker_version = a_text()
    computed_at = a_time()
    is_current = fields.Boolean()
    my_verdict = fields.Enum(Verdict, by_value=True, allow_none=True)
    my_yes_lapsed = fields.Boolean(
        metadata={"description": "The other listing was edited after your yes, which counts no longer."}
    )
    other_said_yes = fields.Boolean()
    exchange_id = maybe_text()
    slot = fields.String(
        allow_none=True,
        metadata={
            "enum": [*SLOTS, None],
            "description": "Of an output: `best` and `exploring` are shown first, `further` is not; null: "
            "not placed yet. Always null for who seeks.",
        },
    )


class WhatIfAnswer(Answer):
    """What would be if one thing more were stated: the pair compared anew with exactly that change."""

    side = fields.Enum(Side, by_value=True, metadata={"description": "Whose listing it is."})
    input = a_text()
    put = fields.Dict(
        keys=fields.String(),
        metadata={"description": "Fields of the listing, as `PUT /listings/{id}` takes them."},
    )
    score = fields.Float()
    probability = fields.Float()
    gates = fields.List(fields.Nested(GateAnswer))
    settles = fields.List(fields.String(), metadata={"description": "Gates that ask now and would pass."})


class DecisionAnswer(Answer):
    match_id = a_text()
    verdict = fields.Enum(Verdict, by_value=True)
    exchange_id = maybe_text()


class PartyAnswer(Answer):
    """One of the two firms of an open exchange, by name."""

    side = fields.Enum(Side, by_value=True)
    firm_id = a_text()
    firm_name_ka = a_text()
    firm_name_latin = a_text()
    identification_code = maybe_text()
    municipality = a_text()
    site_name = maybe_text()
    lat = maybe_number()
    lon = maybe_number()
    contacts = fields.List(fields.Nested(ContactAnswer))
    listing = fields.Nested(CounterpartAnswer)


class OutcomeAnswer(Answer):
    """The latest word of one side; cost, reason and note are empty for the other side."""

    side = fields.Enum(Side, by_value=True)
    happened = fields.Boolean()
    recorded_at = a_time()
    tonnes = maybe_number()
    happened_on = fields.Date(allow_none=True)
    cost_gel = maybe_number()
    reason = maybe_text()
    note = maybe_text()


class ExchangeAnswer(Answer):
    id = a_text()
    match_id = a_text()
    stage = a_text()
    opened_at = a_time()
    my_side = fields.Enum(Side, by_value=True, allow_none=True)
    output = fields.Nested(PartyAnswer)
    need = fields.Nested(PartyAnswer)
    outcomes = fields.List(fields.Nested(OutcomeAnswer))
    is_confirmed = fields.Boolean(metadata={"description": "Both sides tell that it happened."})


class ExchangeLineAnswer(Answer):
    id = a_text()
    match_id = a_text()
    stage = a_text()
    opened_at = a_time()
    my_side = fields.Enum(Side, by_value=True, allow_none=True)


class DisclosureAnswer(Answer):
    at = a_time()
    viewer_user_id = a_text()
    viewer_email = maybe_text()
    firm_id = a_text()
    firm_name_ka = maybe_text()
    exchange_id = maybe_text()
    what = a_text()


class RematchAnswer(Answer):
    n_compared = fields.Integer()
    n_to_compare = fields.Integer()
    n_to_chain = fields.Integer()
    n_failed = fields.Integer()
    is_at_work = fields.Boolean()
