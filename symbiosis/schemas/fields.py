"""Fields with strict types: nothing is guessed, and each refusal is a sentence in the reader's language."""

from __future__ import annotations

import math
import re
import unicodedata
import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

import marshmallow as ma
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from symbiosis.identification import is_identification_code


def _words(**messages: LazyString) -> dict[str, Any]:
    """The messages of a field, with those that every field has."""
    return {
        "required": _l("Please fill this in."),
        "null": _l("Please fill this in."),
        "validator_failed": _l("This value cannot be used. Please correct it."),
        **messages,
    }


EMAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*\.)+[A-Za-z0-9-]*[A-Za-z0-9]"
)
PHONE = re.compile(r"\+?[0-9][0-9 ()-]{4,22}[0-9]")
HIDDEN_MARKS = dict.fromkeys([0xFEFF, 0x200B, 0x2060, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
LARGEST = 1_000_000_000.0


def unreadable(text: str, *, lines: bool = False) -> bool:
    """Whether a text holds what no person typed: control characters, halves of letters, wrong encoding."""
    kept = "\n\t" if lines else ""
    return any(
        (unicodedata.category(letter) in ("Cc", "Cs", "Co", "Cn") and letter not in kept)
        or letter == "\ufffd"
        for letter in text
    )


class _Told:
    """Makes refusals at the moment they are due, so that they come in the language of the request."""

    error_messages: dict[str, Any]

    def make_error(self, key: str, **kwargs: Any) -> ma.ValidationError:
        return ma.ValidationError([str(self.error_messages[key]).format(**kwargs)])


class Text(_Told, ma.fields.String):
    """A text of `shortest` to `longest` characters, without control characters. Comes back trimmed and in
    NFC.
    """

    default_error_messages = _words(
        invalid=_l("Please give a text."),
        invalid_utf8=_l("Please give a text."),
        unreadable=_l("This text holds characters that cannot be read. Please type it again."),
        short=_l("Please write at least {n} characters."),
        long=_l("Please write at most {n} characters."),
    )

    def __init__(self, *, longest: int, shortest: int = 1, lines: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault(
            "validate", ma.validate.Length(min=shortest, max=longest)
        )  # told in the OpenAPI page
        super().__init__(**kwargs)
        self.shortest, self.longest, self.lines = shortest, longest, lines

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if not isinstance(value, str):
            raise self.make_error("invalid")
        text = unicodedata.normalize("NFC", value.replace("\r\n", "\n").translate(HIDDEN_MARKS)).strip()
        if unreadable(text, lines=self.lines):
            raise self.make_error("unreadable")
        if not text and (self.required or self.shortest):
            raise self.make_error("required")
        if len(text) < self.shortest:
            raise self.make_error("short", n=self.shortest)
        if len(text) > self.longest:
            raise self.make_error("long", n=self.longest)
        return text


class Secret(Text):
    """A password: taken to the letter, never trimmed."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(longest=1000, load_only=True, metadata={"format": "password"}, **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        if not isinstance(value, str):
            raise self.make_error("invalid")
        if not value:
            raise self.make_error("required")
        if unreadable(value):
            raise self.make_error("unreadable")
        if len(value) > self.longest:
            raise self.make_error("long", n=self.longest)
        return value


class Email(Text):
    """An e-mail address, in small letters."""

    default_error_messages = _words(email=_l("Please give an e-mail address, such as nino@example.ge."))

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(longest=254, metadata={"format": "email"}, **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text = super()._deserialize(value, attr, data, **kwargs).lower()
        if not EMAIL.fullmatch(text):
            raise self.make_error("email")
        return text


class Phone(Text):
    """A telephone number as people write it."""

    default_error_messages = _words(phone=_l("Please give a telephone number, such as +995 599 12 34 56."))

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(longest=24, **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text = super()._deserialize(value, attr, data, **kwargs)
        if not PHONE.fullmatch(text):
            raise self.make_error("phone")
        return text


class IdentificationCode(Text):
    """9 digits of a legal entity, or 11 of an individual entrepreneur. Never sent back; a refusal does not
    repeat it.
    """

    default_error_messages = _words(
        digits=_l("Please give the 9 digits of the firm, or the 11 digits of an individual entrepreneur.")
    )

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(longest=40, load_only=True, metadata={"pattern": "^([0-9]{9}|[0-9]{11})$"}, **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        digits = re.sub(r"[ -]", "", super()._deserialize(value, attr, data, **kwargs))
        if not is_identification_code(digits):
            raise self.make_error("digits")
        return digits


class Key(Text):
    """An id of the reference book or of a record: letters, digits, `-`, `_`, `.`."""

    default_error_messages = _words(key=_l("This choice is not known. Please choose from the list."))

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(longest=80, **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text = super()._deserialize(value, attr, data, **kwargs)
        if not re.fullmatch(r"[\w.-]+", text):
            raise self.make_error("key")
        return text


class Uuid(Text):
    """The client's own id of a new record: a UUID in its usual form, so that a repeated request makes one
    record.
    """

    default_error_messages = _words(
        uuid=_l("Please give a UUID, such as 0192f0c1-8a4e-7000-8000-3f2b1c5d9e10.")
    )

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(longest=36, metadata={"format": "uuid"}, **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text = super()._deserialize(value, attr, data, **kwargs).lower()
        try:
            if str(uuid.UUID(text)) == text:
                return text
        except ValueError:
            pass
        raise self.make_error("uuid")


class Choice(_Told, ma.fields.String):
    """One of a few words. `choices` maps each word to the value it stands for."""

    default_error_messages = _words(
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


class Number(_Told, ma.fields.Float):
    """A finite number from `least` (itself excluded when `above`) to `most`; a text is not a number."""

    default_error_messages = _words(
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


class Whole(_Told, ma.fields.Integer):
    """A whole number from `least` to `most`."""

    default_error_messages = _words(
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


class Day(_Told, ma.fields.Date):
    """A date, YYYY-MM-DD."""

    default_error_messages = _words(
        invalid=_l("Please give a date, such as 2026-09-30."),
    )

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> date:
        if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            raise self.make_error("invalid")
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise self.make_error("invalid") from None


class ListOf(_Told, ma.fields.List):  # type: ignore[type-arg]
    """At most `most` different values, in the order given."""

    default_error_messages = _words(
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
