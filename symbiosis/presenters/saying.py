"""Texts in the language of the request, as plain strings."""

from __future__ import annotations

import flask_babel


def gettext(text: str, **values: object) -> str:
    """The text in the reader's language, with values put in for `%(name)s`."""
    return str(flask_babel.gettext(text, **values))


def ngettext(one: str, many: str, num: int, **values: object) -> str:
    """As `gettext`, for a text that counts `%(num)s` things."""
    return str(flask_babel.ngettext(one, many, num, **values))
