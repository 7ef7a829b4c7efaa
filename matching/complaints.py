"""Errors in a sentence for the command line: what happened, where, and the next step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from matching.errors import SymbiosisError

_SENTENCES: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "unknown_field": lambda facts: (
        f"there is no field {facts['name']!r}. Remove it; the fields are {', '.join(facts['known'])}."
    ),
    "bad_value": lambda facts: f"{facts['value']!r} was given, expected {facts['expected']}. Correct it.",
    "unknown_unit": lambda facts: (
        f"there is no unit {facts['unit']!r}. Use one of {', '.join(facts['known'])}."
    ),
    "unknown_period": lambda facts: (
        f"there is no period {facts['period']!r}. Use one of {', '.join(facts['known'])}."
    ),
    "unknown_ewc_code": lambda facts: (
        f"the List of Waste has no code {facts['ewc_code']!r}. Correct it or leave it out."
    ),
    "unknown_municipality": lambda facts: (
        f"there is no municipality {facts['municipality']!r}. Use an id of reference/places.csv."
    ),
    "bad_reference": lambda facts: f"{facts['problem']}. Correct this file under reference/ or matching/.",
}


def told(error: SymbiosisError) -> str:
    """The error in one line: file, line, field, what is wrong, what to do."""
    sentence = _SENTENCES.get(error.code)
    what = sentence(error.facts) if sentence else str(error)
    file, line = error.facts.get("file"), error.facts.get("line")
    where = [str(file)] if file else []
    where += [f"line {line}"] if line else []
    where += [f"field {error.field}"] if error.field else []
    return f"{', '.join(where)}: {what}" if where else what
