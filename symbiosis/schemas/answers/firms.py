"""Logins, keys, firms and sites."""

from __future__ import annotations

from marshmallow import fields

from graph.records import FirmStatus, Role
from symbiosis.schemas.answers.parts import a_text, a_time, maybe_number, maybe_text, maybe_time
from symbiosis.schemas.base import Answer


class AccountAnswer(Answer):
    id = a_text()
    email = a_text()
    role = fields.Enum(Role, by_value=True)
    language = a_text()
    firm_id = maybe_text()
    name = maybe_text()
    phone = maybe_text()


class TokenAnswer(Answer):
    id = a_text()
    name = a_text()
    prefix = a_text()
    created_at = a_time()
    last_used_at = maybe_time()


class NewTokenAnswer(Answer):
    token = fields.Nested(TokenAnswer)
    secret = fields.String(metadata={"description": "Shown this once and kept nowhere."})


class SiteAnswer(Answer):
    id = a_text()
    site_name = fields.String(attribute="name")
    municipality = a_text()
    lat = maybe_number()
    lon = maybe_number()


class OptOutAnswer(Answer):
    """With whom a firm is not matched. Names and ids of the firms are for coordinators only."""

    id = a_text()
    label = a_text()
    state = fields.String(metadata={"enum": ["asked", "holds", "refused"]})
    asked_at = a_time()
    identification_code = maybe_text()
    is_entrepreneur = fields.Boolean()
    firm_id = maybe_text()
    firm_name_ka = maybe_text()
    firm_name_latin = maybe_text()
    other_firm_id = maybe_text()


class ContactAnswer(Answer):
    name = maybe_text()
    email = a_text()
    phone = maybe_text()


class FirmAnswer(Answer):
    """A firm for itself or a coordinator. A personal number is never among it."""

    id = a_text()
    name_ka = a_text()
    name_latin = a_text()
    nace_division = a_text()
    status = fields.Enum(FirmStatus, by_value=True)
    identification_code = maybe_text()
    is_entrepreneur = fields.Boolean()
    is_demo = fields.Boolean()
    created_at = a_time()
    verified_at = maybe_time()
    sites = fields.List(fields.Nested(SiteAnswer))
    contacts = fields.List(fields.Nested(ContactAnswer))
