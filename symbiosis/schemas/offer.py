"""A process that a firm offers to do for others."""

from __future__ import annotations

from typing import Any

import marshmallow as ma

from symbiosis.inputs import OfferInput, TreatedInput
from symbiosis.schemas.base import Input
from symbiosis.schemas.fields import Choice, ListOf, Number
from symbiosis.schemas.texts import Key

SAID = {"yes": True, "no": False, "unknown": None}
MOST_MATERIALS = 300
"""The widest process has some ninety."""


class OfferSchema(Input):
    """What a firm could do for others at one of its sites; only the site and the process are needed.

    The price stays between the firm and the coordinator. `treats`: ids of the materials that it works with,
    broader ones stand for all that is narrower; when it is left out, what was said of it stays.
    """

    site_id = Key(required=True)
    process_id = Key(required=True)
    tonnes_per_year = Number(above=True, load_default=None, allow_none=True)
    price_gel_per_t = Number(load_default=None, allow_none=True)
    takes_hazardous = Choice(SAID, load_default=None)
    has_permit = Choice(SAID, load_default=None)
    treats = ListOf(Key(), most=MOST_MATERIALS, load_default=None, allow_none=True)

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> OfferInput:
        treats = data.pop("treats")
        return OfferInput(**data, treats=None if treats is None else tuple(treats))


class TreatedSchema(Input):
    """What an offered process is for; no material at all: it is not said."""

    site_id = Key(required=True)
    process_id = Key(required=True)
    treats = ListOf(Key(), most=MOST_MATERIALS, load_default=list)

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> TreatedInput:
        return TreatedInput(data["site_id"], data["process_id"], tuple(data["treats"]))


class WithdrawalSchema(Input):
    """Which process, at which site, is no longer offered."""

    site_id = Key(required=True)
    process_id = Key(required=True)

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> OfferInput:
        return OfferInput(**data)
