"""What an administrator may say of a rule of law: its words, what it does, since when, where it stands."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args
from urllib.parse import urlsplit

import marshmallow as ma
from flask_babel import lazy_gettext as _l

from matching.reference.rules import Certainty, Effect
from symbiosis.inputs import RuleInput
from symbiosis.schemas.base import Input
from symbiosis.schemas.fields import Choice, Day, Whole
from symbiosis.schemas.texts import Text
from symbiosis.schemas.told import words

EFFECTS = {word: word for word in get_args(Effect)}
CERTAINTIES = {word: word for word in get_args(Certainty)}
FIRST_LAW = date(1918, 5, 26)
"""No rule of Georgia is older than the first republic."""


class Source(Text):
    """The page where a rule can be read, or `practice` for what no page says."""

    default_error_messages = words(
        address=_l(
            "Please give the address of a page, such as https://matsne.gov.ge/…, or the word practice."
        )
    )

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text = super()._deserialize(value, attr, data, **kwargs)
        parts = urlsplit(text) if " " not in text else None
        if text != "practice" and not (parts and parts.scheme in {"http", "https"} and parts.hostname):
            raise self.make_error("address")
        return text


def _words(longest: int) -> Text:
    return Text(longest=longest, required=True)


def _maybe(longest: int) -> Text:
    return Text(longest=longest, load_default=None, allow_none=True)


class RuleSchema(Input):
    """All that may be changed, in full. `number`: of the latest change that the editor saw, 0 for none."""

    title_ka = _words(200)
    title_en = _words(200)
    requires_ka = _words(1500)
    requires_en = _words(1500)
    question_ka = _maybe(300)
    question_en = _maybe(300)
    effect = Choice(EFFECTS, required=True)
    certainty = Choice(CERTAINTIES, required=True)
    in_force_from = Day(load_default=None, allow_none=True)
    source = Source(longest=500, required=True)
    checked = Day(required=True)
    is_off = ma.fields.Boolean(
        truthy={True, "yes"},
        falsy={False, "no"},
        load_default=False,
        error_messages={"invalid": _l("Please choose one of: yes, no.")},
    )
    number = Whole(least=0, most=100_000, required=True)

    @ma.validates_schema(skip_on_field_errors=False)
    def what_asks_has_a_question(self, data: dict[str, Any], **kwargs: Any) -> None:
        needed = data.get("effect") == "asks"
        missing = [name for name in ("question_ka", "question_en") if needed and not data.get(name)]
        if missing:
            told = [_l("A rule that asks needs its question in both languages.")]
            raise ma.ValidationError(dict.fromkeys(missing, told))

    @ma.validates_schema(skip_on_field_errors=False)
    def what_nobody_read_is_not_settled(self, data: dict[str, Any], **kwargs: Any) -> None:
        if data.get("source") == "practice" and data.get("certainty") == "settled":
            told = _l(
                "Only what stands on a page that was read is settled. Give its address, or say unclear."
            )
            raise ma.ValidationError([told], "certainty")

    @ma.validates_schema(skip_on_field_errors=False)
    def days_can_be(self, data: dict[str, Any], **kwargs: Any) -> None:
        day = data.get("in_force_from")
        if day is not None and day < FIRST_LAW:
            raise ma.ValidationError(
                [_l("This date is too far away. Please check the year.")], "in_force_from"
            )

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> RuleInput:
        number = data.pop("number")
        return RuleInput(fields=data, number=number)
