"""Fields of choices, numbers, dates and lists, with strict types: nothing is guessed, each refusal is a
sentence.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import marshmallow as ma
from flask_babel import lazy_gettext as _l

from symbiosis.schemas.told import Told, words

LARGEST = 1_000_000_000.0


class Choice(Told, ma.fields.String):
    """One of a few words. `choices` maps each word to the value it stands for."""

    default_error_messages = words(
        invalid=_l("Please choose one of: {words}."),
        invalid_utf8=_l("Please choose one of: {words}."),
    )

    def __init__(self, choices: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(metadata={"enum": list(choices)}, **kwargs)
        self.choices = choices

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if value == "" and self.required:
            raise self.make_error("required")
        if not isinstance(value, str) or value not in self.choices:
            raise self.make_error("invalid", words=", ".join(self.choices))
        return self.choices[value]

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> Any:
        return next(
            (word for word, meant in self.choices.items() if meant == value and meant is value), value
        )


class Number(Told, ma.fields.Float):
    """A finite number from `least` (itself excluded when `above`) to `most`; a text is not a number."""

    default_error_messages = words(
        invalid=_l("Please give a number, such as 12.5."),
        too_small=_l("Please give a number above {n}."),
        below=_l("Please give a number of at least {n}."),
        too_large=_l("Please give a number of at most {n}."),
    )

    def __init__(
        self, *, least: float = 0.0, most: float = LARGEST, above: bool = False, **kwargs: Any
    ) -> None:
        told = ma.validate.Range(min=None if above else least, max=most)
        if above:
            kwargs["metadata"] = {"exclusiveMinimum": least}
        super().__init__(validate=told, **kwargs)
        self.least, self.most, self.above = least, most, above

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.make_error("invalid")
        try:
            number = float(value)
        except OverflowError:
            raise self.make_error("too_large", n=f"{self.most:g}") from None
        if not math.isfinite(number):
            raise self.make_error("invalid")
        if number < self.least or (self.above and number == self.least):
            raise self.make_error("too_small" if self.above else "below", n=f"{self.least:g}")
        if number > self.most:
            raise self.make_error("too_large", n=f"{self.most:g}")
        return number


class Whole(Told, ma.fields.Integer):
    """A whole number from `least` to `most`."""

    default_error_messages = words(
        invalid=_l("Please give a whole number."),
        too_large=_l("Please give a whole number."),
        range=_l("Please give a whole number from {least} to {most}."),
    )

    def __init__(self, *, least: int, most: int, **kwargs: Any) -> None:
        super().__init__(validate=ma.validate.Range(min=least, max=most), **kwargs)
        self.least, self.most = least, most

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.make_error("invalid")
        if not self.least <= value <= self.most:
            raise self.make_error("range", least=self.least, most=self.most)
        return value


class Day(Told, ma.fields.Date):
    """A date, YYYY-MM-DD."""

    default_error_messages = words(
        invalid=_l("Please give a date, such as 2026-09-30."),
    )

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> date:
        if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            raise self.make_error("invalid")
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise self.make_error("invalid") from None


class ListOf(Told, ma.fields.List):  # type: ignore[type-arg]
    """At most `most` different values, in the order given."""

    default_error_messages = words(
        invalid=_l("Please give a list."),
        many=_l("Please give at most {n}."),
    )

    def __init__(self, inner: ma.fields.Field[Any], *, most: int, **kwargs: Any) -> None:
        super().__init__(inner, validate=ma.validate.Length(max=most), **kwargs)
        self.most = most

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> list[Any]:
        if not isinstance(value, list):
            raise self.make_error("invalid")
        if len(value) > self.most:
            raise self.make_error("many", n=self.most)
        return list(dict.fromkeys(super()._deserialize(value, attr, data, **kwargs)))
