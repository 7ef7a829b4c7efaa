"""What a coordinator says of a chain."""

from __future__ import annotations

from typing import Any, get_args

import marshmallow as ma
from flask_babel import lazy_gettext as _l

from graph.chain_answers import ChainVerdict
from symbiosis.inputs import CHAIN_REASONS, ChainAnswerInput
from symbiosis.schemas.base import Input
from symbiosis.schemas.fields import Choice
from symbiosis.schemas.texts import Text, Uuid

VERDICTS = get_args(ChainVerdict)


class ChainAnswerSchema(Input):
    """Worth contacting, in talks, or not, with a reason; a note in own words may stand beside each."""

    verdict = Choice({verdict: verdict for verdict in VERDICTS}, required=True)
    reason = Choice({reason: reason for reason in CHAIN_REASONS}, load_default=None, allow_none=True)
    note = Text(longest=1000, lines=True, load_default=None, allow_none=True)
    id = Uuid(load_default=None, allow_none=True)

    @ma.validates_schema
    def a_no_has_a_reason(self, data: dict[str, Any], **kwargs: Any) -> None:
        if data.get("verdict") == "no" and not data.get("reason"):
            raise ma.ValidationError([_l("Please choose why nothing comes of it.")], "reason")

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> ChainAnswerInput:
        if data["verdict"] != "no":
            data["reason"] = None
        return ChainAnswerInput(**data)
