from __future__ import annotations

from dataclasses import replace

from matching.reading import read
from matching.understood import to_keep, understood
from tests.matching.builders import a_book, an_output

BOOK = a_book()
TEXT = "Dry sawdust of pine for bedding"


def plain(reading):
    return reading.materials, reading.uses, reading.named, reading.meanings, reading.scripts


def test_what_is_kept_reads_as_the_text_does():
    fresh = an_output(text=TEXT)
    kept = replace(fresh, understood=to_keep(TEXT, BOOK))
    assert plain(read.__wrapped__(kept, BOOK)) == plain(read.__wrapped__(fresh, BOOK))
    assert read(fresh, BOOK).materials


def test_what_is_kept_is_really_read_and_not_the_text():
    said = to_keep(TEXT, BOOK).replace('"sawdust"', '"grape_pomace"')
    meant = understood(an_output(text=TEXT, understood=said), BOOK).meant
    assert "grape_pomace" in {guess.id for guess in meant.materials}


def test_what_was_kept_of_another_text_says_nothing():
    fresh = an_output(text=TEXT)
    kept = replace(fresh, understood=to_keep("Grape pomace", BOOK))
    assert understood(kept, BOOK) == understood(fresh, BOOK)


def test_what_was_kept_by_another_book_says_nothing():
    other = a_book(waste_codes=())
    said = to_keep(TEXT, other).replace('"sawdust"', '"grape_pomace"')
    fresh = an_output(text=TEXT)
    assert understood(replace(fresh, understood=said), BOOK) == understood(fresh, BOOK)


def test_what_is_kept_makes_no_other_listing_of_it():
    assert an_output(text=TEXT) == an_output(text=TEXT, understood=to_keep(TEXT, BOOK))
