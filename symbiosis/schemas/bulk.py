"""Many listings in one request. Each is checked by itself, so that one mistake does not stop the others."""

from __future__ import annotations

from marshmallow import fields, validate

from symbiosis.schemas.base import Input

MOST = 200


class BulkSchema(Input):
    """At most 200 listings, each as for a single one. One that is refused does not stop the others."""

    listings = fields.List(
        fields.Dict(keys=fields.String()), required=True, validate=validate.Length(min=1, max=MOST)
    )
