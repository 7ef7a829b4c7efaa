"""How large a firm is, as typed in an address: a number by driver."""

from __future__ import annotations

from collections.abc import Mapping

from symbiosis.forms import read_number
from symbiosis.schemas.base import Input, load
from symbiosis.schemas.fields import Number


def read_sizes(typed: Mapping[str, str], language: str) -> dict[str, float]:
    """The sizes that were given, above 0, by driver; what was left empty is left out.

    Raises:
        InvalidInput: what was typed is no such number, by the driver's id.
    """
    given = {driver: read_number(text, language) for driver, text in typed.items() if text}
    fields = {driver: Number(above=True) for driver in given}
    schema = Input.from_dict(fields, name="Sizes")  # type: ignore[arg-type]
    sizes: dict[str, float] = load(schema(), given)  # type: ignore[arg-type]
    return sizes
