"""The waste code that a coordinator gives a listing."""

from __future__ import annotations

from typing import Any

import marshmallow as ma

from symbiosis.inputs import CodeInput
from symbiosis.schemas.base import Input
from symbiosis.schemas.fields import Choice
from symbiosis.schemas.listing import HAZARDOUS
from symbiosis.schemas.texts import Text


class CodeSchema(Input):
    """The code, the answer to the question of a mirror pair where it is one, and the reason."""

    ewc_code = Text(longest=12, required=True)
    contains_hazardous = Choice({each: each for each in HAZARDOUS}, load_default=None, allow_none=True)
    why = Text(longest=500, shortest=2, lines=True, required=True)

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> CodeInput:
        return CodeInput(**data)
