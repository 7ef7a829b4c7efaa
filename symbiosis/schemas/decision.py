"""The answer to a match."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from flask_babel import lazy_gettext as _l

from matching.records import Verdict
from symbiosis.inputs import REASONS, DecisionInput
from symbiosis.schemas.base import Input
from symbiosis.schemas.fields import Choice
from symbiosis.schemas.texts import Text, Uuid


class DecisionSchema(Input):
    """Yes, no with a reason, or later."""

    verdict = Choice({verdict.value: verdict for verdict in Verdict}, required=True)
    reason = Choice({reason: reason for reason in REASONS}, load_default=None, allow_none=True)
    note = Text(longest=1000, lines=True, load_default=None, allow_none=True)
    id = Uuid(load_default=None, allow_none=True)
    edition = ma.fields.Integer(
        load_default=None,
        allow_none=True,
        validate=ma.validate.Range(min=0),
        metadata={"description": "Of the other listing as you saw it; a yes to an older one is refused."},
    )

    @ma.validates_schema
    def a_no_has_a_reason(self, data: dict[str, Any], **kwargs: Any) -> None:
        if data.get("verdict") is Verdict.NO and not data.get("reason"):
            raise ma.ValidationError(
                [_l("Please choose why not: it makes your next matches better.")], "reason"
            )

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> DecisionInput:
        if data["verdict"] is not Verdict.NO:
            data["reason"] = None
        return DecisionInput(**data)
