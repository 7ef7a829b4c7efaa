"""The reference book and the network in counts."""

from __future__ import annotations

from marshmallow import fields

from symbiosis.schemas.answers.parts import a_text
from symbiosis.schemas.base import Answer


class CodeAnswer(Answer):
    code = a_text()
    name = a_text()
    is_hazardous = fields.Boolean(allow_none=True)


class NamedAnswer(Answer):
    """An entry of the reference book, named in the reader's language."""

    id = a_text()
    name = a_text()
    name_ka = a_text()
    name_en = a_text()


class UnitAnswer(NamedAnswer):
    dimension = a_text()
    symbol = a_text()


class MunicipalityAnswer(NamedAnswer):
    region = a_text()
    lat = fields.Float()
    lon = fields.Float()


class MunicipalityCountsAnswer(Answer):
    """A number is null where fewer than three firms could be told apart by it."""

    municipality = a_text()
    region = a_text()
    n_firms = fields.Integer(allow_none=True)
    n_outputs = fields.Integer(allow_none=True)
    n_needs = fields.Integer(allow_none=True)
    n_matches = fields.Integer(allow_none=True)
    n_exchanges = fields.Integer(allow_none=True)


class NetworkAnswer(Answer):
    municipalities = fields.List(fields.Nested(MunicipalityCountsAnswer))
    totals = fields.Dict(keys=fields.String())
