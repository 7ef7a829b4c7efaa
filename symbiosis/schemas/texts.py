"""Fields of text: names, addresses, numbers that are written, ids. A text that nobody typed is refused."""

from __future__ import annotations

import re
import unicodedata
import uuid
from typing import Any

import marshmallow as ma
from flask_babel import lazy_gettext as _l

from symbiosis.identification import holds_personal_number, is_identification_code
from symbiosis.messages import MESSAGES
from symbiosis.schemas.told import Told, words

EMAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*\.)+[A-Za-z0-9-]*[A-Za-z0-9]"
)
PHONE = re.compile(r"\+?[0-9][0-9 ()-]{4,22}[0-9]")
HIDDEN_MARKS = dict.fromkeys([0xFEFF, 0x200B, 0x2060, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def unreadable(text: str, *, lines: bool = False) -> bool:
    """Whether a text holds what no person typed: control characters, halves of letters, wrong encoding."""
    kept = "\n\t" if lines else ""
    return any(
        (unicodedata.category(letter) in ("Cc", "Cs", "Co", "Cn") and letter not in kept)
        or letter == "\ufffd"
        for letter in text
    )


def cleaned(text: str) -> str:
    """A text as it is kept: without marks that nobody sees, in NFC, trimmed."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(HIDDEN_MARKS)).strip()


class Text(Told, ma.fields.String):
    """A text of `shortest` to `longest` characters, without control characters. Comes back trimmed and in
    NFC.
    """

    default_error_messages = words(
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
        text = cleaned(value)
        if unreadable(text, lines=self.lines):
            raise self.make_error("unreadable")
        if not text and (self.required or self.shortest):
            raise self.make_error("required")
        if len(text) < self.shortest:
            raise self.make_error("short", n=self.shortest)
        if len(text) > self.longest:
            raise self.make_error("long", n=self.longest)
        return text


class Name(Text):
    """What a firm, a site or a person is called. A personal number in it would be shown with the name."""

    default_error_messages = words(personal=MESSAGES["contact_in_text"])

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text = super()._deserialize(value, attr, data, **kwargs)
        if holds_personal_number(text):
            raise self.make_error("personal")
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

    default_error_messages = words(email=_l("Please give an e-mail address, such as nino@example.ge."))

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(longest=254, metadata={"format": "email"}, **kwargs)

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        text = super()._deserialize(value, attr, data, **kwargs).lower()
        if not EMAIL.fullmatch(text):
            raise self.make_error("email")
        return text


class Phone(Text):
    """A telephone number as people write it."""

    default_error_messages = words(phone=_l("Please give a telephone number, such as +995 599 12 34 56."))

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

    default_error_messages = words(
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

    default_error_messages = words(key=_l("This choice is not known. Please choose from the list."))

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

    default_error_messages = words(
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
