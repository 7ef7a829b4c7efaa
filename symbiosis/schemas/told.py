"""What all fields share: their refusals are made at the moment they are due, in the language of the
request.
"""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l


def words(**messages: LazyString) -> dict[str, Any]:
    """The messages of a field, with those that every field has."""
    return {
        "required": _l("Please fill this in."),
        "null": _l("Please fill this in."),
        "validator_failed": _l("This value cannot be used. Please correct it."),
        **messages,
    }


class Told:
    """Makes refusals at the moment they are due, so that they come in the language of the request."""

    error_messages: dict[str, Any]

    def make_error(self, key: str, **kwargs: Any) -> ma.ValidationError:
        return ma.ValidationError([str(self.error_messages[key]).format(**kwargs)])
