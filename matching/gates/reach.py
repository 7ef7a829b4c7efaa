"""Whether what goes by pipe alone is near enough."""

from __future__ import annotations

from datetime import date

from matching.evidence.distance import pipe_kilometres
from matching.gates.answers import SURE, asked, passed, refused
from matching.hops import given, reach_of
from matching.reading import Reading
from matching.records import GateResult
from matching.reference_book import ReferenceBook


def reach(output: Reading, need: Reading, book: ReferenceBook, today: date | None) -> GateResult:
    """What goes by pipe alone, such as heat, does not go farther than pipes for it are laid."""
    likeliest = reach_of(output, need, book)
    if likeliest is None or likeliest.by != "pipe":
        return passed("reach")
    named = given(output, book)
    reaches = {name: book.reach(name) for name in named}
    piped = [found for found in reaches.values() if found is not None and found.by == "pipe"]
    km = pipe_kilometres(output, need)
    if km is None:
        return asked("reach", "reach.how_far_apart")
    if km <= max(found.km_high for found in piped):
        return passed("reach")
    carried = [name for name, found in reaches.items() if found is not None and found.by != "pipe"]
    is_doubtful = any(named[name] >= SURE for name in carried)
    # Who lists energy has said that it is heat or cold; of a material the text must say so surely.
    if is_doubtful or (output.listing.kind != "energy" and max(named.values()) < SURE):
        return asked("reach", "reach.how_far_apart")
    return refused("reach", "reach.too_far_for_a_pipe")
