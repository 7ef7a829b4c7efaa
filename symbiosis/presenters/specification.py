"""What the gate of specification asks, with the limit in words and what could bring the material there."""

from __future__ import annotations

import re

from matching.reference_book import ReferenceBook
from matching.reference_records import Limit
from symbiosis.presenters import properties
from symbiosis.presenters.saying import gettext as _

_KEY = re.compile(
    r"specification\.(?P<kind>[a-z_]+):(?P<property>[a-z0-9-]+) (?P<bound><=|>=) (?P<value>[-+.e\d]+)"
)
_MOST_NAMED = 3
"""So many processes are named; more would be a list nobody reads."""


def question(key: str, book: ReferenceBook, lang: str) -> str | None:
    """The question of a key such as `specification.how_much:moisture <= 15`; None once it is gone."""
    read = _KEY.fullmatch(key)
    if read is None or read["property"] not in book.properties:
        return None
    limit = Limit(read["property"], "most" if read["bound"] == "<=" else "least", float(read["value"]))
    told = properties.limit(limit, book, lang)
    if read["kind"] == "how_much":
        return _("This is asked for: %(limit)s. What is it in the material?", limit=told)
    entry = book.properties[limit.property_id]
    changing = (entry.lowered_by if limit.bound == "most" else entry.raised_by)[:_MOST_NAMED]
    if not changing:
        return _(
            "This is asked for: %(limit)s. The listing says otherwise. Can it still be used?", limit=told
        )
    ways = ", ".join(book.processes[process].name(lang) for process in changing)
    return _(
        "This is asked for: %(limit)s. The listing says otherwise. Who could bring it there (%(ways)s)?",
        limit=told,
        ways=ways if lang == "ka" else ways.lower(),
    )
