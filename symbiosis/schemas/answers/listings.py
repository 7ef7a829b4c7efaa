"""Listings, one's own and the other side's."""

from __future__ import annotations

from marshmallow import fields

from graph.records import ListingState, Visibility
from matching.records import KINDS, Side
from symbiosis.schemas.answers.parts import (
    ErrorPartSchema,
    a_text,
    a_time,
    maybe_number,
    maybe_text,
    maybe_time,
)
from symbiosis.schemas.base import Answer
from symbiosis.schemas.fields import Choice
from symbiosis.schemas.listing import HAZARDOUS


class _Stated(Answer):
    """What a listing says, in the words of `ListingSchema`."""

    side = fields.Enum(Side, by_value=True)
    text = a_text()
    lang = a_text()
    kind = fields.String(metadata={"enum": list(KINDS)})
    municipality = a_text()
    nace_division = maybe_text()
    amount = maybe_number(attribute="quantity.amount", dump_default=None)
    unit = fields.String(attribute="quantity.unit", dump_default=None, allow_none=True)
    period = fields.String(attribute="quantity.period", dump_default=None, allow_none=True)
    tonnes_per_year = maybe_number()
    season_months = fields.List(fields.Integer())
    ewc_code = maybe_text()
    hazardous = Choice(HAZARDOUS)
    starts_on = fields.Date(allow_none=True)
    ends_on = fields.Date(allow_none=True)
    material_ids = fields.List(fields.String())
    use_ids = fields.List(fields.String())
    is_demo = fields.Boolean()


class ListingAnswer(_Stated):
    """A listing for its owner or a coordinator."""

    id = a_text()
    not_ids = fields.List(fields.String())
    firm_id = a_text()
    site_id = a_text()
    state = fields.Enum(ListingState, by_value=True)
    visibility = fields.Enum(Visibility, by_value=True)
    is_open = fields.Boolean()
    is_expired = fields.Boolean()
    cost_gel_per_year = maybe_number()
    posted_at = a_time()
    changed_at = a_time()
    expires_at = a_time()
    matched_at = maybe_time()
    firm_name_ka = maybe_text()
    firm_name_latin = maybe_text()


class CodeChangeAnswer(Answer):
    """A code that a coordinator gave a listing, with the reason. Who it was is for coordinators only."""

    id = a_text()
    ewc_code = a_text()
    hazardous = Choice(HAZARDOUS)
    ewc_code_before = maybe_text()
    hazardous_before = Choice(HAZARDOUS)
    why = a_text()
    changed_at = a_time()
    user_email = maybe_text()


class MeaningAnswer(Answer):
    """A material or use that a listing may mean. `words`: those of its text that name it; `like`: a wording
    of the reference book that the text is like, where none do.
    """

    sort = a_text()
    id = a_text()
    confidence = fields.Float()
    words = a_text()
    like = a_text()
    is_confirmed = fields.Boolean()


class CounterpartAnswer(_Stated):
    """The other side: no name, no place but the municipality, no cost. Ids and names for coordinators
    only.
    """

    edition = fields.Integer(metadata={"description": "To send along with an answer: what it was given to."})
    listing_id = fields.String(allow_none=True, dump_default=None)
    firm_id = maybe_text()
    firm_name_ka = maybe_text()
    firm_name_latin = maybe_text()


class BulkLineAnswer(Answer):
    """What became of one listing of many: its id, or why it was not stored."""

    index = fields.Integer()
    id = maybe_text()
    error = fields.Nested(ErrorPartSchema, allow_none=True)


class BulkAnswer(Answer):
    items = fields.List(fields.Nested(BulkLineAnswer))
    n_stored = fields.Integer()
