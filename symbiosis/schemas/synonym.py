"""What a coordinator says of a proposed synonym."""

from __future__ import annotations

from typing import Any

import marshmallow as ma

from symbiosis.inputs import SynonymInput
from symbiosis.schemas.base import Input
from symbiosis.schemas.fields import Choice, ListOf
from symbiosis.schemas.texts import Key, Text


class SynonymSchema(Input):
    """The phrase as it is to count, what it names, and the corrections that it answers."""

    phrase = Text(longest=80, shortest=2, required=True)
    entry_id = Key(required=True)
    correction_ids = ListOf(Key(), most=200, load_default=list)
    said = Choice({each: each for each in ("yes", "no")}, required=True)

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> tuple[bool, SynonymInput]:
        is_yes = data.pop("said") == "yes"
        return is_yes, SynonymInput(**{**data, "correction_ids": tuple(data["correction_ids"])})
