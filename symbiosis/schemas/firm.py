"""Firms, their sites, and the registration that makes both together with a login."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from flask_babel import lazy_gettext as _l

from symbiosis.inputs import ContactInput, EnrolmentInput, FirmInput, RegistrationInput, SiteInput
from symbiosis.schemas.base import Input
from symbiosis.schemas.fields import Number
from symbiosis.schemas.texts import Email, IdentificationCode, Key, Name, Phone, Secret

SOUTH, NORTH, WEST, EAST = 41.0, 43.7, 39.9, 46.8
"""A box around Georgia: a pin outside it is a mistake, most often latitude and longitude exchanged."""

FIRM = ("name_ka", "name_latin", "nace_division", "identification_code")
SITE = ("municipality", "site_name", "lat", "lon")


class _SiteFields(Input):
    municipality = Key(required=True)
    site_name = Name(longest=120, load_default=None, allow_none=True)
    lat = Number(least=SOUTH, most=NORTH, load_default=None, allow_none=True)
    lon = Number(least=WEST, most=EAST, load_default=None, allow_none=True)

    @ma.validates_schema
    def has_a_whole_pin(self, data: dict[str, Any], **kwargs: Any) -> None:
        lat, lon = data.get("lat"), data.get("lon")
        if (lat is None) != (lon is None):
            missing = "lat" if lat is None else "lon"
            raise ma.ValidationError([_l("Please give both latitude and longitude, or neither.")], missing)


class SiteSchema(_SiteFields):
    """A place of a firm: the municipality, and a pin where the firm likes to give one."""

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> SiteInput:
        return SiteInput(**data)


class _FirmFields(Input):
    name_ka = Name(longest=160, shortest=2, required=True)
    name_latin = Name(longest=160, shortest=2, required=True)
    nace_division = Key(required=True)


class FirmSchema(_FirmFields):
    """What a firm may change about itself."""

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> FirmInput:
        return FirmInput(**data)


class FirmRegistrationSchema(_FirmFields, _SiteFields):
    """A firm registers: the firm, its first site and the person who logs in. A role cannot be chosen."""

    identification_code = IdentificationCode(required=True)
    email = Email(required=True)
    password = Secret(required=True)
    contact_name = Name(longest=120, shortest=2, required=True)
    phone = Phone(load_default=None, allow_none=True)

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> RegistrationInput:
        firm, site = _parts(data)
        return RegistrationInput(firm, site, **data)


class EnrolmentSchema(_FirmFields, _SiteFields):
    """A coordinator enters a firm that has no login yet."""

    identification_code = IdentificationCode(load_default=None, allow_none=True)
    is_verified = ma.fields.Boolean(
        load_default=False, truthy={True}, falsy={False}, metadata={"description": "Verified at once."}
    )

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> EnrolmentInput:
        firm, site = _parts(data)
        return EnrolmentInput(firm, site, **data)


class ContactSchema(Input):
    """Who answers for the firm once an exchange is open."""

    contact_name = Name(longest=120, shortest=2, required=True)
    phone = Phone(load_default=None, allow_none=True)

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> ContactInput:
        return ContactInput(**data)


def _parts(data: dict[str, Any]) -> tuple[FirmInput, SiteInput]:
    firm = FirmInput(**{name: data.pop(name) for name in FIRM})
    return firm, SiteInput(**{name: data.pop(name) for name in SITE})
