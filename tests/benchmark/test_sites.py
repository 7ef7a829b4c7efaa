"""An exchange is ranked as if nobody had told of its site."""

from __future__ import annotations

from dataclasses import replace

from benchmark.sites import about_site, ranked_without
from matching.ranker import Ranker
from matching.records import Listing, Side
from matching.reference_book import default_book

BOOK = default_book()
CASE = BOOK.precedents["dk-kalundborg-fly-ash"]
ROW = {"source_url": "https://example.org/none", "park_or_programme": "Kalundborg Symbiosis"}


def test_a_site_is_known_by_its_name_and_by_the_page_that_tells_of_it() -> None:
    of_place = {one.id for one in BOOK.precedents.values() if one.place_en == "Kalundborg"}
    assert about_site(ROW, BOOK) == of_place
    by_page = about_site({"source_url": CASE.source, "park_or_programme": "x"}, BOOK)
    assert CASE.id in by_page
    assert {BOOK.precedents[id].source for id in by_page} == {CASE.source}
    assert about_site({"source_url": "", "park_or_programme": "Śmiłowo Eco-Industrial Park"}, BOOK) >= {
        one.id for one in BOOK.precedents.values() if one.place_en == "Śmiłowo"
    }


def test_an_exchange_that_cites_nothing_and_names_no_site_loses_none() -> None:
    assert about_site({}, BOOK) == frozenset()


def test_leaving_precedents_out_gives_what_a_book_without_them_gives() -> None:
    output = Listing("o", Side.OUTPUT, "Fly ash of a coal power station", nace="3511")
    texts = ("Cement addition", "Ash for road base", "Animal feed", "Coal fly ash", "Concrete filler")
    needs = [Listing(text, Side.NEED, text, nace="2351") for text in texts]
    own = about_site(ROW | {"source_url": CASE.source}, BOOK)
    left = {id: one for id, one in BOOK.precedents.items() if id not in own}
    by_others = Ranker(replace(BOOK, precedents=left)).rank(output, needs)
    found = ranked_without(Ranker(BOOK), output, needs, own, 9)
    assert found == [match.need_id for match in by_others.matches]
    assert len(found) > 2
    assert ranked_without(Ranker(BOOK), output, needs, (), 2) == [
        match.need_id for match in Ranker(BOOK).rank(output, needs, top=2).matches
    ]
