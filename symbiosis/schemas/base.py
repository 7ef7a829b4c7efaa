"""The frame of every schema: unknown fields are refused by name, and what is wrong becomes `InvalidInput`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import marshmallow as ma
from flask_babel import lazy_gettext as _l

from symbiosis.errors import InvalidInput

WHOLE = "input"


class Input(ma.Schema):
    """What comes in. Nothing is guessed and nothing is ignored."""

    class Meta:
        unknown = ma.RAISE

    error_messages: ClassVar[dict[str, Any]] = {  # type: ignore[misc]
        "unknown": _l("Unknown field."),
        "type": _l("Please send an object with named fields."),
    }


class Answer(ma.Schema):
    """What goes out: the fields that we chose, not what was left over."""


def load(schema: Input, data: Any) -> Any:
    """The input record that a schema makes of plain data.

    Raises:
        InvalidInput: with every message by field name.
    """
    try:
        return schema.load(data)
    except ma.ValidationError as error:
        raise InvalidInput(by_field(error.messages)) from None


def by_field(messages: Any) -> dict[str, list[object]]:
    """Messages as marshmallow nests them, flattened: `{"season_months": {0: ["…"]}}` → `{"season_months":
    ["…"]}`.

    What is said of the whole input stands under `input`. Names are cut and made printable: a client chose
    them.
    """
    if not isinstance(messages, Mapping):
        return {WHOLE: _flat(messages)}
    found: dict[str, list[object]] = {}
    for name, inner in messages.items():
        key = WHOLE if name == ma.exceptions.SCHEMA else _printable(str(name))
        found.setdefault(key, []).extend(_flat(inner))
    return found


def _flat(inner: Any) -> list[object]:
    if isinstance(inner, Mapping):
        inner = list(inner.values())
    if isinstance(inner, list):
        return list(dict.fromkeys(message for each in inner for message in _flat(each)))
    return [str(inner)]


def _printable(name: str) -> str:
    short = name[:60].encode("utf-8", "replace").decode("utf-8")
    return "".join(letter if letter.isprintable() else "?" for letter in short) or WHOLE
