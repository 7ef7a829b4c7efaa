"""Small fields that answers are made of, pages of lists, and the shape of errors."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from marshmallow import fields

from symbiosis.schemas.base import Answer


def a_time(**kwargs: Any) -> fields.AwareDateTime:
    return fields.AwareDateTime(format="iso", **kwargs)


def maybe_time() -> fields.AwareDateTime:
    return a_time(allow_none=True)


def a_text() -> fields.String:
    return fields.String()


def maybe_text() -> fields.String:
    return fields.String(allow_none=True)


def maybe_number(**kwargs: Any) -> fields.Float:
    return fields.Float(allow_none=True, **kwargs)


class ErrorPartSchema(Answer):
    code = a_text()
    message = a_text()
    fields = ma.fields.Dict(  # type: ignore[assignment]
        keys=ma.fields.String(), values=ma.fields.List(ma.fields.String())
    )
    request_id = a_text()


class ErrorSchema(Answer):
    """The one shape of every error."""

    error = ma.fields.Nested(ErrorPartSchema)


def page_of(schema: type[Answer]) -> ma.Schema:
    """The schema of one page of a list."""
    built: type[ma.Schema] = Answer.from_dict(
        {
            "items": fields.List(fields.Nested(schema)),
            "page": fields.Integer(),
            "page_size": fields.Integer(),
            "has_more": fields.Boolean(),
        },
        name=f"{schema.__name__}Page",
    )
    return built()
