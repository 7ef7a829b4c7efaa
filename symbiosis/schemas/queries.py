"""What may stand behind the question mark of an address."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from flask_babel import lazy_gettext as _l
from marshmallow import fields

from graph.records import FirmStatus, ListingState
from symbiosis.forms import read_number
from symbiosis.schemas.base import Input
from symbiosis.schemas.fields import Choice, Number, Whole
from symbiosis.schemas.listing import SIDES
from symbiosis.schemas.texts import Key, Text


class QueryWhole(Whole):
    """A whole number; addresses hold texts, so its digits are read."""

    def _deserialize(self, value: object, attr: str | None, data: object, **kwargs: object) -> int:
        number = (
            int(value)
            if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 9
            else value
        )
        return super()._deserialize(number, attr, data, **kwargs)


class QueryNumber(Number):
    """A number; addresses hold texts, so it is read with a decimal point."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> float:
        number = read_number(value, "en") if isinstance(value, str) else value
        return super()._deserialize(number, attr, data, **kwargs)


class PageQuery(Input):
    page = QueryWhole(least=1, most=100_000, load_default=1)
    page_size = QueryWhole(least=1, most=200, load_default=50)


class ListingQuery(PageQuery):
    """`side`, `state`: for coordinators, who see all firms."""

    side = Choice(SIDES, load_default=None)
    state = Choice({each.value: each for each in ListingState}, load_default=None)
    firm_id = Key(load_default=None)


class FirmQuery(PageQuery):
    status = Choice({each.value: each for each in FirmStatus}, load_default=None)


class MatchQuery(PageQuery):
    listing_id = Key(load_default=None)


class SearchQuery(Input):
    q = Text(longest=200, required=True)
    limit = QueryWhole(least=1, most=20, load_default=20)


class TextQuery(Input):
    """`text`: in anybody's own words. `nace`: the activity of who writes, digits only; codes go by it."""

    text = Text(longest=300, required=True)
    nace = Key(load_default=None)


class SectorQuery(Input):
    """`driver` with `value`: how large a firm is, for the amounts of a year; both or neither."""

    driver = Key(load_default=None)
    value = QueryNumber(above=True, load_default=None)

    @ma.validates_schema(skip_on_field_errors=True)
    def _go_together(self, data: dict[str, Any], **kwargs: Any) -> None:
        for name, other in (("driver", "value"), ("value", "driver")):
            if data[name] is None and data[other] is not None:
                raise ma.ValidationError(_l("Please give both the driver and its value."), name)


class PostQuery(Input):
    """`compare=false` leaves the comparing to the job, for imports."""

    compare = fields.Boolean(load_default=True, truthy={"true", "1"}, falsy={"false", "0"})
