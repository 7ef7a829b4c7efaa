"""A process that a firm offers to do for others."""

from __future__ import annotations

from typing import Any

import marshmallow as ma

from symbiosis.inputs import OfferInput
from symbiosis.schemas.base import Input
from symbiosis.schemas.fields import Choice, Number
from symbiosis.schemas.texts import Key

SAID = {"yes": True, "no": False, "unknown": None}


class OfferSchema(Input):
    """What a firm could do for others at one of its sites; only the site and the process are needed.

    The price stays between the firm and the coordinator.
    """

    site_id = Key(required=True)
    process_id = Key(required=True)
    tonnes_per_year = Number(above=True, load_default=None, allow_none=True)
    price_gel_per_t = Number(load_default=None, allow_none=True)
    takes_hazardous = Choice(SAID, load_default=None)
    has_permit = Choice(SAID, load_default=None)

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> OfferInput:
        return OfferInput(**data)


class WithdrawalSchema(Input):
    """Which process, at which site, is no longer offered."""

    site_id = Key(required=True)
    process_id = Key(required=True)

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> OfferInput:
        return OfferInput(**data)
