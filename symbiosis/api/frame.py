"""What all resources of the API share: strict reading of requests, the shape of errors in the description,
pages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NoReturn, TypeVar

import flask_smorest
from flask import Request
from marshmallow import RAISE, Schema, ValidationError
from webargs.core import is_json
from webargs.flaskparser import FlaskParser

from symbiosis.errors import InvalidInput, MalformedRequest
from symbiosis.schemas.answers import ErrorSchema
from symbiosis.schemas.base import by_field

View = TypeVar("View", bound=Callable[..., Any])


ANY_ERROR = "#/components/responses/DEFAULT_ERROR"


class StrictParser(FlaskParser):
    """Refuses unknown fields everywhere, other content types than JSON, and tells it in our own errors."""

    DEFAULT_UNKNOWN_BY_LOCATION = {**FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION, "query": RAISE}  # noqa: RUF012

    def load_json(self, req: Request, schema: Schema) -> Any:
        if req.content_length and not is_json(req.mimetype):
            raise MalformedRequest
        try:
            return super().load_json(req, schema)
        except ValueError:  # a number of thousands of digits
            raise MalformedRequest from None

    def handle_error(
        self,
        error: ValidationError,
        req: Request,
        schema: Schema,
        *,
        error_status_code: int | None,
        error_headers: Any,
    ) -> NoReturn:
        messages = error.messages
        inner = (
            next(iter(messages.values())) if isinstance(messages, dict) and len(messages) == 1 else messages
        )
        raise InvalidInput(by_field(inner))

    def _handle_invalid_json_error(
        self, error: Exception, req: Request, *args: Any, **kwargs: Any
    ) -> NoReturn:
        raise MalformedRequest


class Blueprint(flask_smorest.Blueprint):  # type: ignore[misc]
    """A resource whose input is read strictly."""

    ARGUMENTS_PARSER = StrictParser()

    def route(self, rule: str, **options: Any) -> Callable[[View], View]:
        """As in flask-smorest, with types."""
        hang: Callable[[View], View] = super().route(rule, **options)
        return hang

    def arguments(self, schema: Any, **options: Any) -> Callable[[View], View]:
        """As in flask-smorest, with types."""
        read: Callable[[View], View] = super().arguments(schema, **options)
        return read

    def response(self, status: int, schema: Any = None, **options: Any) -> Callable[[View], View]:
        """As in flask-smorest, with types."""
        write: Callable[[View], View] = super().response(status, schema, **options)
        return write


class MixedApi(flask_smorest.Api):  # type: ignore[misc]
    """The API beside pages: it leaves the errors of the application alone, which answer each in its own
    way.
    """

    ERROR_SCHEMA = ErrorSchema

    def _register_error_handlers(self) -> None:
        """None of its own: `symbiosis.error_handling` answers."""

    def describe_errors(self) -> None:
        """Say on each route of the description which errors it may answer."""
        usual = ("400", "401", "403", "404", "409", "413", "422", "429", "503")
        for path in self.spec._paths.values():
            for operation in path.values():
                if isinstance(operation, dict) and "responses" in operation:
                    for status in usual:
                        operation["responses"].setdefault(status, {"$ref": ANY_ERROR})


def page_of(items: Sequence[Any], page: int, page_size: int) -> dict[str, Any]:
    """One page of a whole list."""
    start = (page - 1) * page_size
    return {
        "items": items[start : start + page_size],
        "page": page,
        "page_size": page_size,
        "has_more": len(items) > start + page_size,
    }


def page_from(items: Sequence[Any], page: int, page_size: int) -> dict[str, Any]:
    """A page that was read with one item too many, to know whether there is another."""
    return {
        "items": items[:page_size],
        "page": page,
        "page_size": page_size,
        "has_more": len(items) > page_size,
    }
