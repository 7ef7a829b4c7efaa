"""Forms arrive as texts: this makes them the plain data that a schema takes, and keeps what was typed."""

from __future__ import annotations

import re
from typing import Any

from flask import request
from werkzeug.datastructures import MultiDict

from symbiosis.identification import without_personal_numbers
from symbiosis.schemas.base import Input, load
from symbiosis.schemas.fields import ListOf, Number, Whole
from symbiosis.schemas.texts import IdentificationCode, Secret

NOT_FIELDS = ("csrf_token", "submit", "next")
SPACES = re.compile(r"[\s\u00a0\u202f']")


def load_form(schema: Input, language: str) -> Any:
    """The input record of the form that was sent.

    Raises:
        InvalidInput: with every message by field name.
    """
    return load(schema, form_to_dict(schema, request.form, language))


def form_to_dict(schema: Input, form: MultiDict[str, str], language: str) -> dict[str, Any]:
    """Plain data of a form: empty answers are left out, numbers read as people write them, lists gathered.

    Names that the schema does not have are kept, for the schema to refuse.
    """
    data: dict[str, Any] = {}
    for name in form:
        if name in NOT_FIELDS:
            continue
        field = schema.load_fields.get(name)
        texts = [text for text in form.getlist(name) if text.strip() or isinstance(field, Secret)]
        if isinstance(field, ListOf):
            whole = isinstance(field.inner, Whole)
            data[name] = [_whole(text) if whole else text for text in texts]
        elif texts:
            data[name] = _value(field, texts[0], language)
    return data


def _value(field: object, text: str, language: str) -> Any:
    if isinstance(field, Number):
        return read_number(text, language)
    if isinstance(field, Whole):
        return _whole(text)
    return text


def _whole(text: str) -> int | str:
    return int(text) if re.fullmatch(r"\s*-?[0-9]{1,9}\s*", text) else text


def read_number(text: str, language: str) -> float | str:
    """A number as people write it: `12,5` `1 200` `1 200,5` `1.200,5` `1,200.5`; the text itself when it
    is none.

    One comma followed by three digits is a decimal comma in Georgian, and parts thousands in English.
    """
    plain = SPACES.sub("", text)
    if "," in plain and "." in plain:
        thousands = "," if plain.rfind(",") < plain.rfind(".") else "."
        plain = plain.replace(thousands, "")
    elif language == "en" and re.fullmatch(r"-?[0-9]{1,3}(,[0-9]{3})+", plain):
        plain = plain.replace(",", "")
    plain = plain.replace(",", ".")
    return float(plain) if re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,10})?", plain) else text


def typed(schema: Input, form: MultiDict[str, str]) -> dict[str, Any]:
    """What was typed, to fill the form again: lists as lists, and neither passwords nor personal numbers."""
    kept: dict[str, Any] = {}
    for name in form:
        field = schema.load_fields.get(name)
        if name in NOT_FIELDS or field is None or isinstance(field, Secret):
            continue
        if isinstance(field, ListOf):
            kept[name] = form.getlist(name)
        elif isinstance(field, IdentificationCode):
            digits = re.sub(r"\D", "", form[name])
            kept[name] = form[name] if len(digits) < 10 else ""
        else:
            kept[name] = without_personal_numbers(form[name])
    return kept
