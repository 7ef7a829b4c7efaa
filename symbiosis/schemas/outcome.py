"""What a side says came of an exchange."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from flask_babel import lazy_gettext as _l

from matching.records import Side
from symbiosis.inputs import REASONS, OutcomeInput
from symbiosis.schemas.base import Input
from symbiosis.schemas.fields import Choice, Day, Number
from symbiosis.schemas.texts import Text, Uuid

HAPPENED = {"yes": True, "no": False}


class OutcomeSchema(Input):
    """It happened, with tonnes and the day of the first load; or it did not, with the reason."""

    happened = Choice(HAPPENED, required=True)
    tonnes = Number(above=True, load_default=None, allow_none=True)
    happened_on = Day(load_default=None, allow_none=True)
    cost_gel = Number(load_default=None, allow_none=True)
    reason = Choice({reason: reason for reason in REASONS}, load_default=None, allow_none=True)
    note = Text(longest=1000, lines=True, load_default=None, allow_none=True)
    side = Choice({side.value: side for side in Side}, load_default=None, allow_none=True)
    id = Uuid(load_default=None, allow_none=True)

    @ma.validates_schema
    def is_told_in_full(self, data: dict[str, Any], **kwargs: Any) -> None:
        problems: dict[str, list[object]] = {}
        if data.get("happened") is True:
            if data.get("tonnes") is None:
                problems["tonnes"] = [_l("Please say how many tonnes were moved.")]
            if data.get("happened_on") is None:
                problems["happened_on"] = [_l("Please give the day of the first load.")]
        if data.get("happened") is False and not data.get("reason"):
            problems["reason"] = [_l("Please choose why not: it makes your next matches better.")]
        if problems:
            raise ma.ValidationError(problems)

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> OutcomeInput:
        idle = ("reason",) if data["happened"] else ("tonnes", "happened_on", "cost_gel")
        return OutcomeInput(**{**data, **dict.fromkeys(idle)})
