"""Forms: what a page does when an answer cannot be taken. Everything that was typed is shown again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flask import Response, request

from matching.errors import SymbiosisError
from symbiosis import forms, web
from symbiosis.pages.rendering import language, page
from symbiosis.presenters import words
from symbiosis.schemas.base import Input

RETRY_SECONDS = 15
Act = Callable[[Any], Any]


def answer(
    schema: Input, act: Act, template: str, context: Callable[[dict[str, Any]], Mapping[str, Any]]
) -> Any:
    """Load the form, do it, and send what `act` gives; on an error show the form again.

    Args:
        act: takes the input record; gives a response.
        context: what the template needs beside `typed`, `errors` and `message`; takes what was typed.
    """
    try:
        return act(forms.load_form(schema, language()))
    except SymbiosisError as error:
        typed = forms.typed(schema, request.form)
        return again(error, template, typed, context(typed))


def again(
    error: SymbiosisError, template: str, typed: Mapping[str, Any], context: Mapping[str, Any]
) -> Response:
    """The form as it was, with the error at its fields and on top, under the error's status."""
    told = web.told(error)
    headers = {"Retry-After": str(RETRY_SECONDS)} if told.status == 503 else {}
    message = None if told.fields else told.message
    return page(
        template,
        status=told.status,
        headers=headers,
        **{**context, "typed": dict(typed), "errors": in_order(told.fields), "message": message},
    )


def in_order(fields: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Messages by field in the order in which forms ask."""
    order = list(words.FIELDS)
    return dict(
        sorted(fields.items(), key=lambda one: order.index(one[0]) if one[0] in order else len(order))
    )


def or_none(read: Callable[[], Any]) -> Any:
    """What `read` gives, or None when it cannot be read now: a form must show even then."""
    try:
        return read()
    except SymbiosisError:
        return None
