"""A listing as its owner writes it, and what may be done to it."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from flask_babel import lazy_gettext as _l

from graph.records import Visibility
from matching.records import KINDS, Quantity, Side
from symbiosis.inputs import CorrectionInput, ListingInput
from symbiosis.schemas.base import Input
from symbiosis.schemas.fields import Choice, Day, ListOf, Number, Whole
from symbiosis.schemas.texts import Key, Text, Uuid

SIDES = {side.value: side for side in Side}
HAZARDOUS = {"yes": True, "no": False, "unknown": None}
VISIBILITIES = {each.value: each for each in Visibility}


class ListingSchema(Input):
    """An output or a need. Only side and text are needed; each further answer makes the ranking better.

    Who is not sure of the waste code leaves `ewc_code` out: a coordinator looks at it. Where the code is one
    of a mirror pair, `contains_hazardous` answers the question that tells the two apart: `yes` takes the
    hazardous code and `no` the other one, as the firm's statement; `unknown` leaves it open.
    """

    side = Choice(SIDES, required=True)
    text = Text(longest=2000, shortest=2, lines=True, required=True)
    kind = Choice({kind: kind for kind in KINDS}, load_default="material")
    amount = Number(above=True, load_default=None, allow_none=True)
    unit = Key(load_default=None, allow_none=True)
    period = Key(load_default=None, allow_none=True)
    season_months = ListOf(Whole(least=1, most=12), most=12, load_default=list)
    site_id = Key(load_default=None, allow_none=True)
    ewc_code = Text(longest=12, load_default=None, allow_none=True)
    hazardous = Choice(HAZARDOUS, load_default=None)
    contains_hazardous = Choice({each: each for each in HAZARDOUS}, load_default=None, allow_none=True)
    cost_gel_per_year = Number(least=-1e9, load_default=None, allow_none=True)
    visibility = Choice(VISIBILITIES, load_default=Visibility.ANONYMOUS)
    starts_on = Day(load_default=None, allow_none=True)
    ends_on = Day(load_default=None, allow_none=True)
    material_ids = ListOf(Key(), most=5, load_default=list)
    use_ids = ListOf(Key(), most=5, load_default=list)
    not_ids = ListOf(
        Key(),
        most=20,
        load_default=None,
        allow_none=True,
        metadata={
            "description": "Materials and uses that are not meant, whatever the text sounds like. "
            "Left out or null: as it was said before."
        },
    )

    @ma.validates_schema
    def says_something(self, data: dict[str, Any], **kwargs: Any) -> None:
        if not any(letter.isalpha() for letter in data.get("text", "")):
            raise ma.ValidationError([_l("Please say in words what it is.")], "text")

    @ma.validates_schema
    def has_a_whole_quantity(self, data: dict[str, Any], **kwargs: Any) -> None:
        if data.get("amount") is None:
            return
        problems = {}
        if not data.get("unit"):
            problems["unit"] = [_l("Please choose the unit of the amount.")]
        if not data.get("period"):
            problems["period"] = [_l("Please say how often this amount comes.")]
        if problems:
            raise ma.ValidationError(problems)

    @ma.validates_schema
    def ends_after_it_starts(self, data: dict[str, Any], **kwargs: Any) -> None:
        starts, ends = data.get("starts_on"), data.get("ends_on")
        if starts and ends and ends < starts:
            raise ma.ValidationError([_l("The end must not come before the beginning.")], "ends_on")

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> ListingInput:
        amount, unit, period = data.pop("amount"), data.pop("unit"), data.pop("period")
        quantity = None if amount is None else Quantity(amount, unit, period)
        data["season_months"] = tuple(sorted(data["season_months"]))
        data["material_ids"], data["use_ids"] = tuple(data["material_ids"]), tuple(data["use_ids"])
        data["not_ids"] = None if data["not_ids"] is None else tuple(data["not_ids"])
        return ListingInput(quantity=quantity, **data)


class NewListingSchema(ListingSchema):
    """As `ListingSchema`, for the API: with the client's own id, and for coordinators the firm it is for."""

    id = Uuid(load_default=None, allow_none=True)
    firm_id = Key(load_default=None, allow_none=True)


class CorrectionSchema(Input):
    """One tap on what was understood: `is` or `not` this material or use; `open` takes back what was said."""

    entry_id = Key(required=True)
    meant = Choice({each: each for each in ("is", "not", "open")}, required=True)

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> CorrectionInput:
        return CorrectionInput(**data)


LISTING_ACTIONS = ("pause", "resume", "withdraw", "renew")
