"""With whom a firm does not want to be matched."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from flask_babel import lazy_gettext as _l

from symbiosis.inputs import OptOutInput
from symbiosis.schemas.base import Input
from symbiosis.schemas.fields import Choice
from symbiosis.schemas.texts import IdentificationCode, Key, Name


class OptOutSchema(Input):
    """The other firm by its code, whether it is registered or not, and what you call it. Coordinators may
    name it by `other_firm_id` instead.
    """

    identification_code = IdentificationCode(load_default=None, allow_none=True)
    label = Name(longest=120, load_default=None, allow_none=True)
    other_firm_id = Key(load_default=None, allow_none=True)

    @ma.validates_schema
    def names_one_firm(self, data: dict[str, Any], **kwargs: Any) -> None:
        if (data.get("identification_code") is None) == (data.get("other_firm_id") is None):
            raise ma.ValidationError([_l("Please say which firm, by its code.")], "identification_code")

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> OptOutInput:
        return OptOutInput(**data)


class OptOutDecisionSchema(Input):
    """A coordinator's yes or no."""

    said = Choice({"yes": True, "no": False}, required=True)

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> bool:
        is_yes: bool = data["said"]
        return is_yes


class ApartSchema(Input):
    """Two firms that a coordinator keeps apart, by their ids."""

    firm_id = Key(required=True)
    other_firm_id = Key(required=True)

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> tuple[str, OptOutInput]:
        return data["firm_id"], OptOutInput(other_firm_id=data["other_firm_id"])
