"""What the API answers, field by field."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from marshmallow import fields

from graph.records import FirmStatus, ListingState, Role, Visibility
from matching.records import KINDS, Side, Verdict
from symbiosis.schemas.base import Answer
from symbiosis.schemas.fields import Choice
from symbiosis.schemas.listing import HAZARDOUS


def _time(**kwargs: Any) -> fields.AwareDateTime:
    return fields.AwareDateTime(format="iso", **kwargs)


def _maybe_time() -> fields.AwareDateTime:
    return _time(allow_none=True)


def _text() -> fields.String:
    return fields.String()


def _maybe_text() -> fields.String:
    return fields.String(allow_none=True)


def _maybe_number(**kwargs: Any) -> fields.Float:
    return fields.Float(allow_none=True, **kwargs)


class ErrorPartSchema(Answer):
    code = _text()
    message = _text()
    fields = ma.fields.Dict(  # type: ignore[assignment] (a name of ours, not the list of fields)
        keys=ma.fields.String(), values=ma.fields.List(ma.fields.String())
    )
    request_id = _text()


class ErrorSchema(Answer):
    """The one shape of every error."""

    error = ma.fields.Nested(ErrorPartSchema)


class AccountAnswer(Answer):
    id = _text()
    email = _text()
    role = fields.Enum(Role, by_value=True)
    language = _text()
    firm_id = _maybe_text()
    name = _maybe_text()
    phone = _maybe_text()


class TokenAnswer(Answer):
    id = _text()
    name = _text()
    prefix = _text()
    created_at = _time()
    last_used_at = _maybe_time()


class NewTokenAnswer(Answer):
    token = fields.Nested(TokenAnswer)
    secret = fields.String(metadata={"description": "Shown this once and kept nowhere."})


class SiteAnswer(Answer):
    id = _text()
    site_name = fields.String(attribute="name")
    municipality = _text()
    lat = _maybe_number()
    lon = _maybe_number()


class ContactAnswer(Answer):
    name = _maybe_text()
    email = _text()
    phone = _maybe_text()


class FirmAnswer(Answer):
    """A firm for itself or a coordinator. A personal number is never among it."""

    id = _text()
    name_ka = _text()
    name_latin = _text()
    nace_division = _text()
    status = fields.Enum(FirmStatus, by_value=True)
    identification_code = _maybe_text()
    is_entrepreneur = fields.Boolean()
    is_demo = fields.Boolean()
    created_at = _time()
    verified_at = _maybe_time()
    sites = fields.List(fields.Nested(SiteAnswer))
    contacts = fields.List(fields.Nested(ContactAnswer))


class _Stated(Answer):
    """What a listing says, in the words of `ListingSchema`."""

    side = fields.Enum(Side, by_value=True)
    text = _text()
    lang = _text()
    kind = fields.String(metadata={"enum": list(KINDS)})
    municipality = _text()
    nace_division = _maybe_text()
    amount = _maybe_number(attribute="quantity.amount", dump_default=None)
    unit = fields.String(attribute="quantity.unit", dump_default=None, allow_none=True)
    period = fields.String(attribute="quantity.period", dump_default=None, allow_none=True)
    tonnes_per_year = _maybe_number()
    season_months = fields.List(fields.Integer())
    ewc_code = _maybe_text()
    hazardous = Choice(HAZARDOUS)
    starts_on = fields.Date(allow_none=True)
    ends_on = fields.Date(allow_none=True)
    material_ids = fields.List(fields.String())
    use_ids = fields.List(fields.String())
    is_demo = fields.Boolean()


class ListingAnswer(_Stated):
    """A listing for its owner or a coordinator."""

    id = _text()
    firm_id = _text()
    site_id = _text()
    state = fields.Enum(ListingState, by_value=True)
    visibility = fields.Enum(Visibility, by_value=True)
    is_open = fields.Boolean()
    is_expired = fields.Boolean()
    cost_gel_per_year = _maybe_number()
    posted_at = _time()
    changed_at = _time()
    expires_at = _time()
    matched_at = _maybe_time()
    firm_name_ka = _maybe_text()
    firm_name_latin = _maybe_text()


class CounterpartAnswer(_Stated):
    """The other side: no name, no place but the municipality, no cost. Ids and names for coordinators
    only.
    """

    listing_id = fields.String(allow_none=True, dump_default=None)
    firm_id = _maybe_text()
    firm_name_ka = _maybe_text()
    firm_name_latin = _maybe_text()


class EvidenceAnswer(Answer):
    name = _text()
    value = _maybe_number()
    contribution = fields.Float(metadata={"description": "Log-odds; all of them add up to the score."})


class GateAnswer(Answer):
    name = _text()
    result = fields.String(metadata={"enum": ["pass", "unknown"]})
    question = _maybe_text()


class PathwayAnswer(Answer):
    material_id = _text()
    process_id = _maybe_text()
    use_id = _maybe_text()
    strength = _text()
    pathway_id = _maybe_text()


class MatchAnswer(Answer):
    """A ranked pair, as the reader's side sees it."""

    id = _text()
    my_side = fields.Enum(Side, by_value=True, allow_none=True)
    my_listing_id = _maybe_text()
    output = fields.Nested(CounterpartAnswer)
    need = fields.Nested(CounterpartAnswer)
    score = fields.Float()
    probability = fields.Float()
    evidence = fields.List(fields.Nested(EvidenceAnswer))
    gates = fields.List(fields.Nested(GateAnswer))
    pathway = fields.Nested(PathwayAnswer, allow_none=True)
    distance_km = _maybe_number()
    ranker_version = _text()
    computed_at = _time()
    is_current = fields.Boolean()
    my_verdict = fields.Enum(Verdict, by_value=True, allow_none=True)
    other_said_yes = fields.Boolean()
    exchange_id = _maybe_text()


class DecisionAnswer(Answer):
    match_id = _text()
    verdict = fields.Enum(Verdict, by_value=True)
    exchange_id = _maybe_text()


class PartyAnswer(Answer):
    """One of the two firms of an open exchange, by name."""

    side = fields.Enum(Side, by_value=True)
    firm_id = _text()
    firm_name_ka = _text()
    firm_name_latin = _text()
    identification_code = _maybe_text()
    municipality = _text()
    site_name = _maybe_text()
    lat = _maybe_number()
    lon = _maybe_number()
    contacts = fields.List(fields.Nested(ContactAnswer))
    listing = fields.Nested(CounterpartAnswer)


class ExchangeAnswer(Answer):
    id = _text()
    match_id = _text()
    stage = _text()
    opened_at = _time()
    my_side = fields.Enum(Side, by_value=True, allow_none=True)
    output = fields.Nested(PartyAnswer)
    need = fields.Nested(PartyAnswer)


class ExchangeLineAnswer(Answer):
    id = _text()
    match_id = _text()
    stage = _text()
    opened_at = _time()
    my_side = fields.Enum(Side, by_value=True, allow_none=True)


class DisclosureAnswer(Answer):
    at = _time()
    viewer_user_id = _text()
    viewer_email = _maybe_text()
    firm_id = _text()
    firm_name_ka = _maybe_text()
    exchange_id = _maybe_text()
    what = _text()


class CodeAnswer(Answer):
    code = _text()
    name = _text()
    is_hazardous = fields.Boolean(allow_none=True)


class NamedAnswer(Answer):
    """An entry of the reference book, named in the reader's language."""

    id = _text()
    name = _text()
    name_ka = _text()
    name_en = _text()


class UnitAnswer(NamedAnswer):
    dimension = _text()
    symbol = _text()


class MunicipalityAnswer(NamedAnswer):
    region = _text()
    lat = fields.Float()
    lon = fields.Float()


class MunicipalityCountsAnswer(Answer):
    """Numbers are null where fewer than three firms could be told apart by them."""

    municipality = _text()
    region = _text()
    n_firms = fields.Integer(allow_none=True)
    n_outputs = fields.Integer(allow_none=True)
    n_needs = fields.Integer(allow_none=True)
    n_matches = fields.Integer(allow_none=True)
    n_exchanges = fields.Integer(allow_none=True)


class NetworkAnswer(Answer):
    municipalities = fields.List(fields.Nested(MunicipalityCountsAnswer))
    totals = fields.Dict(keys=fields.String())


class RematchAnswer(Answer):
    n_compared = fields.Integer()


class BulkLineAnswer(Answer):
    """What became of one listing of many: its id, or why it was not stored."""

    index = fields.Integer()
    id = _maybe_text()
    error = fields.Nested(ErrorPartSchema, allow_none=True)


class BulkAnswer(Answer):
    items = fields.List(fields.Nested(BulkLineAnswer))
    n_stored = fields.Integer()


def page_of(schema: type[Answer]) -> ma.Schema:
    """The schema of one page of a list."""
    built: type[ma.Schema] = Answer.from_dict(
        {
            "items": fields.List(fields.Nested(schema)),
            "page": fields.Integer(),
            "page_size": fields.Integer(),
            "has_more": fields.Boolean(),
        },
        name=f"{schema.__name__}Page",
    )
    return built()
