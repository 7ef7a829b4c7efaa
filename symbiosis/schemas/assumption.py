"""What a coordinator may say of a figure under the worth of a match."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from flask_babel import lazy_gettext as _l

from matching.impact import ROLES
from matching.impact.roles import LARGEST
from symbiosis.inputs import AssumptionInput
from symbiosis.schemas.base import Input
from symbiosis.schemas.fields import Choice, Number, Whole
from symbiosis.schemas.texts import Text


def _end() -> Number:
    return Number(least=-LARGEST, most=LARGEST, load_default=None, allow_none=True)


class AssumptionSchema(Input):
    """A figure with its range, or `back` to that of the book. Without ends the central value alone counts.

    `number`: of the latest change of the pair that the editor saw, 0 for none.
    """

    assumption_id = Choice({name: name for name in ROLES}, required=True)
    low = _end()
    central = _end()
    high = _end()
    back = Choice({"yes": True}, load_default=False)
    why = Text(longest=300, required=True)
    number = Whole(least=0, most=100_000, required=True)

    @ma.validates_schema(skip_on_field_errors=True)
    def figures_can_be(self, data: dict[str, Any], **kwargs: Any) -> None:
        if data["back"]:
            return
        if data["central"] is None:
            raise ma.ValidationError([_l("Please give a number, such as 12.5.")], "central")
        low, central, high = _span(data)
        if not low <= central <= high:
            raise ma.ValidationError([_l("Please put low, central and high in order.")], "central")
        role = ROLES[data["assumption_id"]]
        for name, value in (("low", low), ("high", high)):
            if not role.least <= value <= role.most:
                told = _l(
                    "For this figure only %(least)s to %(most)s is possible.",
                    least=f"{role.least:g}",
                    most=f"{role.most:g}",
                )
                raise ma.ValidationError([told], name if data[name] is not None else "central")

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> AssumptionInput:
        span = None if data["back"] else _span(data)
        return AssumptionInput(data["assumption_id"], span, data["why"], data["number"])


def _span(data: dict[str, Any]) -> tuple[float, float, float]:
    low, central, high = (data[name] for name in ("low", "central", "high"))
    return (central if low is None else low, central, central if high is None else high)
