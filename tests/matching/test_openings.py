"""What a material can become: own ways first, broader ones after them, and no way round what is forbidden."""

from __future__ import annotations

from dataclasses import replace

from matching.openings import openings
from matching.reference_book import ReferenceBook, default_book

from .builders import small_book


def test_allowed_ways_come_first_by_strength() -> None:
    found = openings("grape-pomace", default_book())
    strengths = [way.pathway.strength for way in found]
    order = ["proven", "practised", "possible", "never"]
    assert [s for s in strengths if s == "never"] == strengths[len(strengths) - strengths.count("never") :]
    assert strengths[0] == "proven"
    assert [order.index(s) for s in strengths] == sorted(order.index(s) for s in strengths)


def test_a_broader_material_lends_its_ways_once() -> None:
    book = small_book()
    lent = [way for way in openings("sawdust", book) if way.inherited_from]
    assert {way.inherited_from for way in lent} == {"wood"}
    own = {way.use_id for way in openings("sawdust", book) if not way.inherited_from}
    assert not own & {way.use_id for way in lent}


def _with_hazard(book: ReferenceBook, material_id: str) -> ReferenceBook:
    material = replace(book.materials[material_id], hazard_note_en="Poison.", hazard_note_ka="შხამი.")
    return replace(book, materials=dict(book.materials) | {material_id: material})


def test_what_is_hazardous_inherits_only_what_is_forbidden() -> None:
    book = _with_hazard(small_book(), "sawdust")
    assert all(way.is_forbidden for way in openings("sawdust", book) if way.inherited_from)
